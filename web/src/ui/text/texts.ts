import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { asLanguage, currentLanguage, isLanguage, type Language } from './language';
import type { TextFile } from './merge';

const storageKey = 'santral.language';

const bundles: Record<Language, () => Promise<{ texts: TextFile }>> = {
  tr: () => import('./tr'),
  sv: () => import('./sv'),
  en: () => import('./en'),
};

function remembered(): Language {
  try {
    const stored = localStorage.getItem(storageKey);
    if (isLanguage(stored)) {
      return stored;
    }
  } catch {
    // Without storage the browser's wish decides.
  }
  return asLanguage(navigator.languages.find((wish) => isLanguage(wish.slice(0, 2).toLowerCase())));
}

async function fetchTexts(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    const { texts } = await bundles[language]();
    i18next.addResourceBundle(language, 'translation', texts);
  }
}

/** Reads the first language and starts the texts. Keys are flat (`module.key`), values are put in as `{{name}}`. */
export async function startTexts(language: Language = remembered()): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: {},
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await setLanguage(language);
}

/** Switches the whole page without a reload. The caller saves the choice to the user's account. */
export async function setLanguage(language: Language): Promise<void> {
  await fetchTexts(language);
  if (currentLanguage() !== language || i18next.language !== language) {
    await i18next.changeLanguage(language);
  }
  document.documentElement.lang = language;
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // The choice then lasts as long as the page.
  }
}
