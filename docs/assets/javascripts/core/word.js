// Practices as a Word document in the layout of GB/T 9704.
//   kb.word(entries, template, options) → its bytes, from records of kb.entries and the parts of an empty document
// options: title (of a selection), date (a Date, for the line 导出日期), site (address of the site).
(function (kb) {
  "use strict";

  const label = kb.given.fields;

  kb.word = function (entries, template, options) {
    const chosen = options || {};
    const date = chosen.date || new Date();
    const title = kb.wordTitle(entries, chosen);
    const content = kb.wordParagraphs(entries, { title: title, date: date, site: chosen.site });
    const files = Object.keys(template).map(function (name) {
      return { name: name, data: filled(name, template[name], content, title, date) };
    });
    return kb.zip(files, date);
  };

  kb.wordTitle = function (entries, options) {
    return (options && options.title) || (entries.length === 1 ? entries[0].title : "做法材料");
  };

  // The document's paragraphs as [style, text]: what it says, before it is Word.
  kb.wordParagraphs = function (entries, options) {
    const out = [["Title", options.title]];
    const deep = entries.length > 1;
    entries.forEach(function (entry, i) {
      if (deep) {
        out.push(["Heading1", numeral(i + 1) + "、" + entry.title]);
      }
      practice(out, entry, deep ? 1 : 0, options.site);
    });
    out.push(["", "进展各词的意思：" + kb.statusesOf(entries).map(function (status) {
      return status[1] + "，" + status[2];
    }).join("；") + "。"]);
    out.push(["", "导出日期：" + kb.chineseDate(options.date)]);
    return out;
  };

  function practice(out, entry, depth, site) {
    let count = 0;
    const heading = function (text) {
      count += 1;
      out.push(["Heading" + (depth + 1), numbered(depth, count) + text]);
    };
    const line = function (text) { out.push(["", text]); };

    if (entry.summary) {
      line(entry.summary);
    }
    line(label.topics + "：" + entry.topic_labels.join("、") + "。" + label.form + "：" + entry.form_label + "。");
    if (entry.aliases.length) {
      line("又称：" + entry.aliases.join("、") + "。");
    }
    if (entry.problem_labels.length) {
      line("回答的问题：" + entry.problem_labels.join(" "));
    }
    heading(label.accounts);
    entry.accounts.forEach(function (each, i) { account(out, each, depth + 1, i + 1); });
    if (entry.unsaid.length) {
      heading(label.unsaid);
      line(entry.unsaid.map(function (each) { return kb.unsaidText(entry, each); }).join("；") + "。");
    }
    if (entry.related.length) {
      heading(label.related);
      entry.related.forEach(function (link) { line(link.title + "（" + link.as_label + "）"); });
    }
    if (entry.distinct_from.length) {
      heading(label.distinct_from);
      entry.distinct_from.forEach(function (other) { line(other.title + "：" + other.why); });
    }
    heading(label.at);
    entry.accounts.forEach(function (each) {
      line(each.organization_label + "《" + each.speech_title +
        "》，" + each.at_labels.join("、") + "。来源：" + each.source_label);
    });
    out.push(["", "网址：" + address(entry.url, site), "left"]);
    line(label.added + "：" + kb.chineseDate(new Date(entry.added + "T00:00:00")));
  }

  function account(out, each, depth, number) {
    const status = each.progress.status_label;
    const line = function (text) { out.push(["", text]); };
    // What follows a statement: its status and where it is said.
    const source = function (at) { return "〔" + status + "；" + each.organization_label + " · " + each.speech_name + " · " + at.join("、") + "〕"; };

    out.push(["Heading" + (depth + 1), numbered(depth, number) + each.organization_label + " · " + each.speech_name]);
    if (each.name) {
      line(label.name + "：" + each.name);
    }
    line(label.progress + "：" + status + (each.progress.cue ? "，依据" + each.progress.scope_label + kb.quoted(each.progress.cue) : "，原文没有可作依据的话") +
      source(each.at_labels));
    kb.aspects().forEach(function (aspect) {
      each.points.filter(function (point) { return point.aspect === aspect[0]; }).forEach(function (point) {
        line((point.aspect_label || label.points) + "：" + point.text + kb.rhythmText(point) + source(point.at_labels));
      });
    });
    each.figures.forEach(function (figure) { line(label.figures + "：" + kb.figureText(figure) + source(figure.at_labels)); });
  }

  function address(url, site) {
    if (site) {
      return site.replace(/\/*$/, "/") + url;
    }
    // An address on this machine's disk is of no use to whoever gets the document.
    return /^https?:/.test(kb.root) ? kb.root + url : url;
  }

  // 一、 （一） 1. as GB/T 9704 numbers its levels.
  function numbered(depth, number) {
    return depth === 0 ? numeral(number) + "、" : depth === 1 ? "（" + numeral(number) + "）" : number + ". ";
  }

  function numeral(number) {
    const digits = "〇一二三四五六七八九";
    if (number > 99) {
      return String(number);
    }
    const tens = Math.floor(number / 10);
    const ones = number % 10;
    return (tens > 1 ? digits[tens] : "") + (tens ? "十" : "") + (ones || !tens ? digits[ones] : "");
  }

  function filled(name, text, content, title, date) {
    if (name === "word/document.xml") {
      const at = text.lastIndexOf("<w:sectPr");
      return text.slice(0, at) + content.map(paragraph).join("") + text.slice(at);
    }
    if (name === "docProps/core.xml") {
      return text.split("@title@").join(xml(title)).split("2000-01-01T00:00:00Z").join(date.toISOString().slice(0, 19) + "Z");
    }
    return text;
  }

  function paragraph(each) {
    const style = each[0] ? '<w:pStyle w:val="' + each[0] + '"/>' : "";
    const align = each[2] ? '<w:jc w:val="' + each[2] + '"/>' : "";
    // Quotes and dashes belong to both scripts; the hint has Word set them as Chinese, full width.
    return "<w:p>" + (style || align ? "<w:pPr>" + style + align + "</w:pPr>" : "") +
      '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">' + xml(each[1]) + "</w:t></w:r></w:p>";
  }

  // Text for XML: escaped, without the characters that XML 1.0 has no place for.
  function xml(text) {
    return String(text)
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
      .replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }
})(window.kb);
