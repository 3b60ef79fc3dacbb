import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import { Checkbox } from '../fields/checkbox';
import { useShortcuts } from '../keys/shortcuts';
import { Skeleton } from '../layout/skeleton';
import { fittingColumns, useWidth, type Column } from './columns';
import './table.css';

export type Sort = { key: string; descending: boolean };

export type TableProps<Row> = {
  /** What the table lists; read aloud. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Consecutive rows with the same heading are grouped under it. */
  groupOf?: (row: Row) => string;
  /** Key of the current row (accent edge), moved with J and K. */
  current?: string | undefined;
  onCurrent?: (key: string) => void;
  /** Enter or a double click. */
  onOpen?: (row: Row) => void;
  selected?: ReadonlySet<string>;
  onSelect?: (keys: Set<string>) => void;
  /** Name of a row for its checkbox. */
  rowLabel?: (row: Row) => string;
  isUnread?: (row: Row) => boolean;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  isLoading?: boolean;
  /** Drawn instead of rows. */
  empty?: ReactNode;
  /** Stands below the last row and scrolls with it. */
  foot?: ReactNode;
  /** Called when the last row comes near the screen: fetch the next page. */
  onEnd?: () => void;
  /** Bind J, K, Enter, X for this table. One table of a screen does. */
  keys?: boolean;
};

/** A real table: 32 px rows, sticky head, selection, one current row. It never scrolls sideways; lowly ranked columns go instead. */
export function Table<Row>(props: TableProps<Row>): ReactElement {
  const { label, columns, rows, rowKey, groupOf, current, onCurrent, onOpen, selected, onSelect, rowLabel, isUnread, sort, onSort, isLoading = false, empty, foot, onEnd, keys = false } = props;
  const { t } = useTranslation();
  const [box, width] = useWidth<HTMLDivElement>();
  const body = useRef<HTMLTableSectionElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const isSelectable = selected !== undefined && onSelect !== undefined;
  const shown = fittingColumns(columns, width, isSelectable);
  const span = shown.length + (isSelectable ? 1 : 0);
  const at = rows.findIndex((row) => rowKey(row) === current);

  const go = (step: number): void => {
    const next = rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
    if (next !== undefined) {
      onCurrent?.(rowKey(next));
      body.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(rowKey(next))}"]`)?.focus();
    }
  };
  const toggle = (key: string): void => {
    const next = new Set(selected);
    if (!next.delete(key)) {
      next.add(key);
    }
    onSelect?.(next);
  };
  const list = t('ui.keys_list');

  useShortcuts(
    [
      { key: 'j', label: t('ui.keys_next'), group: list, run: () => go(1) },
      { key: 'k', label: t('ui.keys_previous'), group: list, run: () => go(-1) },
      ...(onOpen === undefined ? [] : [{ key: 'enter', label: t('ui.keys_open'), group: list, run: () => (rows[at] === undefined ? undefined : onOpen(rows[at])) }]),
      ...(isSelectable ? [{ key: 'x', label: t('ui.keys_select'), group: list, run: () => (current === undefined ? undefined : toggle(current)) }] : []),
    ],
    keys,
  );

  useEffect(() => {
    if (onEnd === undefined || end.current === null || typeof IntersectionObserver === 'undefined') {
      return undefined;
    }
    const observer = new IntersectionObserver((entries) => (entries.some((entry) => entry.isIntersecting) ? onEnd() : undefined), { rootMargin: '320px' });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [onEnd, rows.length]);

  const onRowKey = (event: KeyboardEvent, row: Row): void => {
    if (event.target !== event.currentTarget) {
      return;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      go(step);
    } else if (event.key === ' ' && isSelectable) {
      event.preventDefault();
      toggle(rowKey(row));
    } else if (event.key === 'Enter' && !keys) {
      onOpen?.(row);
    }
  };

  const allChosen = isSelectable && rows.length > 0 && rows.every((row) => selected.has(rowKey(row)));

  return (
    <div className="table" ref={box}>
      <table aria-label={label} aria-busy={isLoading || undefined}>
        <colgroup>
          {isSelectable && <col className="col-check" />}
          {shown.map((column) => (
            <col key={column.key} style={column.width === undefined ? undefined : { width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {isSelectable && (
              <th scope="col">
                <Checkbox boxOnly label={t('ui.select_all')} checked={allChosen} partly={!allChosen && selected.size > 0} onChange={(on) => onSelect(on ? new Set(rows.map(rowKey)) : new Set())} />
              </th>
            )}
            {shown.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => {
            const key = rowKey(row);
            const group = groupOf?.(row);
            const previous = rows[index - 1];
            const isChosen = selected?.has(key) === true;
            return [
              group !== undefined && (previous === undefined || groupOf?.(previous) !== group) ? (
                <tr key={`group-${group}`} className="group">
                  <th scope="rowgroup" colSpan={span}>
                    {group}
                  </th>
                </tr>
              ) : null,
              <tr
                key={key}
                data-row={key}
                className={classes(key === current && 'cur', isChosen && 'sel', isUnread?.(row) === true && 'unread', onOpen !== undefined && 'opens')}
                aria-current={key === current ? 'true' : undefined}
                tabIndex={onCurrent === undefined && onOpen === undefined ? undefined : key === current || (at < 0 && index === 0) ? 0 : -1}
                onFocus={() => (key === current ? undefined : onCurrent?.(key))}
                onClick={() => onCurrent?.(key)}
                onDoubleClick={() => onOpen?.(row)}
                onKeyDown={(event) => onRowKey(event, row)}
              >
                {isSelectable && (
                  <td>
                    <Checkbox boxOnly label={t('ui.select_row', { name: rowLabel?.(row) ?? key })} checked={isChosen} onChange={() => toggle(key)} tabIndex={-1} />
                  </td>
                )}
                {shown.map((column) => (
                  <td key={column.key} className={column.align === 'right' ? 'r num' : undefined}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>,
            ];
          })}
        </tbody>
      </table>
      {isLoading && (
        <div className="table-wait">
          <Skeleton lines={rows.length === 0 ? 6 : 2} />
        </div>
      )}
      {!isLoading && rows.length === 0 && empty}
      {foot}
      {onEnd !== undefined && <div ref={end} />}
    </div>
  );
}

function HeadCell<Row>({ column, sort, onSort }: { column: Column<Row>; sort: Sort | undefined; onSort: ((sort: Sort) => void) | undefined }): ReactElement {
  const isSorted = sort?.key === column.key;
  const content = column.titleHidden === true ? <span className="sr">{column.title}</span> : column.title;
  const Arrow = sort?.descending === true ? ArrowDown : ArrowUp;
  return (
    <th scope="col" className={column.align === 'right' ? 'r' : undefined} aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}>
      {column.sortable === true && onSort !== undefined ? (
        <button type="button" onClick={() => onSort({ key: column.key, descending: isSorted ? !sort.descending : false })}>
          {content}
          {isSorted && <Arrow className="i s" aria-hidden="true" />}
        </button>
      ) : (
        content
      )}
    </th>
  );
}
