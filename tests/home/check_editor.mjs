// What an editor shows of a record: asks yaml-language-server, through the language server protocol, for
// errors, completion and hover, with the schema that brm prints and the line that names it.
//
// node check_editor.mjs BRM SOURCE_FOLDER MODULES
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [brm, source, modules] = process.argv.slice(2);
const require = createRequire(path.join(modules, 'node_modules/'));
const rpc = require('vscode-jsonrpc/node');

const work = mkdtempSync(path.join(tmpdir(), 'brm-editor-'));
const failures = [];
const check = (holds, words) => { if (!holds) failures.push(words); };

// The first line of a record, as the manual shows it.
function schemaLine(relative) {
  const page = readFileSync(path.join(source, 'man/brm-setup.7'), 'utf8').replaceAll('\\-', '-');
  const shown = /^# yaml-language-server: \$schema=(.*)$/m.exec(page);
  check(shown && shown[1] === '../.brm.schema.json', `the manual shows the schema line ${shown}`);
  return `# yaml-language-server: $schema=${path.relative(path.dirname(relative), '.brm.schema.json')}\n`;
}

// What the manual shows for settings.json.
function settingsOfTheManual() {
  const page = readFileSync(path.join(source, 'man/brm-setup.7'), 'utf8').replaceAll('\\-', '-');
  return JSON.parse(/^\{\n[^]*?^\}\n/m.exec(page)[0])['yaml.schemas'];
}

class Editor {
  static async start() {
    const editor = new Editor();
    const server = spawn(process.execPath, [path.join(modules, 'node_modules/yaml-language-server/bin/yaml-language-server'),
      '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    editor.server = server;
    editor.connection = rpc.createMessageConnection(new rpc.StreamMessageReader(server.stdout),
      new rpc.StreamMessageWriter(server.stdin));
    editor.published = new Map();
    editor.waiting = new Map();
    editor.connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
      editor.waiting.get(uri)?.(diagnostics);
    });
    // Nothing from a network: only the schema that a record names.
    const settings = { yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false },
      schemas: settingsOfTheManual() } };
    editor.connection.onRequest('workspace/configuration', ({ items }) =>
      items.map(({ section }) => section?.split('.').reduce((at, key) => at?.[key], settings) ?? null));
    editor.connection.onRequest('client/registerCapability', () => null);
    editor.connection.listen();
    const folder = pathToFileURL(work).href;
    editor.about = await editor.connection.sendRequest('initialize', {
      processId: process.pid, rootUri: folder, workspaceFolders: [{ uri: folder, name: 'records' }],
      capabilities: {
        textDocument: {
          synchronization: {}, publishDiagnostics: {}, hover: { contentFormat: ['markdown', 'plaintext'] },
          completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
        },
        workspace: { configuration: true, workspaceFolders: true },
      },
    });
    await editor.connection.sendNotification('initialized', {});
    await editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
    return editor;
  }

  // The errors it shows in such a file.
  async open(relative, text) {
    const uri = pathToFileURL(path.join(work, relative)).href;
    const said = new Promise((resolve, reject) => {
      this.waiting.set(uri, resolve);
      setTimeout(() => reject(new Error(`${relative}: no diagnostics came`)), 60000).unref();
    });
    await this.connection.sendNotification('textDocument/didOpen',
      { textDocument: { uri, languageId: 'yaml', version: 1, text } });
    return { uri, errors: await said };
  }

  hover(uri, line, character) {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } });
  }

  async complete(uri, line, character) {
    const answer = await this.connection.sendRequest('textDocument/completion',
      { textDocument: { uri }, position: { line, character } });
    return answer.items ?? answer;
  }

  async stop() {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
  }
}

