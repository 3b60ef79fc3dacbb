import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, type Language } from './language';

const root = join(import.meta.dirname, '../../../..');
const sources = join(root, 'web/src');

function textsOf(language: Language): Map<string, string> {
  const folder = join(root, 'i18n', language);
  const all = new Map<string, string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    for (const [key, text] of Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, string>)) {
      expect(all.has(key), `${language}/${file} repeats ${key}`).toBe(false);
      all.set(key, text);
    }
  }
  return all;
}

const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const values = (text: string): string[] => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name ?? '').sort();
const texts = Object.fromEntries(languages.map((language) => [language, textsOf(language)])) as Record<Language, Map<string, string>>;

describe('texts', () => {
  it.each(['sv', 'en'] as const)('are complete in %s as they are in Turkish', (language) => {
    const turkish = new Set([...texts.tr.keys()].map(withoutPlural));
    const other = new Set([...texts[language].keys()].map(withoutPlural));
    expect([...turkish].filter((key) => !other.has(key))).toEqual([]);
    expect([...other].filter((key) => !turkish.has(key))).toEqual([]);
  });

  it.each(['sv', 'en'] as const)('take the same values in %s as in Turkish', (language) => {
    const different = [...texts.tr].filter(([key, text]) => texts[language].has(key) && values(texts[language].get(key) ?? '').join() !== values(text).join());
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('are never empty', () => {
    expect(languages.flatMap((language) => [...texts[language]].filter(([, text]) => text.trim() === '').map(([key]) => `${language} ${key}`))).toEqual([]);
  });

  it('exist for every literal that the code asks for', () => {
    const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'));
    const known = new Set([...texts.tr.keys()].flatMap((key) => [key, withoutPlural(key)]));
    const missing = files.flatMap((file) =>
      [...readFileSync(join(sources, file), 'utf8').matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key ?? '').filter((key) => !known.has(key)).map((key) => `${file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });
});
