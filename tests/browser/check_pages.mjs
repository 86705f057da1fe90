// Every page that brm writes as HTML, in a browser: at the width of a desktop and of a phone, light and
// dark, and on paper. No message, no request, nothing wider than the page, no letter too small, no
// violation that axe-core knows of, and HTML that html-validate takes.
//
//     node check_pages.mjs BRM SOURCE MODULES BROWSER
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [brm, source, modules, browserPath] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const puppeteer = (await import(pathToFileURL(require.resolve("puppeteer-core")))).default;
const { HtmlValidate } = require("html-validate");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const screenshots = process.env.BRM_SCREENSHOTS;

const work = mkdtempSync(join(tmpdir(), "brm-pages-"));
const faults = [];
const fault = (page, text) => {
  faults.push(text);
  console.log(`${page}: ${text}`);
};

const run = (...args) => execFileSync(brm, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
const office = join(source, "examples/office");
const day = ["--as-of", "2026-07-08"];

// A folder whose texts try to be more than texts.
const hostile = join(work, "hostile");
const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>"' --> ]]> &lt;`;
mkdirSync(join(hostile, "initiatives"), { recursive: true });
mkdirSync(join(hostile, "relationships"));
writeFileSync(join(hostile, "brm.yaml"), `kind: office\nid: office\ntitle: "${evil.replaceAll('"', "'")}"\n`);
writeFileSync(join(hostile, "relationships/r.yaml"),
  `kind: relationship\nid: r\ntitle: "${evil.replaceAll('"', "'")}"\ntype: agency\ntier: strategic\ncadence: quarterly\nreviews: [{date: 2025-01-01}, {date: 2026-01-01}]\n`);
writeFileSync(join(hostile, "initiatives/a.yaml"), `kind: initiative
id: a
title: "${evil.replaceAll('"', "'")}"
type: project
status: active
parties: [{relationship: r, role: sponsor}]
outcomes:
  - id: o
    title: "${evil.replaceAll('"', "'")} ${"verylongword".repeat(20)}"
    indicator: {measure: m, unit: "<b>days</b>", direction: decrease}
    baseline: {value: 9, date: 2025-01-01}
    target: {value: 1, date: 2027-01-01}
    measurements: [{value: 8, date: 2026-01-01}]
`);
const empty = join(work, "empty");
mkdirSync(empty);

/// Every page: its name and the words that write it.
const pages = [];
const reports = run("completion", "candidates", "--", "report", "").split("\n")
  .map((line) => line.split("\t")[0]).filter((name) => /^[a-z]+$/.test(name));
for (const report of reports) {
  const about = report === "brief" ? ["labor"] : [];
  pages.push([report, ["-C", office, "report", report, ...about]]);
}
pages.push(["risks-simulated", ["-C", office, "report", "risks", "--simulate", "2000"]]);
pages.push(["risks-shared", ["-C", office, "report", "risks", "--shared"]]);
pages.push(["relationships-matrix", ["-C", office, "report", "relationships", "--matrix"]]);
pages.push(["outcomes-tests", ["-C", office, "report", "outcomes", "--tests"]]);
pages.push(["agenda", ["-C", office, "agenda"]]);
pages.push(["list", ["-C", office, "list", "initiatives"]]);
pages.push(["show", ["-C", office, "show", "claims-renewal"]]);
pages.push(["explain", ["explain", "dangling-reference"]]);
pages.push(["explain-all", ["explain"]]);
// The same office with a history, for what compares.
const history = join(work, "history");
execFileSync("python3", [join(source, "examples/history.py"), history, "12"], { stdio: "ignore" });
pages.push(["weekly-history", ["-C", history, "report", "weekly", "--since", "2026-06-15"]]);
pages.push(["diff", ["-C", history, "diff", "2026-05-01", "--own-days"]]);
pages.push(["history", ["-C", history, "history", "claims-renewal"]]);
pages.push(["outcomes-trend", ["-C", history, "report", "outcomes", "--trend", "week", "--since", "2026-05-01"]]);
for (const report of ["outcomes", "risks", "relationships", "horizon"]) {
  pages.push([`empty-${report}`, ["-C", empty, "report", report]]);
}
for (const report of ["outcomes", "relationships"]) {
  pages.push([`hostile-${report}`, ["-C", hostile, "report", report]]);
}

const validator = new HtmlValidate({
  extends: ["html-validate:recommended"],
  // The name of an office may be long; the page says itself what it is.
  rules: { "long-title": "off" },
});

function written(name, args) {
  const path = join(work, `${name}.html`);
  try {
    run(...day, ...args, "-o", path);
  } catch (error) {
    // Records that break rules still make a page.
    if (error.status !== 2) throw error;
  }
  return path;
}

async function validate(name, path) {
  const report = await validator.validateFile(path);
  for (const result of report.results) {
    for (const message of result.messages) {
      fault(name, `html-validate, line ${message.line}: ${message.message} [${message.ruleId}]`);
    }
  }
}

/// What reaches over the right edge, though its frame does not scroll.
const findWide = () => {
  const width = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth > width ? ["the page"] : [];
  for (const each of document.querySelectorAll("body *")) {
    if (each.closest(".wide") !== null && !each.classList.contains("wide")) continue;
    if (each.closest("svg") !== null && each.tagName !== "svg") continue;
    const box = each.getBoundingClientRect();
    if (box.width > 0 && box.right > width + 1) wide.push(`<${each.tagName.toLowerCase()}> ${each.textContent.slice(0, 40)}`);
  }
  return wide.slice(0, 3);
};

/// Letters of pictures, as large as they are seen.
const findSmall = (least) => {
  const small = new Set();
  for (const text of document.querySelectorAll("svg text")) {
    const scale = text.getScreenCTM().a;
    const size = parseFloat(getComputedStyle(text).fontSize) * scale;
    if (size < least) small.add(`${size.toFixed(1)} px: ${text.textContent.slice(0, 30)}`);
    const frame = text.ownerSVGElement.getBoundingClientRect();
    const box = text.getBoundingClientRect();
    if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
      small.add(`outside its picture: ${text.textContent.slice(0, 40)}`);
    }
  }
  return [...small].slice(0, 4);
};

