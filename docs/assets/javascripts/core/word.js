// A memo as a Word document in the layout of GB/T 9704.
//   kb.word(blocks, template, {title, date, broad}) → its bytes, from kb.memo and the parts of an empty document
// `date` is a Date, for the package; with `broad` its pages lie across, for a table that needs the width.
(function (kb) {
  "use strict";

  // In twentieths of a point: the page of A4, its margins, and the width that is left for a table (macros/exports/word.py).
  const LONG = 16838;
  const SHORT = 11906;
  const WIDE = { top: 1588, bottom: 1474, left: 1588, right: 1588, width: LONG - 2 * 1588 };
  const TALL_WIDTH = 8844;
  const STYLES = { title: "Title", date: "MemoDate", text: "", heading: "Heading1", caption: "MemoCaption", small: "MemoSource", aside: "MemoAside" };

  kb.word = function (blocks, template, options) {
    const width = options.broad ? WIDE.width : TALL_WIDTH;
    const text = blocks.map((block) => written(block, width)).join("");
    const files = Object.keys(template).map((name) => ({ name, data: filled(name, template[name], text, options) }));
    return kb.zip(files, options.date);
  };

  const written = (block, width) => (block.kind === "table" ? table(block.table, width) : paragraph(block.runs, STYLES[block.kind]));

  function filled(name, part, text, options) {
    if (name === "word/document.xml") {
      const at = part.lastIndexOf("<w:sectPr");
      const end = part.indexOf("</w:sectPr>", at) + "</w:sectPr>".length;
      const section = part.slice(at, end);
      return part.slice(0, at) + text + (options.broad ? across(section) : section) + part.slice(end);
    }
    if (name === "docProps/core.xml") {
      return part.split("@title@").join(xml(options.title)).split("2000-01-01T00:00:00Z").join(options.date.toISOString().slice(0, 19) + "Z");
    }
    return part;
  }

  const across = (section) => section
    .replace(/<w:pgSz [^>]*>/, `<w:pgSz w:w="${LONG}" w:h="${SHORT}" w:orient="landscape"/>`)
    .replace(/(w:top|w:bottom|w:left|w:right)="\d+"/g, (given, side) => side + '="' + WIDE[side.slice(2)] + '"');

  function paragraph(runs, style) {
    return "<w:p>" + (style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "") + runs.map(run).join("") + "</w:p>";
  }

  // Quotes and dashes belong to both scripts; the hint has Word set them as Chinese, full width.
  function run(each) {
    const marks = each.marks && each.marks.length ? letters(each.marks.map((mark) => "[" + mark + "]").join(""), '<w:vertAlign w:val="superscript"/>') : "";
    return (each.text ? letters(each.text, each.bold ? "<w:b/><w:bCs/>" : "") : "") + marks;
  }

  function letters(text, properties) {
    return '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>' + properties + '</w:rPr><w:t xml:space="preserve">' + xml(text) + "</w:t></w:r>";
  }

  // --- the table ------------------------------------------------------------------------------

  function table(given, width) {
    const widths = given.columns.map((column) => Math.round(width * column.width / 100));
    const border = (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`;
    return '<w:tbl><w:tblPr><w:tblW w:w="' + width + '" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>' + ["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("") +
      '</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
      "<w:tblGrid>" + widths.map((each) => `<w:gridCol w:w="${each}"/>`).join("") + "</w:tblGrid>" +
      row(given.columns.map((column, i) => cell([paragraph([{ text: column.label }], "TableHead")], widths[i], "")), true) +
      given.groups.map((group) => rows(group, given, widths)).join("") + "</w:tbl>" + paragraph([], "MemoSource");
  }

  // Each row names its practice: a cell that spans its rows would be empty behind a page's end.
  function rows(group, given, widths) {
    const name = (first) => cell([paragraph([{ text: group.entry.title, bold: first }], "TableText")], widths[0], "");
    const rest = widths.slice(1).reduce((sum, each) => sum + each, 0);
    return group.rows.map((cells, i) => row([name(i === 0)].concat(cells.map((lines, k) => cell(lines.length ? said(lines, given.columns[k + 1].name) : [paragraph([{ text: "—" }], "TableText")], widths[k + 1], ""))))).join("") +
      group.foot.map((each) => row([name(false), cell([paragraph([{ text: each.label + "：", bold: true }, { text: each.text.replace(/\s*\n\s*/g, "；") }], "TableText")], rest, `<w:gridSpan w:val="${widths.length - 1}"/>`)])).join("");
  }

  // What an account says of one thing runs on; who it is, how far and where stand one under the other.
  function said(lines, column) {
    if (column === "body" || column === "at") return lines.map((each) => paragraph(line(each), "TableText"));
    return [paragraph(lines.reduce((runs, each, i) => runs.concat(i ? [{ text: "；" }] : [], line(each)), []), "TableText")];
  }

  function line(each) {
    const label = each.label ? each.label + "：" : "";
    return [{ text: label + each.text + (each.note ? "（" + each.note + "）" : ""), marks: each.text ? each.at.map((place) => place.mark) : [] },
      { text: each.text ? "" : each.at.map((place) => "[" + place.mark + "]").join("") }];
  }

  function row(cells, head) {
    return "<w:tr><w:trPr><w:cantSplit/>" + (head ? "<w:tblHeader/>" : "") + "</w:trPr>" + cells.join("") + "</w:tr>";
  }

  function cell(paragraphs, width, properties) {
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${properties}</w:tcPr>` + paragraphs.join("") + "</w:tc>";
  }

  // Text for XML: escaped, without the characters that XML 1.0 has no place for.
  function xml(text) {
    return String(text)
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/g, "").replace(/(^|[^\ud800-\udbff])[\udc00-\udfff]/g, "$1")
      .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }
})(window.kb);
