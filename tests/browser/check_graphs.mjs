// Every graph that brm writes: Mermaid's own parser draws the flowchart with all nodes and arrows, a
// browser shows the svg with every word inside it, and Graphviz, where it is installed, reads the dot.
//
//     node check_graphs.mjs BRM SOURCE MODULES BROWSER
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [brm, source, modules, browserPath] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const puppeteer = (await import(pathToFileURL(require.resolve("puppeteer-core")))).default;
const mermaid = join(modules, "node_modules/mermaid/dist/mermaid.min.js");
const screenshots = process.env.BRM_SCREENSHOTS;
const work = mkdtempSync(join(tmpdir(), "brm-graphs-"));
const faults = [];
const expect = (name, holds, text) => {
  if (!holds) faults.push(`${name}: ${text}`);
};

// Titles that try to be more than titles, and an id that Mermaid takes for its own word.
const evil = [`"]; click end`, "<script>alert(1)</script>", "`a` #quot; %%{init: {}}%%", "\\\\N &lt; | ( ) { }",
  "---", "end", "漢字 é 👩‍🚒", "x".repeat(120)];
const quoted = (text) => JSON.stringify(text);
const hostile = join(work, "hostile");
mkdirSync(hostile);
evil.forEach((title, i) => {
  writeFileSync(join(hostile, `p${i}.yaml`), `kind: relationship\nid: p${i}\ntitle: ${quoted(title)}\ntype: agency\ntier: strategic\nmanager: m\n`);
  const id = i === 0 ? "end" : `i${i}`;
  writeFileSync(join(hostile, `${id}.yaml`), `kind: initiative\nid: ${id}\ntitle: ${quoted(title)}\ntype: project\nstatus: active\nparties:\n  - {relationship: p${i}, role: sponsor}\n  - {relationship: p${(i + 1) % evil.length}, role: beneficiary}\n`);
});
const large = join(work, "large");
mkdirSync(large);
for (let i = 0; i < 100; ++i) {
  writeFileSync(join(large, `p${i}.yaml`), `kind: relationship\nid: p${i}\ntitle: Party ${i}\ntype: agency\ntier: strategic\nmanager: m\n`);
  writeFileSync(join(large, `i${i}.yaml`), `kind: initiative\nid: i${i}\ntitle: Initiative ${i}\ntype: project\nstatus: active\nparties:\n  - {relationship: p${i}, role: sponsor}\n  - {relationship: p${(i * 7) % 100}, role: beneficiary}\n  - {relationship: p${(i * 13) % 100}, role: deliverer}\n`);
}
const folders = { small: join(source, "examples/small"), office: join(source, "examples/office"), hostile, large };

const run = (folder, format) => execFileSync(brm, ["-C", folder, "--as-of", "2026-07-08", "graph", "--format", format],
  { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

const browser = await puppeteer.launch({ executablePath: browserPath, args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage();
page.on("dialog", (dialog) => { faults.push(`a dialog: ${dialog.message()}`); dialog.dismiss(); });
let pictures = 0;

for (const [name, folder] of Object.entries(folders)) {
  const flowchart = run(folder, "mermaid");
  const nodes = flowchart.split("\n").filter((line) => /:::/.test(line)).length;
  const arrows = flowchart.split("\n").filter((line) => /(-->|-\.->)\|/.test(line)).length;
  await page.goto("about:blank");
  await page.addScriptTag({ path: mermaid });
  const drawn = await page.evaluate(async (text) => {
    try {
      globalThis.mermaid.initialize({ startOnLoad: false });
      const { svg } = await globalThis.mermaid.render("graph", text);
      document.body.innerHTML = svg;
      return { nodes: document.querySelectorAll("g.node").length,
        arrows: document.querySelectorAll("path.flowchart-link").length, text: document.body.innerText,
        scripts: document.querySelectorAll("script[src], #graph script").length };
    } catch (error) {
      return { error: String(error) };
    }
  }, flowchart);
  expect(name, !drawn.error, `mermaid: ${drawn.error}`);
  if (!drawn.error) {
    expect(name, drawn.nodes === nodes, `mermaid drew ${drawn.nodes} of ${nodes} nodes`);
    expect(name, drawn.arrows === arrows, `mermaid drew ${drawn.arrows} of ${arrows} arrows`);
    expect(name, drawn.scripts === 0, "mermaid let a script in");
    if (name === "hostile") {
      for (const title of evil.slice(0, 5)) {
        const shown = drawn.text.replaceAll(/\s+/g, "");
        expect(name, shown.includes(title.replaceAll(/\s+/g, "")), `mermaid does not show ${title}`);
      }
    }
  }
  if (screenshots) await page.screenshot({ path: join(screenshots, `${name}-mermaid.png`), fullPage: true });

  const file = join(work, `${name}.svg`);
  writeFileSync(file, run(folder, "svg"));
  await page.goto(pathToFileURL(file).href);
  const seen = await page.evaluate(() => {
    const frame = document.documentElement.viewBox.baseVal;
    const outside = [...document.querySelectorAll("text")].filter((text) => {
      const box = text.getBBox();
      return box.x < 0 || box.x + box.width > frame.width || box.y + box.height > frame.height;
    });
    // The lines are in groups, too, that have no box.
    const boxes = [...document.querySelectorAll("g")].filter((group) => group.querySelector("rect"));
    const wide = boxes.filter((group) => {
      const rectangle = group.querySelector("rect").getBBox();
      return [...group.querySelectorAll("text")].some((text) => text.getBBox().width > rectangle.width - 10);
    });
    return { root: document.documentElement.tagName, boxes: boxes.length,
      outside: outside.map((text) => text.textContent), wide: wide.map((group) => group.textContent),
      scripts: document.querySelectorAll("script").length };
  });
  expect(name, seen.root === "svg", "the svg is not well-formed");
  expect(name, seen.boxes >= nodes, `the svg has ${seen.boxes} boxes for ${nodes} nodes`);
  expect(name, seen.outside.length === 0, `outside of the svg: ${seen.outside.join(" | ")}`);
  expect(name, seen.wide.length === 0, `wider than its box: ${seen.wide.join(" | ")}`);
  expect(name, seen.scripts === 0, "a script in the svg");
  if (screenshots) await page.screenshot({ path: join(screenshots, `${name}-svg.png`), fullPage: true });

  const dot = spawnSync("dot", ["-Tplain"], { input: run(folder, "dot"), encoding: "utf8" });
  if (dot.error) {
    console.log("skipped: Graphviz is not installed, so the dot is read by nobody");
  } else {
    expect(name, dot.status === 0 && dot.stderr === "", `dot: ${dot.stderr}`);
    const lines = dot.stdout.split("\n");
    expect(name, lines.filter((line) => line.startsWith("node ")).length === nodes, "dot lost a node");
    expect(name, lines.filter((line) => line.startsWith("edge ")).length === arrows, "dot lost an arrow");
  }
  pictures += 3;
}

await browser.close();
rmSync(work, { recursive: true });
for (const text of faults) console.log(text);
console.log(`${pictures} pictures, ${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
