import { languages, type Language } from '../../ui/text/language';
import type { Column, TableSummary } from './types';

const widths = { other: 110, code: 98, uses: 72, acts: 118 };
const ofKind: Record<Column['kind'], number> = { colour: 92, yesNo: 84, number: 90, choice: 110, text: 120 };

/** Which columns fit beside the name. */
export type TableLayout = { others: readonly Language[]; columns: readonly Column[]; hasCode: boolean; /** Of all that are drawn. */ count: number };

/** The code goes first where it is narrow, then the third language, the table's own columns, the second language. */
export function layoutOf(table: TableSummary, language: Language, width: number): TableLayout {
  const others = languages.filter((other) => other !== language);
  const name = table.levels > 1 ? 200 : 150;
  const tries: Omit<TableLayout, 'count'>[] = [
    { others, columns: table.columns, hasCode: true },
    { others, columns: table.columns, hasCode: false },
    { others: others.slice(0, 1), columns: table.columns, hasCode: false },
    { others: [], columns: table.columns, hasCode: false },
    { others: [], columns: [], hasCode: false },
  ];
  const needed = (one: Omit<TableLayout, 'count'>): number =>
    name + widths.other * one.others.length + one.columns.reduce((sum, column) => sum + ofKind[column.kind], 0) + (one.hasCode ? widths.code : 0) + widths.uses + widths.acts;
  const fitting = tries.find((one) => needed(one) <= width) ?? { others: [], columns: [], hasCode: false };
  return { ...fitting, count: 3 + fitting.others.length + fitting.columns.length + (fitting.hasCode ? 1 : 0) };
}
