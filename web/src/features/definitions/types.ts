import type { components } from '../../api/schema';

type Schemas = components['schemas'];

export type Row = Schemas['RowView'];
export type TableSummary = Schemas['ListTablesTableView'];
export type ColumnKind = Schemas['DefinitionColumnKind'];
export type Column = Schemas['DefinitionColumn'];
export type FormField = Schemas['FormField'];
export type FieldKind = Schemas['FormFieldKind'];
export type Names = Schemas['Names'];
export type Prerequisite = Schemas['Prerequisite'];
export type HistoryEntry = Schemas['ReadHistoryEntry'];
export type ImportAnswer = Schemas['ImportTableResponse'];

/** What a person enters in a row. */
export type RowDraft = { names: Names; code: string; unit: string | null; values: Record<string, string>; fields: readonly FormField[] };

export function draftOf(row: Row): RowDraft {
  return { names: row.names, code: row.code, unit: row.unit ?? null, values: row.values, fields: row.fields };
}

export const emptyDraft: RowDraft = { names: { tr: '', sv: '', en: '' }, code: '', unit: null, values: {}, fields: [] };
