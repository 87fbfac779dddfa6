// Opens a built site in a real Chromium 86 and 80, over http and as a folder: node check.js [SITE], below the project
// Ends with 1 when a page throws, logs an error, is wider than the window, or doesn't answer as a reader expects.
"use strict";

const fs = require("fs");
const http = require("http");
const os = require("os");
const path = require("path");
const { pathToFileURL } = require("url");
const zlib = require("zlib");
const puppeteer = require("puppeteer-core");

const SITE = path.resolve(__dirname, "../..", process.argv[2] || process.env.SITE || "site");
const VERSIONS = ["chromium-86", "chromium-80"];
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".woff2": "font/woff2" };
const WIDTHS = [1366, 390];

// One page of each kind, by what lies in the site.
function pages() {
  const first = (folder) => fs.readdirSync(path.join(SITE, folder)).filter((name) => name.endsWith(".html") && name !== "index.html").sort()[0];
  const kinds = ["practices", "problems", "topics", "organizations", "speeches", "sources"].filter((folder) => fs.existsSync(path.join(SITE, folder)));
  return ["index.html", "practices/index.html", "glossary.html", "compare.html", "404.html"].concat(kinds.map((folder) => folder + "/" + first(folder)));
}

// The package holds the browser packed; it is unpacked once into the folder for temporary files.
function unpacked(version) {
  const packed = path.join(path.dirname(require.resolve(version + "/package.json")), "bin", "chromium.br");
  const program = path.join(os.tmpdir(), "kb-" + version);
  if (!fs.existsSync(program)) {
    fs.writeFileSync(program + ".new", zlib.brotliDecompressSync(fs.readFileSync(packed)), { mode: 0o755 });
    fs.renameSync(program + ".new", program);
  }
  return program;
}

function served() {
  const server = http.createServer((request, response) => {
    const file = path.join(SITE, path.normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)));
    const found = file.startsWith(SITE) && fs.existsSync(file) && fs.statSync(file).isFile();
    response.writeHead(found ? 200 : 404, { "Content-Type": (TYPES[path.extname(file)] || "application/octet-stream") + "; charset=utf-8" });
    response.end(found ? fs.readFileSync(file) : "");
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

async function look(browser, base, address, width, faults) {
  const page = await browser.newPage();
  const told = (what) => faults.push(base.split(":")[0] + " " + width + " " + address + "：" + what);
  page.on("pageerror", (error) => told(error.message.split("\n")[0]));
  page.on("console", (message) => { if (message.type() === "error") told(message.text()); });
  await page.setViewport({ width, height: 900 });
  await page.goto(base + address, { waitUntil: "load" });
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => ({ heading: Boolean(document.querySelector("h1")), wide: document.documentElement.scrollWidth }));
  if (!seen.heading) told("没有标题");
  if (seen.wide > width) told("比窗口宽：" + seen.wide);
  await page.close();
}

// The list is narrowed, and the dialog finds: with the same word, the title of the first row.
async function search(browser, base, faults) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => faults.push(base.split(":")[0] + " 检索：" + error.message));
  await page.goto(base + "practices/index.html", { waitUntil: "load" });
  const title = await page.$eval(".kb-row__title", (row) => row.textContent.trim());
  await page.type("#kb-query", title);
  await page.waitForFunction((wanted) => document.querySelector(".kb-row__title mark") && document.querySelector(".kb-row__title").textContent.trim() === wanted, { timeout: 20000 }, title)
    .catch(() => faults.push(base.split(":")[0] + " 列表里没有检索到“" + title + "”"));
  await page.goto(base + "index.html", { waitUntil: "load" });
  await page.keyboard.down("Control");
  await page.keyboard.press("k");
  await page.keyboard.up("Control");
  await page.waitForSelector(".kb-dialog__box", { visible: true });
  await page.type(".kb-dialog__box", title);
  await page.waitForFunction((wanted) => Array.from(document.querySelectorAll(".kb-dialog__title")).some((hit) => hit.textContent.trim() === wanted), { timeout: 20000 }, title)
    .catch(() => faults.push(base.split(":")[0] + " 检索框里没有检索到“" + title + "”"));
  await page.close();
}

async function main() {
  const server = await served();
  const bases = ["http://127.0.0.1:" + server.address().port + "/", pathToFileURL(SITE).href + "/"];
  let failed = false;
  for (const version of VERSIONS) {
    const faults = [];
    let count = 0;
    const browser = await puppeteer.launch({ executablePath: unpacked(version), args: ["--no-sandbox", "--headless", "--single-process", "--no-zygote", "--disable-gpu"] });
    const name = await browser.version();
    for (const base of bases) {
      // Nobody opens the page for wrong addresses as a file: a server answers with it.
      for (const address of pages().filter((each) => base.startsWith("http") || each !== "404.html")) {
        count += WIDTHS.length;
        for (const width of WIDTHS) await look(browser, base, address, width, faults);
      }
      await search(browser, base, faults);
    }
    await browser.close();
    console.log(name + "：" + (faults.length ? faults.length + " 处\n  " + faults.join("\n  ") : count + " 次打开，没有出错"));
    failed = failed || faults.length > 0;
  }
  server.close();
  process.exit(failed ? 1 : 0);
}

main().catch((error) => { console.error(error.message); process.exit(2); });
