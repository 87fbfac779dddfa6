// A workbook of one sheet, as Excel, WPS and LibreOffice read it.
//   kb.workbook({title, columns, linked, rows, date}) → its bytes
// columns are [heading, width in characters]; linked the numbers of the columns that the links of a row belong to.
(function (kb) {
  "use strict";

  // Excel's own limits, and what stands where a text had to end (macros/exports/xlsx.py).
  const CELL_LIMIT = 32767;
  const LINK_LIMIT = 65530;
  const CUT = "……（过长，全文见网页）";
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
  const LINK = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  // Of the formats in STYLES.
  const [HEADING, PLAIN, LINKED] = [1, 2, 3];

  kb.workbook = function (book) {
    const links = linksOf(book);
    const files = [
      ["[Content_Types].xml", `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${LINK}sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${LINK}worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${LINK}styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`],
      ["_rels/.rels", relations([[`${OFFICE}/officeDocument`, "xl/workbook.xml"], [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"]], false)],
      ["docProps/core.xml", `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(book.title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${book.date.toISOString().slice(0, 19)}Z</dcterms:created></cp:coreProperties>`],
      ["xl/workbook.xml", `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="各家做法" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">各家做法!${filtered(book, "$")}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">各家做法!$1:$1</definedName></definedNames></workbook>`],
      ["xl/_rels/workbook.xml.rels", relations([[`${OFFICE}/worksheet`, "worksheets/sheet1.xml"], [`${OFFICE}/styles`, "styles.xml"]], false)],
      ["xl/styles.xml", styles()],
      ["xl/worksheets/sheet1.xml", sheet(book, links)],
    ];
    if (links.length) files.push(["xl/worksheets/_rels/sheet1.xml.rels", relations(links.map((link) => [`${OFFICE}/hyperlink`, link.address]), true)]);
    return kb.zip(files.map((file) => ({ name: file[0], data: HEAD + file[1] })), book.date);
  };

  // Header, rows; the header and the first column stay in view, and the header is repeated on paper, which lies broad.
  function sheet(book, links) {
    const columns = book.columns.map((column, i) => `<col min="${i + 1}" max="${i + 1}" width="${column[1]}" customWidth="1"/>`).join("");
    const rows = [row(book.columns.map((column) => column[0]), 1, () => HEADING)].concat(book.rows.map((each, i) =>
      row(each.texts, i + 2, (k) => (each.links.length && book.linked.indexOf(k) >= 0 ? LINKED : PLAIN))));
    // A template inside a template loses its blanks to the minifier (macros/site/scripts.py).
    const place = (link) => (link.place ? ` location="${xml(link.place)}"` : "");
    const leads = links.map((link, i) => `<hyperlink ref="${link.cell}" r:id="rId${i + 1}"${place(link)}/>`).join("");
    return `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
      '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>' +
      `<cols>${columns}</cols><sheetData>${rows.join("")}</sheetData><autoFilter ref="${filtered(book, "")}"/>` +
      (leads ? `<hyperlinks>${leads}</hyperlinks>` : "") +
      '<pageSetup paperSize="9" orientation="landscape"/></worksheet>';
  }

  function row(texts, number, format) {
    const cells = texts.map((text, i) => (text ? `<c r="${name(i)}${number}" s="${format(i)}" t="inlineStr"><is><t xml:space="preserve">${xml(fitting(text))}</t></is></c>` : ""));
    return `<row r="${number}">${cells.join("")}</row>`;
  }

  // Every link with its cell; the part after # stands apart in a workbook.
  function linksOf(book) {
    const links = [];
    book.rows.forEach((each, i) => {
      if (links.length + each.links.length > LINK_LIMIT) return;
      each.links.forEach((link, k) => {
        const [address, place] = link.split("#");
        links.push({ cell: name(book.linked[k]) + (i + 2), address, place });
      });
    });
    return links;
  }

  function relations(targets, external) {
    const each = targets.map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${xml(target)}"${external ? ' TargetMode="External"' : ""}/>`);
    return `<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
  }

  function styles() {
    const format = (font, border, wrap) => `<xf numFmtId="0" fontId="${font}" fillId="0" borderId="${border}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"><alignment vertical="top"${wrap ? ' wrapText="1"' : ""}/></xf>`;
    const font = (inside) => `<font>${inside}<sz val="11"/><name val="宋体"/><charset val="134"/></font>`;
    return `<styleSheet xmlns="${MAIN}"><fonts count="3">${font("")}${font("<b/>")}<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="宋体"/><charset val="134"/></font></fonts>` +
      '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
      '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>' +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      `<cellXfs count="4">${format(0, 0, false)}${format(1, 1, false)}${format(0, 0, true)}${format(2, 0, true)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }

  const filtered = (book, fixed) => `${fixed}A${fixed}1:${fixed}${name(book.columns.length - 1)}${fixed}${book.rows.length + 1}`;

  // A, …, Z, AA, …
  function name(column) {
    return (column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : "") + String.fromCharCode(65 + column % 26);
  }

  function fitting(text) {
    return text.length <= CELL_LIMIT ? text : text.slice(0, CELL_LIMIT - CUT.length) + CUT;
  }

  // Text for XML; `_x0009_` is how a workbook writes what XML has no place for.
  function xml(text) {
    return String(text)
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g, (char) => "_x" + ("000" + char.charCodeAt(0).toString(16).toUpperCase()).slice(-4) + "_")
      .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  }
})(window.kb);