function recordsBelow(folder) {
  return readdirSync(path.join(source, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => path.relative(path.join(source, folder), path.join(entry.parentPath ?? entry.path, entry.name))).sort();
}

// Every record of the examples is without errors; brm.yaml of the office ignores its drafts.
async function checkExamples(editor) {
  const records = ['examples/small', 'examples/office'].flatMap((folder) => recordsBelow(folder)
    .filter((relative) => !relative.startsWith('drafts/')).map((relative) => ({ folder, relative })));
  await Promise.all(records.map(async ({ folder, relative }) => {
    const text = readFileSync(path.join(source, folder, relative), 'utf8');
    const shown = path.join(path.basename(folder), relative);
    const line = `# yaml-language-server: $schema=${path.relative(path.dirname(shown), '.brm.schema.json')}\n`;
    const { errors } = await editor.open(shown, line + text);
    for (const error of errors) {
      failures.push(`${folder}/${relative}:${error.range.start.line}: ${error.message}`);
    }
  }));
  return records.length;
}

const lines = (...all) => all.join('\n');

async function checkErrors(editor) {
  const text = schemaLine('relationships/it.yaml') + lines('kind: relationship', 'id: it', 'title: It', 'type: agncy',
    'tier: strategic', 'manger: jo', 'reviewed: 2026-13-45', '');
  const { errors } = await editor.open('relationships/it.yaml', text);
  const at = (line) => errors.filter((error) => error.range.start.line === line).map((error) => error.message).join(' ');
  check(/agency/.test(at(4)), `a wrong word: ${at(4)}`);
  check(/manger/.test(at(6)), `an unknown key: ${at(6)}`);
  check(at(7) !== '', 'a day that does not exist has no error');
  check(errors.some((error) => /manager/.test(error.message)), `a missing field is not named: ${JSON.stringify(errors)}`);
  const named = await editor.open('people/jo.yaml', lines('kind: person', 'id: jo', 'title: Jo', 'rool: chief', ''));
  check(named.errors.some((error) => /rool/.test(error.message)), `by the settings: ${JSON.stringify(named.errors)}`);
  check(errors.length === 4, `other errors: ${JSON.stringify(errors.map((error) => error.message))}`);
}

async function checkCompletion(editor) {
  const text = schemaLine('relationships/half.yaml') + lines('kind: relationship', 'id: half', 'title: Half', 'type: ', 'ti', '');
  const { uri } = await editor.open('relationships/half.yaml', text);
  const words = (await editor.complete(uri, 4, 6)).map((item) => item.label);
  for (const word of ['agency', 'private_partner', 'cross_jurisdiction', 'internal']) {
    check(words.includes(word), `completion of type lacks ${word}: ${words}`);
  }
  const keys = (await editor.complete(uri, 5, 2)).map((item) => item.label);
  check(keys.includes('tier'), `completion of keys lacks tier: ${keys}`);
  check(!keys.includes('outcomes'), 'completion offers keys of another kind');
  const kind = await editor.open('any.yaml', `${schemaLine('any.yaml')}kind: \n`);
  const kinds = (await editor.complete(kind.uri, 1, 6)).map((item) => item.label);
  check(kinds.includes('initiative') && kinds.includes('person'), `completion of kind: ${kinds}`);
  const nested = `${schemaLine('initiatives/deep.yaml')}${lines('kind: initiative', 'id: deep', 'outcomes:', '  - id: o',
    '    indicator:', '      direction: ', '')}`;
  const deep = await editor.open('initiatives/deep.yaml', nested);
  const directions = (await editor.complete(deep.uri, 6, 17)).map((item) => item.label);
  check(directions.includes('increase') && directions.includes('decrease'), `completion in a part: ${directions}`);
}

async function checkHover(editor) {
  const text = schemaLine('relationships/hover.yaml') + lines('kind: relationship', 'id: hover', 'title: Hover', 'type: agency',
    'tier: strategic', 'manager: jo', '');
  const { uri } = await editor.open('relationships/hover.yaml', text);
  const explained = execFileSync(brm, ['explain', 'relationship.tier'], { encoding: 'utf8' });
  const shown = JSON.stringify(await editor.hover(uri, 5, 1));
  const meaning = JSON.parse(execFileSync(brm, ['schema'], { encoding: 'utf8' }))
    .definitions.relationship.properties.tier.description;
  check(shown.includes(meaning.split('\n')[0].slice(0, 40)), `hover says ${shown} and the schema ${meaning}`);
  check(explained.includes(meaning.slice(0, 20)), 'explain says something else of tier');
}

try {
  execFileSync(brm, ['schema', '-o', path.join(work, '.brm.schema.json')]);
  const editor = await Editor.start();
  await checkErrors(editor);
  await checkCompletion(editor);
  await checkHover(editor);
  const count = await checkExamples(editor);
  await editor.stop();
  failures.slice(0, 30).forEach((words) => console.log(words));
  const { version } = require('yaml-language-server/package.json');
  console.log(`yaml-language-server ${version}: errors, completion and hover; ${count} records of the examples: ${failures.length} failures`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exit(failures.length ? 1 : 0);
