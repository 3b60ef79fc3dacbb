import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

export const languages = ['tr', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** Each language's own name, shown untranslated so that anyone finds his own. */
export const languageNames: Record<Language, string> = { tr: 'Türkçe', sv: 'Svenska', en: 'English' };

export const cultures: Record<Language, string> = { tr: 'tr-TR', sv: 'sv-SE', en: 'en-GB' };

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value);
}

export function asLanguage(value: unknown): Language {
  const short = typeof value === 'string' ? value.slice(0, 2).toLowerCase() : '';
  return isLanguage(short) ? short : 'tr';
}

export function currentLanguage(): Language {
  return asLanguage(i18next.language);
}

/** The language on screen; the component draws again when it changes. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return asLanguage(i18n.language);
}
