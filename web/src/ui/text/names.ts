import { useLanguage, type Language } from './language';

/** Picks the reader's language from a name that comes in all three. */
export function useNames(): (names: Record<Language, string>) => string {
  const language = useLanguage();
  return (names) => names[language];
}
