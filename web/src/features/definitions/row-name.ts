import type { Names, Row } from './types';

/** Names for people: a missing one shows another language's. */
export function filled(names: Names): Names {
  const any = names.tr || names.sv || names.en;
  return { tr: names.tr || any, sv: names.sv || any, en: names.en || any };
}

export function nameOf(row: Row): Names {
  return filled(row.names);
}