let looks = 0;
const started = Date.now();
async function look(browser, [name, args]) {
  const path = written(name, args);
  await validate(name, path);
  const page = await browser.newPage();
  page.on("console", (message) => fault(name, `console: ${message.text()}`));
  page.on("pageerror", (error) => fault(name, `error: ${error.message}`));
  page.on("dialog", (dialog) => { fault(name, "a dialog"); dialog.dismiss(); });
  const address = pathToFileURL(path).href;
  page.on("request", (request) => {
    if (request.url() !== address) fault(name, `request: ${request.url()}`);
  });
  await page.goto(address);
  if (name.startsWith("hostile")) {
    const shown = await page.evaluate(() => document.body.textContent.includes("<script>alert(1)</script>"));
    if (!shown) fault(name, "its texts are not shown as they are");
  }
  for (const width of [1280, 375]) {
    for (const scheme of ["light", "dark"]) {
      const where = `${name}, ${width} px, ${scheme}`;
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
      for (const each of await page.evaluate(findWide)) fault(where, `too wide: ${each}`);
      for (const each of await page.evaluate(findSmall, 11)) fault(where, `letters, ${each}`);
      if (scheme === "light" || width === 1280) {
        const found = await page.evaluate(`${axe}; axe.run(document, {resultTypes: ["violations"]})`);
        for (const violation of found.violations) {
          const node = violation.nodes[0];
          fault(where, `axe ${violation.id}: ${violation.help}; ${node.html.slice(0, 160)} ${node.failureSummary.split("\n")[1]}`);
        }
      }
      const margin = await page.evaluate(() => getComputedStyle(document.body).maxWidth);
      if (margin === "none") fault(where, "its own style is not let in");
      looks += 1;
      if (screenshots) {
        mkdirSync(screenshots, { recursive: true });
        await page.screenshot({ path: join(screenshots, `${name}-${width}-${scheme}.png`), fullPage: true });
      }
    }
  }
  // A4 less its margins, at 96 dots an inch.
  await page.emulateMediaType("print");
  await page.setViewport({ width: 695, height: 1000 });
  for (const each of await page.evaluate(findWide)) fault(`${name}, on paper`, `too wide: ${each}`);
  const wideTables = await page.evaluate(() => [...document.querySelectorAll(".wide")]
    .filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.getAttribute("aria-label")));
  for (const each of wideTables) fault(`${name}, on paper`, `cut off: ${each}`);
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true });
  if (pdf.length < 1000) fault(name, "an empty PDF");
  if (screenshots) writeFileSync(join(screenshots, `${name}.pdf`), pdf);
  looks += 1;
  await page.close();
}

/// Two browsers at a time: one shows only the page in front.
const queue = [...pages];
async function lookOn() {
  const browser = await puppeteer.launch({ executablePath: browserPath, args: ["--no-sandbox", "--hide-scrollbars"] });
  try {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) await look(browser, next);
  } finally {
    await browser.close();
  }
}
try {
  await Promise.all([lookOn(), lookOn()]);
} finally {
  rmSync(work, { recursive: true });
}
console.log(`${pages.length} pages looked at in ${looks} ways in ${((Date.now() - started) / 1000).toFixed(0)} s, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
