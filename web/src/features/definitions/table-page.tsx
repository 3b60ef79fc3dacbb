import { ChevronsDownUp, ChevronsUpDown, Download, History, Plus, Search, Upload } from 'lucide-react';
import { useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/me';
import { RefusalNotice } from '../../api/refusal-notice';
import { Button, buttonClass } from '../../ui/actions/button';
import { IconButton } from '../../ui/actions/icon-button';
import { Segmented } from '../../ui/actions/segmented';
import { Select } from '../../ui/fields/select';
import { TextInput } from '../../ui/fields/text-input';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { Skeleton } from '../../ui/layout/skeleton';
import { useNames } from '../../ui/text/names';
import { HistoryPanel } from './history-panel';
import { ImportDialog } from './import-dialog';
import { ReadinessPanel } from './readiness-panel';
import { RowPanel } from './row-panel';
import { nameOf } from './row-name';
import { linesOf, type Shown } from './tree';
import { TreeTable, type Editing } from './tree-table';
import type { Row, TableSummary } from './types';
import { useRowUses, useTableRows, useUnits } from './use-definitions';

type Side = { kind: 'history'; row: Row | null } | { kind: 'row'; id: string } | null;

const nothing: readonly Row[] = [];

/** One table: search, filters, the rows, and at the side readiness, history or a row's details. */
export function TablePage({ code }: { code: string }): ReactElement {
  const { t } = useTranslation();
  const inMyLanguage = useNames();
  const mayChange = useCan('definitions.settings');
  const { data, error } = useTableRows(code);
  const { data: uses } = useRowUses(code);
  const units = useUnits();
  const rows = data?.rows ?? nothing;
  const [query, setQuery] = useState('');
  const [shown, setShown] = useState<Shown>('all');
  const [unit, setUnit] = useState<string | null>(null);
  // Until somebody opens or closes a branch, the first level is open.
  const [opened, setOpened] = useState<ReadonlySet<string> | null>(null);
  const [editing, setEditing] = useState<Editing>(null);
  const [side, setSide] = useState<Side>(null);
  const [isImporting, setIsImporting] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const open = useMemo(() => opened ?? new Set(rows.filter((row) => row.level === 1).map(({ id }) => id)), [opened, rows]);
  const lines = useMemo(() => linesOf(rows, { query, shown, unit, opened: open, units: units.map((one) => one.code) }), [rows, query, shown, unit, open, units]);
  const name = t(`definitions.table.${code}`, { defaultValue: code });
  const sided = side?.kind === 'row' ? rows.find(({ id }) => id === side.id) : undefined;
  const isTree = (data?.table.levels ?? 1) > 1;
  const areAllOpen = rows.every((row) => open.has(row.id) || !rows.some((child) => child.parentId === row.id));

  const add = (): void => setEditing({ kind: 'add', parentId: null, level: 1, unit });
  useShortcuts([
    { key: 'n', label: t('definitions.add_row'), group: t('definitions.title'), run: () => (mayChange ? add() : undefined) },
    { key: 'f', label: t('definitions.search_rows'), group: t('definitions.title'), run: () => search.current?.select() },
    { key: 'escape', run: () => setSide(null) },
  ]);

  return (
    <>
      <section className="def-main" aria-labelledby="def-title">
        <header className="def-head">
          <h1 id="def-title">{name}</h1>
          <span className="t2 grow cut">{data === undefined ? '' : counts(data.table, t)}</span>
          <a className={buttonClass('plain')} href={`/api/definitions/tables/${code}/export`} download={`${code}.csv`}>
            <Download className="i s" aria-hidden="true" />
            {t('definitions.export')}
          </a>
          {mayChange && (
            <>
              <Button icon={Upload} onClick={() => setIsImporting(true)}>
                {t('definitions.import')}
              </Button>
              <Button icon={Plus} look={editing === null ? 'primary' : 'plain'} keys="n" onClick={add}>
                {t('definitions.add_row')}
              </Button>
            </>
          )}
        </header>
        <div className="def-tools">
          <TextInput ref={search} className="def-search" type="search" icon={Search} aria-label={t('definitions.search_rows')} placeholder={isTree ? t('definitions.search_levels') : t('definitions.search_rows')} value={query} onChange={setQuery} />
          <Segmented
            label={t('definitions.shown')}
            value={shown}
            onChange={setShown}
            options={(['open', 'closed', 'all'] as const).map((value) => ({ value, label: t(`definitions.shown.${value}`) }))}
          />
          {rows.some((row) => row.offeredIn != null) && (
            <span className="def-unit">
              <Select label={t('definitions.unit')} value={unit} clearable placeholder={t('definitions.all_units')} options={units.map((one) => ({ value: one.code, label: inMyLanguage(one.names) }))} onChange={setUnit} />
            </span>
          )}
          <span className="end row g4">
            {isTree && (
              <Button look="quiet" icon={areAllOpen ? ChevronsDownUp : ChevronsUpDown} onClick={() => setOpened(areAllOpen ? new Set() : new Set(rows.map(({ id }) => id)))}>
                {areAllOpen ? t('definitions.close_all') : t('definitions.open_all')}
              </Button>
            )}
            <IconButton look="quiet" icon={History} label={t('definitions.history')} onClick={() => setSide({ kind: 'history', row: null })} />
          </span>
        </div>
        {data === undefined ? (
          <div className="page">{error === null ? <Skeleton lines={8} /> : <RefusalNotice error={error} />}</div>
        ) : (
          <TreeTable
            label={name}
            table={data.table}
            rows={rows}
            lines={lines}
            uses={uses}
            units={units}
            isFiltered={query !== '' || shown !== 'all' || unit !== null}
            mayChange={mayChange}
            editing={editing}
            onEditing={setEditing}
            onOpen={(ids, isOpen) => {
              const next = new Set(open);
              ids.forEach((id) => (isOpen ? next.add(id) : next.delete(id)));
              setOpened(next);
            }}
            onDetails={(row) => setSide({ kind: 'row', id: row.id })}
            onHistory={(row) => setSide({ kind: 'history', row })}
          />
        )}
      </section>
      {side?.kind === 'history' ? (
        <HistoryPanel table={code} row={side.row?.id ?? null} name={side.row === null ? name : inMyLanguage(nameOf(side.row))} onClose={() => setSide(null)} />
      ) : sided !== undefined && data !== undefined ? (
        <RowPanel key={sided.id} table={data.table} row={sided} rows={rows} units={units} mayChange={mayChange} onClose={() => setSide(null)} />
      ) : (
        <ReadinessPanel table={code} />
      )}
      {isImporting && <ImportDialog table={code} onClose={() => setIsImporting(false)} />}
    </>
  );
}

function counts(table: TableSummary, t: (key: string, values: { count: number }) => string): string {
  const words = table.levels === 1 ? ['definitions.count_rows'] : ['definitions.count_1', 'definitions.count_2', 'definitions.count_3'];
  return words.map((word, level) => t(word, { count: table.offered[level] ?? 0 })).join(', ');
}
