import { ListTree } from 'lucide-react';
import { Fragment, useEffect, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/layout/empty-state';
import { useWidth } from '../../ui/records/columns';
import { languageNames, useLanguage } from '../../ui/text/language';
import { EditRow } from './edit-row';
import { RowNotice } from './row-notice';
import { layoutOf } from './table-layout';
import { dropPlace, placeOf, type Line, type Place } from './tree';
import { TreeRow, type RowAct } from './tree-row';
import type { Row, TableSummary } from './types';
import { UnitHead } from './unit-head';
import type { Unit } from './use-definitions';
import { useRowActs } from './use-row-acts';

export type Editing = { kind: 'edit'; id: string } | { kind: 'add'; parentId: string | null; level: number; unit: string | null } | null;

export type TreeTableProps = {
  label: string;
  table: TableSummary;
  rows: readonly Row[];
  lines: readonly Line[];
  uses: Readonly<Record<string, number>> | undefined;
  units: readonly Unit[];
  isFiltered: boolean;
  mayChange: boolean;
  editing: Editing;
  onEditing: (editing: Editing) => void;
  onOpen: (ids: readonly string[], isOpen: boolean) => void;
  onDetails: (row: Row) => void;
  onHistory: (row: Row) => void;
};

const ways = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'out', ArrowRight: 'in' } as const;

