import { useLanguage, type Language } from './language';

/** Picks the reader's language from a name that comes in three; one that is not translated yet shows in another rather than not at all. */
export function useNames(): (names: Record<Language, string>) => string {
  const language = useLanguage();
  return (names) => names[language] || names.en || names.tr || names.sv;
}
