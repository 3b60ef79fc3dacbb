import type { Language } from '../ui/text/language';

/** A name in the three languages; the code beside it, never the name, is what programs test. */
export type Names = Record<Language, string>;
