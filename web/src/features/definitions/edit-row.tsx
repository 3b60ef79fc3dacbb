import { Check, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../api/refusal';
import { useRefusalText } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { IconButton } from '../../ui/actions/icon-button';
import { TextInput } from '../../ui/fields/text-input';
import { Notice } from '../../ui/layout/notice';
import { languageNames, useLanguage } from '../../ui/text/language';
import { ColumnInput, firstColour } from './column-input';
import { nameOf } from './row-name';
import type { TableLayout } from './table-layout';
import { draftOf, emptyDraft, type Row, type RowDraft, type TableSummary } from './types';
import { useAddRow, useChangeRow } from './use-definitions';

export type EditRowProps = {
  table: TableSummary;
  /** Left out for a new row. */
  row?: Row;
  level: number;
  parentId: string | null;
  /** The sibling a new row stands before. */
  before?: string | null;
  /** A new first-level row is offered only here. */
  unit: string | null;
  layout: TableLayout;
  /** With the saved row's id, or null when nothing was saved. */
  onDone: (id: string | null) => void;
};

/** A row being written, in its place in the table. Enter saves, Esc leaves; a refusal stands below and nothing typed is lost. */
export function EditRow({ table, row, level, parentId, before = null, unit, layout, onDone }: EditRowProps): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  const first = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<RowDraft>(row === undefined ? { ...emptyDraft, unit, values: firstValues(table) } : draftOf(row));
  const add = useAddRow();
  const change = useChangeRow();
  const error = add.error ?? change.error;
  const isBusy = add.isPending || change.isPending;
  const theirs = isRefusal(error, 'record.changed_meanwhile') ? (error.problem['current'] as Row) : undefined;
  const done = { onSuccess: (saved: Row) => onDone(saved.id) };

  useEffect(() => {
    first.current?.focus();
    first.current?.select();
  }, []);

  const save = (version = row?.version): void => {
    if (isBusy) {
      return;
    }
    if (row === undefined) {
      add.mutate({ table: table.code, draft, parentId, level, before }, done);
    } else {
      change.mutate({ id: row.id, version: version ?? row.version, draft }, done);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onDone(null);
    } else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      save();
    }
  };

  return (
    <>
      <tr className={`edit d${level}`} onKeyDown={onKeyDown} aria-busy={isBusy || undefined}>
        <td>
          <span className="def-tree">
            <span className="def-grip" aria-hidden="true" />
            {Array.from({ length: level - 1 }, (_, index) => (
              <span key={index} className="def-branch" aria-hidden="true" />
            ))}
            {table.levels > 1 && <span className="def-turn" />}
            <TextInput ref={first} aria-label={t('definitions.name_in', { language: languageNames[language] })} maxLength={120} value={draft.names[language]} onChange={(name) => setDraft({ ...draft, names: { ...draft.names, [language]: name } })} />
          </span>
        </td>
        {layout.others.map((other) => (
            <td key={other} className="def-other">
              <TextInput aria-label={t('definitions.name_in', { language: languageNames[other] })} maxLength={120} value={draft.names[other]} onChange={(name) => setDraft({ ...draft, names: { ...draft.names, [other]: name } })} />
            </td>
        ))}
        {layout.columns.map((column) => (
          <td key={column.name} className="def-column">
            <ColumnInput table={table.code} column={column} value={draft.values[column.name] ?? ''} onChange={(value) => setDraft({ ...draft, values: { ...draft.values, [column.name]: value } })} />
          </td>
        ))}
        {layout.hasCode && (
        <td className="def-code">
          {row === undefined ? (
            <TextInput aria-label={t('definitions.code')} title={t('definitions.code_hint')} placeholder={t('definitions.code_auto')} maxLength={40} value={draft.code} onChange={(code) => setDraft({ ...draft, code })} />
          ) : (
            <span className="t2" title={t('definitions.code_fixed')}>
              {row.code}
            </span>
          )}
        </td>
        )}
        <td className="def-uses" />
        <td className="def-acts">
          <span className="def-row-acts open">
            <IconButton look="primary" size="small" icon={Check} label={t('ui.save')} keys="enter" onClick={() => save()} />
            <IconButton size="small" icon={X} label={t('ui.cancel')} keys="escape" onClick={() => onDone(null)} />
          </span>
        </td>
      </tr>
      {error !== null && (
        <tr className="def-notice">
          <td colSpan={layout.count}>
            {theirs === undefined ? <Problem error={error} /> : <Stale name={nameOf(theirs)[language]} onTake={() => onDone(null)} onKeep={() => save(theirs.version)} />}
          </td>
        </tr>
      )}
    </>
  );
}

// The colour that the picker shows is the one that is saved.
function firstValues(table: TableSummary): Record<string, string> {
  return Object.fromEntries(table.columns.filter((column) => column.kind === 'colour' && column.isRequired).map((column) => [column.name, firstColour]));
}

function Problem({ error }: { error: Error }): ReactElement {
  const text = useRefusalText();
  return <Notice tone="danger">{text(error)}</Notice>;
}

function Stale({ name, onTake, onKeep }: { name: string; onTake: () => void; onKeep: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <Notice
      tone="warn"
      action={
        <span className="row g4">
          <Button size="small" onClick={onTake}>
            {t('definitions.stale_take')}
          </Button>
          <Button size="small" onClick={onKeep}>
            {t('definitions.stale_keep')}
          </Button>
        </span>
      }
    >
      {t('definitions.stale', { name })}
    </Notice>
  );
}
