import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url).pathname;

/** The classes of which a sheet says how they look wherever they stand: the one class of a selector that begins with it. */
function claims(sheet: string): string[] {
  const rules = sheet.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{/g);
  return [...rules].flatMap(([, selectors]) =>
    (selectors ?? '')
      .replaceAll(/\([^()]*\)/g, '')
      .split(',')
      .map((one) => /^\.([\w-]+)(?=$|[\s:>+~])[^.]*$/.exec(one.trim())?.[1])
      .filter((one) => one !== undefined),
  );
}

/** Every class a sheet speaks of, but for those it leaves out. */
function mentions(sheet: string): string[] {
  return [...sheet.replaceAll(/\/\*[^]*?\*\//g, '').matchAll(/([^{}]+)\{/g)].flatMap(([, selectors]) => [...(selectors ?? '').replaceAll(/:not\([^()]*\)/g, '').matchAll(/\.([A-Za-z][\w-]*)/g)].map((found) => found[1] ?? ''));
}

// A page's sheet stays when the page is left: what two parts call by the same name would look one way before and another after.
test('no two parts of the app dress the same class', () => {
  const owners = new Map<string, Set<string>>();
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'))) {
    const owner = /^features\/[^/]+/.exec(file)?.[0];
    const sheet = readFileSync(`${root}${file}`, 'utf8');
    for (const name of owner === undefined ? mentions(sheet) : claims(sheet)) {
      owners.set(name, (owners.get(name) ?? new Set()).add(owner ?? 'the shared parts'));
    }
  }
  const shared = [...owners].filter(([, those]) => those.size > 1).map(([name, those]) => `.${name}: ${[...those].sort().join(', ')}`);
  expect(shared).toEqual([]);
});
