// Looks at screens of a running app (`SANTRAL_MOCK=1 npm run preview`) in Chromium: pictures into shots/, axe on each, policy violations and sideways scrolling reported.
// npm run shots -- sign-in account   (names of screens; all when none are given)
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { screens } from './screens.mjs';

const base = process.env.SANTRAL_URL ?? 'http://localhost:8310';
const wanted = process.argv.slice(2);
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = new URL('../shots/', import.meta.url).pathname;
const looks = (process.env.SHOTS ?? '1440-light-tr,1440-dark-tr,1280-light-sv,360-light-en,360-dark-tr').split(',').map((look) => {
  const [width, theme, language] = look.split('-');
  return { width: Number(width), theme, language };
});
const heights = { 1440: 900, 1280: 800, 360: 740 };

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
let troubles = 0;

for (const look of looks) {
  const context = await browser.newContext({
    viewport: { width: look.width, height: heights[look.width] ?? 900 },
    colorScheme: look.theme,
    bypassCSP: false,
    locale: { tr: 'tr-TR', sv: 'sv-SE', en: 'en-GB' }[look.language],
    timezoneId: 'Europe/Istanbul',
    reducedMotion: 'reduce',
    hasTouch: look.width < 600,
  });
  await context.addInitScript(({ language, theme }) => {
    localStorage.setItem('santral.language', language);
    localStorage.setItem('santral.theme', theme);
    addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
  }, look);
  for (const screen of screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const page = await context.newPage();
    const said = [];
    page.on('console', (message) => (message.type() === 'error' && !/status of 4|\/hubs\//.test(`${message.text()} ${message.location().url}`) ? said.push(message.text()) : undefined));
    page.on('pageerror', (error) => said.push(String(error)));
    await screen.before?.(page, base, look);
    await page.goto(base + screen.path, { waitUntil: 'networkidle' });
    await screen.act?.(page, look);
    await page.waitForTimeout(350);
    const name = `${screen.name}-${look.width}-${look.theme}-${look.language}`;
    await page.screenshot({ path: `${folder}${name}.png`, fullPage: screen.full === true });
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.evaluate(axe).catch(() => page.addScriptTag({ content: axe }));
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    const report = [
      ...said.map((text) => `console: ${text}`),
      ...(sideways > 0 ? [`scrolls sideways by ${sideways}px`] : []),
      ...violations.map((violation) => `axe ${violation.id} (${violation.nodes.length}): ${violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join(' | ')}`),
    ];
    troubles += report.length;
    process.stdout.write(`${name}${report.length === 0 ? ' clean' : `\n  ${report.join('\n  ')}`}\n`);
    await page.close();
  }
  await context.close();
}

await browser.close();
process.exitCode = troubles === 0 ? 0 : 1;
