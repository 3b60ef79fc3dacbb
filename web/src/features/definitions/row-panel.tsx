import { Plus, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/refusal';
import { RefusalNotice } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { IconButton } from '../../ui/actions/icon-button';
import { Field } from '../../ui/fields/field';
import { Select } from '../../ui/fields/select';
import { TextInput } from '../../ui/fields/text-input';
import { Facts } from '../../ui/layout/panel';
import { Tag } from '../../ui/marks/tag';
import { toast } from '../../ui/overlays/toasts';
import { languageNames, languages } from '../../ui/text/language';
import { useNames } from '../../ui/text/names';
import { FieldEditor } from './field-editor';
import { filled, nameOf } from './row-name';
import { draftOf, type FormField, type Row, type RowDraft, type TableSummary } from './types';
import { useChangeRow, type Unit } from './use-definitions';

export type RowPanelProps = { table: TableSummary; row: Row; rows: readonly Row[]; units: readonly Unit[]; mayChange: boolean; onClose: () => void };

const newField: FormField = { code: '', names: { tr: '', sv: '', en: '' }, kind: 'text', isRequired: false, choices: [] };

/** A row's details: all names, the unit it is offered in, and the extra fields of forms that choose it. */
export function RowPanel({ table, row, rows, units, mayChange, onClose }: RowPanelProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [draft, setDraft] = useState<RowDraft>(draftOf(row));
  const change = useChangeRow();
  const ancestors = ancestorsOf(rows, row);
  const inheritedUnit = ancestors.find((above) => above.unit != null)?.unit;
  const inherited = ancestors.toReversed().flatMap((above) => above.fields);
  const theirs = isRefusal(change.error, 'record.changed_meanwhile') ? (change.error.problem['current'] as Row) : undefined;
  const unitName = (code: string): string => names(units.find((unit) => unit.code === code)?.names ?? { tr: code, sv: code, en: code });
  const setField = (index: number, field: FormField | null): void =>
    setDraft({ ...draft, fields: field === null ? draft.fields.filter((_, at) => at !== index) : draft.fields.map((old, at) => (at === index ? field : old)) });
  const moveField = (index: number, by: number): void => {
    const fields = [...draft.fields];
    const [moved] = fields.splice(index, 1);
    fields.splice(index + by, 0, ...(moved === undefined ? [] : [moved]));
    setDraft({ ...draft, fields });
  };
  const save = (version: number): void => change.mutate({ id: row.id, version, draft }, { onSuccess: () => toast({ title: t('definitions.saved', { name: names(nameOf(row)) }) }) });

  return (
    <aside className="def-side" aria-labelledby="def-row-title">
      <div className="def-side-head row">
        <div className="grow">
          <h2 id="def-row-title" className="cut">
            {names(nameOf(row))}
          </h2>
          <p className="t2 s cut">{[...ancestors].reverse().map((above) => names(nameOf(above))).join(' › ') || t('definitions.details')}</p>
        </div>
        <IconButton look="quiet" size="small" icon={X} label={t('ui.close')} onClick={onClose} />
      </div>
      <form
        className="def-side-body stack"
        onSubmit={(event) => {
          event.preventDefault();
          save(row.version);
        }}
      >
        <Facts rows={[{ label: t('definitions.code'), value: <span className="code">{row.code}</span> }]} />
        {languages.map((language) => (
          <Field key={language} label={t('definitions.name_in', { language: languageNames[language] })}>
            <TextInput value={draft.names[language]} maxLength={120} disabled={!mayChange} onChange={(name) => setDraft({ ...draft, names: { ...draft.names, [language]: name } })} />
          </Field>
        ))}
        {inheritedUnit == null ? (
          <Field label={t('definitions.unit')} hint={t('definitions.unit_hint')}>
            <Select value={draft.unit} clearable disabled={!mayChange} placeholder={t('definitions.all_units')} options={units.map((unit) => ({ value: unit.code, label: names(unit.names) }))} onChange={(unit) => setDraft({ ...draft, unit })} />
          </Field>
        ) : (
          <Facts rows={[{ label: t('definitions.unit'), value: unitName(inheritedUnit) }]} />
        )}
        {table.carriesFields && (
          <section className="stack g8" aria-labelledby="def-fields-title">
            <div className="row">
              <h3 id="def-fields-title" className="grow">
                {t('definitions.fields')}
              </h3>
              {mayChange && (
                <Button size="small" icon={Plus} disabled={draft.fields.length >= 20} onClick={() => setDraft({ ...draft, fields: [...draft.fields, newField] })}>
                  {t('definitions.field_add')}
                </Button>
              )}
            </div>
            <p className="t2 s">{t('definitions.fields_hint')}</p>
            {inherited.length > 0 && (
              <p className="row g4 wrap s t2">
                {t('definitions.fields_inherited')}
                {inherited.map((field) => (
                  <Tag key={field.code}>{names(filled(field.names))}</Tag>
                ))}
              </p>
            )}
            {draft.fields.map((field, index) => (
              <FieldEditor
                key={index}
                field={field}
                place={index}
                count={draft.fields.length}
                disabled={!mayChange}
                onChange={(next) => setField(index, next)}
                onMove={(by) => moveField(index, by)}
                onRemove={() => setField(index, null)}
              />
            ))}
          </section>
        )}
        {theirs === undefined ? (
          <RefusalNotice error={change.error} />
        ) : (
          <p className="warn s" role="alert">
            {t('definitions.stale', { name: names(nameOf(theirs)) })}
          </p>
        )}
        {mayChange && (
          <div className="row">
            <Button type="submit" busy={change.isPending}>
              {t('ui.save')}
            </Button>
            {theirs !== undefined && <Button onClick={() => save(theirs.version)}>{t('definitions.stale_keep')}</Button>}
          </div>
        )}
      </form>
    </aside>
  );
}

/** From the parent to the root. */
function ancestorsOf(rows: readonly Row[], row: Row): Row[] {
  const parent = rows.find(({ id }) => id === row.parentId);
  return parent === undefined ? [] : [parent, ...ancestorsOf(rows, parent)];
}
