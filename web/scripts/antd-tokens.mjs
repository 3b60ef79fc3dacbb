// Reads src/ui/theme/tokens.css and writes the light and dark values that antd needs as plain hex (19 of its style files compute with colours, so var(--x) is not possible).
import { readFile, writeFile } from 'node:fs/promises';

const folder = new URL('../src/ui/theme/', import.meta.url);
const css = await readFile(new URL('tokens.css', folder), 'utf8');

function block(selector) {
  const start = css.indexOf(selector);
  const body = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start)).replaceAll(/\/\*.*?\*\//gs, '');
  return Object.fromEntries([...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value.trim()]));
}

const root = block(':root');
const px = (name) => Number.parseInt(root[name], 10);

function values(own) {
  const v = { ...root, ...own };
  return {
    colorPrimary: v.accent, colorPrimaryHover: v['accent-hover'], colorPrimaryActive: v['accent-hover'], colorPrimaryBg: v['accent-soft'],
    colorLink: v.accent, colorLinkHover: v['accent-hover'], colorInfo: v.info, colorInfoBg: v['info-soft'],
    colorSuccess: v.ok, colorSuccessBg: v['ok-soft'], colorWarning: v.warn, colorWarningBg: v['warn-soft'], colorError: v.danger, colorErrorBg: v['danger-soft'],
    colorTextLightSolid: v['on-accent'], colorBgLayout: v.bg, colorBgContainer: v.panel, colorBgElevated: v.raised,
    colorText: v.text, colorTextSecondary: v['text-2'], colorTextTertiary: v['text-3'], colorTextPlaceholder: v['text-3'],
    colorBorder: v['line-strong'], colorBorderSecondary: v.line, colorSplit: v['line-soft'], colorFillTertiary: v.chip, fieldLine: v['field-line'],
    controlItemBgHover: v.hover, controlItemBgActive: v.selected, selected: v.selected, hover: v.hover, bg: v.bg, lineSoft: v['line-soft'],
    boxShadowSecondary: v['shadow-pop'],
  };
}

const sizes = { fontSize: px('size'), fontSizeSM: px('size-s'), fontSizeLG: px('size-m'), controlHeight: px('control'), borderRadius: px('radius'), borderRadiusSM: px('radius-s'), fontFamily: root.font, fontFamilyCode: root.mono };
const text = `// Written by scripts/antd-tokens.mjs from tokens.css (npm run tokens). Do not edit.
export const sizes = ${JSON.stringify(sizes, null, 2)} as const;

export const light = ${JSON.stringify(values({}), null, 2)} as const;

export const dark = ${JSON.stringify(values(block('[data-theme="dark"]')), null, 2)} as const;
`;

if (process.argv.includes('--print')) {
  process.stdout.write(text);
} else {
  await writeFile(new URL('antd-values.ts', folder), text);
}
