// A zip file without compression: kb.zip([{name, data}], date) → Uint8Array.
// `data` is text or bytes, names are ASCII, `date` stands on every entry, so equal input gives equal bytes.
(function (kb) {
  "use strict";

  const TABLE = (function () {
    const table = new Uint32Array(256);
    for (let n = 0; n < 256; n += 1) {
      let c = n;
      for (let bit = 0; bit < 8; bit += 1) {
        c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
      }
      table[n] = c >>> 0;
    }
    return table;
  }());

  kb.crc32 = function (bytes) {
    let crc = 0xffffffff;
    for (let i = 0; i < bytes.length; i += 1) {
      crc = TABLE[(crc ^ bytes[i]) & 0xff] ^ (crc >>> 8);
    }
    return (crc ^ 0xffffffff) >>> 0;
  };

  kb.zip = function (files, date) {
    const encoder = new TextEncoder();
    const chunks = [];
    const directory = [];
    let offset = 0;
    files.forEach(function (file) {
      const name = encoder.encode(file.name);
      const body = typeof file.data === "string" ? encoder.encode(file.data) : file.data;
      const entry = description(body, name, date);
      directory.push(record([0x02014b50, 4], [20, 2], entry, [[0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]], name));
      const header = record([0x04034b50, 4], null, entry, [], name);
      chunks.push(header, body);
      offset += header.length + body.length;
    });
    const size = directory.reduce(function (sum, each) { return sum + each.length; }, 0);
    const end = fields([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]]);
    return joined(chunks.concat(directory, [end]));
  };

  // The fields that the local header and the directory have in common.
  function description(body, name, date) {
    const day = ((date.getFullYear() - 1980) << 9) | ((date.getMonth() + 1) << 5) | date.getDate();
    const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
    return [[20, 2], [0x0800, 2], [0, 2], [time, 2], [day, 2], [kb.crc32(body), 4],
      [body.length, 4], [body.length, 4], [name.length, 2], [0, 2]];
  }

  function record(signature, madeBy, entry, rest, name) {
    return joined([fields([signature].concat(madeBy ? [madeBy] : [], entry, rest)), name]);
  }

  // [value, width in bytes], little-endian.
  function fields(values) {
    const bytes = [];
    values.forEach(function (pair) {
      for (let i = 0; i < pair[1]; i += 1) {
        bytes.push((pair[0] >>> (8 * i)) & 0xff);
      }
    });
    return new Uint8Array(bytes);
  }

  function joined(parts) {
    const whole = new Uint8Array(parts.reduce(function (sum, part) { return sum + part.length; }, 0));
    let at = 0;
    parts.forEach(function (part) {
      whole.set(part, at);
      at += part.length;
    });
    return whole;
  }
})(window.kb);
