// Adds up the suites, writes docs/requirements.md from the rows that tests name, and prints the closing line.
// usage: node tools/test-report.mjs RESULTS-FOLDER FAILED-STEPS
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, failedSteps] = [process.argv[2], Number(process.argv[3])];
const attribute = (tag, name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1] ?? '';
const unescape = (text) =>
  text.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

let passed = 0;
let failed = 0;
let skipped = 0;
const proofs = new Map();

for (const file of readdirSync(folder).filter((name) => name.endsWith('.xml'))) {
  const xml = readFileSync(join(folder, file), 'utf8');
  for (const [, open, body] of xml.matchAll(/<test (.*?)(?:\/>|>([\s\S]*?)<\/test>)/g)) {
    const result = attribute(` ${open}`, 'result');
    passed += result === 'Pass';
    failed += result === 'Fail';
    skipped += result === 'Skip';
    for (const trait of (body ?? '').matchAll(/<trait [^>]*>/g)) {
      if (attribute(trait[0], 'name') !== 'Requirement') continue;
      const id = attribute(trait[0], 'value');
      const method = `${attribute(` ${open}`, 'type').split('.').pop()}.${unescape(attribute(` ${open}`, 'method'))}`;
      const tests = proofs.get(id) ?? new Map();
      tests.set(method, (tests.get(method) ?? true) && result === 'Pass');
      proofs.set(id, tests);
    }
  }
  for (const [, tag] of xml.matchAll(/<testsuites (.*?)>/g)) {
    const tests = Number(attribute(` ${tag}`, 'tests'));
    const bad = Number(attribute(` ${tag}`, 'failures')) + Number(attribute(` ${tag}`, 'errors'));
    passed += tests - bad;
    failed += bad;
  }
}

function rowsOf(csv) {
  const rows = [];
  let row = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < csv.length; i++) {
    const c = csv[i];
    if (quoted) {
      if (c === '"' && csv[i + 1] === '"') { cell += '"'; i++; }
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',' || c === '\n') {
      row.push(cell);
      cell = '';
      if (c === '\n') { rows.push(row); row = []; }
    } else if (c !== '\r') cell += c;
  }
  return rows;
}

const [, ...requirements] = rowsOf(readFileSync('docs/requirements.csv', 'utf8'));
const screens = JSON.parse(readFileSync('docs/requirement-screens.json', 'utf8'));
const lines = requirements.map(([id, original, requirement]) => {
  const tests = [...(proofs.get(id) ?? new Map())].sort(([a], [b]) => (a < b ? -1 : 1));
  const shown = tests.map(([name, ok]) => `\`${name}\`${ok ? '' : ' **fails**'}`).join('<br>');
  return `| ${id} | ${original.replaceAll('|', '/')} | ${requirement.replaceAll('|', '/')} | ${screens[id] ?? ''} | ${shown || 'not yet'} |`;
});
const proven = requirements.filter(([id]) => [...(proofs.get(id)?.values() ?? [])].some(Boolean)).length;
writeFileSync(
  'docs/requirements.md',
  `# Requirements\n\nWritten by \`./test\` from the rows that tests name: ${proven} of ${requirements.length} rows are shown by a test.\n\n` +
    `| Row | As written | Requirement | Screen | Tests |\n|---|---|---|---|---|\n${lines.join('\n')}\n`,
);

// A step that failed without a failed test (a build, a crash) still fails the run.
failed = Math.max(failed, failedSteps);
console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