/** The rows as a tree grid: arrows move and open, Enter edits in place, Alt with arrows moves the row itself. */
export function TreeTable(props: TreeTableProps): ReactElement {
  const { label, table, rows, lines, uses, units, isFiltered, mayChange, editing, onEditing, onOpen, onDetails, onHistory } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const [box, width] = useWidth<HTMLDivElement>();
  const layout = layoutOf(table, language, width);
  const body = useRef<HTMLTableSectionElement>(null);
  const wanted = useRef<string | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const acts = useRowActs(rows);
  const focusable = lines.some(({ row }) => row.id === current) ? current : (lines[0]?.row.id ?? null);

  const focus = (id: string): void => {
    setCurrent(id);
    body.current?.querySelector<HTMLElement>(`tr[data-row="${id}"]`)?.focus();
  };
  // A row that was moved or saved is drawn anew; the focus follows it.
  useEffect(() => {
    const element = wanted.current === null ? null : body.current?.querySelector<HTMLElement>(`tr[data-row="${wanted.current}"]`);
    if (element != null) {
      wanted.current = null;
      element.focus();
    }
  }, [lines, editing]);

  const move = (row: Row, place: Place | null): void => {
    if (place === null || !mayChange) {
      return;
    }
    wanted.current = row.id;
    if (place.parentId !== null) {
      onOpen([place.parentId], true);
    }
    acts.move(row, place);
  };
  const addBelow = (row: Row): void => {
    onOpen([row.id], true);
    onEditing({ kind: 'add', parentId: row.id, level: row.level + 1, unit: null });
  };
  const remove = (row: Row): void => {
    const at = lines.findIndex((line) => line.row.id === row.id);
    wanted.current = (lines[at + 1] ?? lines[at - 1])?.row.id ?? null;
    acts.remove(row);
  };
  const act = (row: Row, what: RowAct): void => {
    switch (what) {
      case 'edit':
        return onEditing({ kind: 'edit', id: row.id });
      case 'add':
        return addBelow(row);
      case 'switch':
        return acts.toggle(row);
      case 'remove':
        return remove(row);
      case 'details':
        return onDetails(row);
      case 'history':
        return onHistory(row);
      default:
        return move(row, placeOf(rows, row, what));
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, line: Line, index: number): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) {
      return;
    }
    const { row, isOpen, children } = line;
    const run = keyActs({ event, line, mayChange, levels: table.levels });
    if (event.altKey && event.key in ways) {
      event.preventDefault();
      move(row, placeOf(rows, row, ways[event.key as keyof typeof ways]));
    } else if (event.altKey) {
      return;
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const next = { ArrowDown: lines[index + 1], ArrowUp: lines[index - 1], Home: lines[0], End: lines.at(-1) }[event.key];
      if (next !== undefined) {
        focus(next.row.id);
      }
    } else if (event.key === 'ArrowRight') {
      event.preventDefault();
      if (children > 0 && isOpen && lines[index + 1] !== undefined) {
        focus((lines[index + 1] as Line).row.id);
      } else if (children > 0) {
        onOpen([row.id], true);
      }
    } else if (event.key === 'ArrowLeft') {
      event.preventDefault();
      if (isOpen) {
        onOpen([row.id], false);
      } else if (row.parentId != null) {
        focus(row.parentId);
      }
    } else if (run !== undefined) {
      event.preventDefault();
      act(row, run);
    }
  };

  const addRow = editing?.kind === 'add' ? editing : null;
  const done = (id: string | null): void => {
    wanted.current = id ?? current;
    if (id !== null) {
      setCurrent(id);
    }
    onEditing(null);
  };
  const addLine =
    addRow === null ? null : (
      <EditRow key="add" before={addRow.parentId === null ? null : (rows.find((row) => row.parentId === addRow.parentId)?.id ?? null)} table={table} layout={layout} level={addRow.level} parentId={addRow.parentId} unit={addRow.unit} onDone={done} />
    );

  return (
    <div className="def-table" ref={box}>
      <table role="treegrid" aria-label={label}>
        <thead>
          <tr>
            <th className="def-name">{t('definitions.name_in', { language: languageNames[language] })}</th>
            {layout.others.map((other) => (
              <th key={other} className="def-other">
                {languageNames[other]}
              </th>
            ))}
            {layout.columns.map((column) => (
              <th key={column.name} className={`def-column ${column.kind}`}>
                {t(`definitions.column.${table.code}.${column.name}`, { defaultValue: column.name })}
              </th>
            ))}
            {layout.hasCode && <th className="def-code">{t('definitions.code')}</th>}
            <th className="def-uses r">{t('definitions.uses')}</th>
            <th className="def-acts">
              <span className="sr">{t('definitions.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody ref={body}>
          {lines.map((line, index) => (
            <Fragment key={line.row.id}>
              <UnitHead line={line} lines={lines} units={units} columns={layout.count} />
              {editing?.kind === 'edit' && editing.id === line.row.id ? (
                <EditRow table={table} layout={layout} row={line.row} level={line.row.level} parentId={line.row.parentId ?? null} unit={null} onDone={done} />
              ) : (
                <TreeRow
                  line={line}
                  table={table}
                  layout={layout}
                  uses={uses === undefined ? undefined : usesBelow(rows, line.row, uses)}
                  isFocusable={focusable === line.row.id}
                  mayChange={mayChange}
                  isDragged={dragged === line.row.id}
                  isDropping={dragged !== null && dragged !== line.row.id}
                  onFocus={() => setCurrent(line.row.id)}
                  onKeyDown={(event) => onKeyDown(event, line, index)}
                  onToggle={() => onOpen([line.row.id], !line.isOpen)}
                  onAct={(what) => act(line.row, what)}
                  onDrag={(isDragging) => setDragged(isDragging ? line.row.id : null)}
                  onDrop={(isBelow) => {
                    const row = rows.find(({ id }) => id === dragged);
                    setDragged(null);
                    if (row !== undefined) {
                      move(row, dropPlace(rows, row.id, line.row, isBelow));
                    }
                  }}
                />
              )}
              {acts.problem?.row.id === line.row.id && <RowNotice problem={acts.problem} columns={layout.count} onDeactivate={() => acts.toggle(line.row)} onClose={acts.forget} />}
              {addRow !== null && addRow.parentId === line.row.id && addLine}
            </Fragment>
          ))}
          {addRow?.parentId === null && addLine}
        </tbody>
      </table>
      {lines.length === 0 && addRow === null && (
        <EmptyState icon={ListTree} title={isFiltered ? t('ui.nothing_found') : t('definitions.empty')}>
          {isFiltered ? undefined : t('definitions.empty_hint')}
        </EmptyState>
      )}
    </div>
  );
}

/** What a key does to the row that has the focus. */
function keyActs({ event, line, mayChange, levels }: { event: KeyboardEvent; line: Line; mayChange: boolean; levels: number }): RowAct | undefined {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === 'h') {
    return 'history';
  }
  if (key === 'e') {
    return 'details';
  }
  if (!mayChange) {
    return undefined;
  }
  const changing: Record<string, RowAct> = { Enter: 'edit', F2: 'edit', Delete: 'remove', x: 'switch', ...(line.row.level < levels ? { a: 'add' as const } : {}) };
  return changing[key];
}

function usesBelow(rows: readonly Row[], row: Row, uses: Readonly<Record<string, number>>): number {
  return rows.filter((other) => other.parentId === row.id).reduce((sum, child) => sum + usesBelow(rows, child, uses), uses[row.id] ?? 0);
}
