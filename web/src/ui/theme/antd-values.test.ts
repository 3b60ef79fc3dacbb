import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('are what tokens.css says (npm run tokens)', () => {
  const web = join(import.meta.dirname, '../../..');
  const written = execFileSync('node', ['scripts/antd-tokens.mjs', '--print'], { cwd: web, encoding: 'utf8' });
  expect(readFileSync(join(import.meta.dirname, 'antd-values.ts'), 'utf8')).toBe(written);
});
