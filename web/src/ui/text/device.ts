const browsers: readonly [RegExp, string][] = [
  [/Edg(?:A|iOS)?\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Headless)?(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[.\d]* (?:Mobile\/\w+ )?Safari/, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
];

/** What a browser calls itself, in a form people know: "Chrome 156 · Linux". What is no browser is said as it is. */
export function deviceName(agent: string): string {
  const browser = browsers.map(([sign, name]) => ({ name, found: sign.exec(agent) })).find(({ found }) => found !== null);
  const system = systems.find(([sign]) => sign.test(agent))?.[1];
  const name = browser === undefined ? undefined : `${browser.name} ${browser.found?.[1] ?? ''}`;
  return [name, system].filter((part) => part !== undefined).join(' · ') || agent;
}
