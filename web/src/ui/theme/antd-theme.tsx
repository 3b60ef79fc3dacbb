import { ConfigProvider, theme as antd, type ThemeConfig } from 'antd';
import en from 'antd/locale/en_GB';
import sv from 'antd/locale/sv_SE';
import tr from 'antd/locale/tr_TR';
import dayjs from 'dayjs';
import 'dayjs/locale/en-gb';
import 'dayjs/locale/sv';
import 'dayjs/locale/tr';
import type { ReactElement, ReactNode } from 'react';
import { useLanguage, type Language } from '../text/language';
import { dark, light, sizes } from './antd-values';
import { pageNonce } from './nonce';
import { useReducedMotion } from './reduced-motion';
import { useScheme, type Scheme } from './theme';

const locales = { tr, sv, en } as const;
const dayjsLocales: Record<Language, string> = { tr: 'tr', sv: 'sv', en: 'en-gb' };

const themes: Record<Scheme, ThemeConfig> = { light: themeOf('light', true), dark: themeOf('dark', true) };
// Where movement is unwanted antd must know: it waits for the end of a transition before it puts a list away.
const stillThemes: Record<Scheme, ThemeConfig> = { light: themeOf('light', false), dark: themeOf('dark', false) };

// Values go in twice, as the last algorithm and as tokens: either alone leaves some of antd's own (12 px type, recalculated accents).
function themeOf(scheme: Scheme, motion: boolean): ThemeConfig {
  const { fieldLine, selected, hover, bg, lineSoft, ...colours } = scheme === 'dark' ? dark : light;
  const values = { ...colours, motion, ...sizes, controlItemBgActiveHover: selected, fontWeightStrong: 600, lineHeight: 20 / 13, motionDurationFast: '.12s', motionDurationMid: '.2s', padding: 12, paddingSM: 8, paddingXS: 4, controlHeightSM: 24, controlHeightLG: 36, borderRadiusLG: 8 };
  return {
    algorithm: [scheme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, antd.compactAlgorithm, (seed, map) => ({ ...(map ?? antd.defaultAlgorithm(seed)), ...values })],
    token: values,
    components: {
      Select: { optionHeight: 28, optionPadding: '4px 8px', optionSelectedBg: selected, optionActiveBg: hover, optionSelectedFontWeight: 500 },
      DatePicker: { colorBorder: fieldLine, activeShadow: `0 0 0 2px color-mix(in srgb, ${colours.colorPrimary} 22%, transparent)` },
      Input: { colorBorder: fieldLine },
      InputNumber: { colorBorder: fieldLine },
      Table: { headerBg: bg, headerSplitColor: 'transparent', rowHoverBg: hover, rowSelectedBg: selected, borderColor: lineSoft, headerBorderRadius: 0 },
    },
  };
}

/** Antd's look and language for one control. It is used by the wrappers in ui, so antd loads only with the pages that need it. */
export function AntdTheme({ children }: { children: ReactNode }): ReactElement {
  const scheme = useScheme();
  const isStill = useReducedMotion();
  const language = useLanguage();
  const nonce = pageNonce();
  dayjs.locale(dayjsLocales[language]);
  return (
    <ConfigProvider theme={(isStill ? stillThemes : themes)[scheme]} locale={locales[language]} csp={nonce === undefined ? undefined : { nonce }} componentSize="middle" getPopupContainer={popupHome}>
      {children}
    </ConfigProvider>
  );
}

// Inside an open dialog the list must live in the dialog, or the browser's top layer would cover it.
function popupHome(trigger?: HTMLElement): HTMLElement {
  return trigger?.closest('dialog') ?? document.body;
}
