import { Archive, ArchiveRestore, ArrowDown, ArrowUp, ChevronDown, ChevronRight, Ellipsis, GripVertical, History, IndentDecrease, IndentIncrease, Pencil, Plus, SlidersHorizontal, Trash2, TriangleAlert } from 'lucide-react';
import { useRef, useState, type DragEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes';
import { IconButton } from '../../ui/actions/icon-button';
import { Count } from '../../ui/marks/count';
import { Tag } from '../../ui/marks/tag';
import { Menu, type MenuEntry } from '../../ui/overlays/menu';
import { useLanguage, type Language } from '../../ui/text/language';
import { useFormat } from '../../ui/text/use-format';
import { ColumnValue } from './column-value';
import { nameOf } from './row-name';
import type { TableLayout } from './table-layout';
import type { Line } from './tree';
import type { Row, TableSummary } from './types';

export type RowAct = 'edit' | 'add' | 'switch' | 'remove' | 'details' | 'history' | 'up' | 'down' | 'in' | 'out';

export type TreeRowProps = {
  line: Line;
  table: TableSummary;
  layout: TableLayout;
  uses: number | undefined;
  isFocusable: boolean;
  mayChange: boolean;
  isDragged: boolean;
  /** Another row is being dragged and may be dropped here. */
  isDropping: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLTableRowElement>) => void;
  onToggle: () => void;
  onAct: (act: RowAct) => void;
  onDrag: (isDragging: boolean) => void;
  onDrop: (isBelow: boolean) => void;
};

/** One row as it is read: name with its place in the tree, the other languages, code, use, and its acts on hover and focus. */
export function TreeRow({ line, table, layout, uses, isFocusable, mayChange, isDragged, isDropping, onFocus, onKeyDown, onToggle, onAct, onDrag, onDrop }: TreeRowProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const { row, children, isOpen } = line;
  const [over, setOver] = useState<'above' | 'below' | null>(null);
  const isBelow = (event: DragEvent<HTMLTableRowElement>): boolean => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY > box.top + box.height / 2;
  };
  const grip = useRef(false);

  return (
    <tr
      data-row={row.id}
      role="row"
      aria-level={row.level}
      aria-posinset={line.place}
      aria-setsize={line.siblings}
      aria-expanded={children > 0 ? isOpen : undefined}
      tabIndex={isFocusable ? 0 : -1}
      className={classes(`d${row.level}`, !row.isOffered && 'dead', isDragged && 'dragged', over !== null && `drop-${over}`)}
      draggable={mayChange}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onDoubleClick={() => (mayChange ? onAct('edit') : undefined)}
      onPointerDown={(event) => {
        grip.current = event.target instanceof Element && event.target.closest('.def-grip') !== null;
      }}
      onDragStart={(event) => {
        // Only by the handle, so that text stays selectable.
        if (!grip.current) {
          event.preventDefault();
          return;
        }
        event.dataTransfer.effectAllowed = 'move';
        onDrag(true);
      }}
      onDragEnd={() => onDrag(false)}
      onDragOver={(event) => {
        if (isDropping) {
          event.preventDefault();
          setOver(isBelow(event) ? 'below' : 'above');
        }
      }}
      onDragLeave={() => setOver(null)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(null);
        onDrop(isBelow(event));
      }}
    >
      <td role="gridcell">
        <span className="def-tree">
          <span className="def-grip" aria-hidden="true">
            {mayChange && <GripVertical className="i s" />}
          </span>
          {Array.from({ length: row.level - 1 }, (_, level) => (
            <span key={level} className="def-branch" aria-hidden="true" />
          ))}
          {table.levels > 1 && (
            <span className="def-turn">
              {children > 0 && (
                <button type="button" tabIndex={-1} aria-label={t(isOpen ? 'definitions.close_branch' : 'definitions.open_branch', { name: nameOf(row)[language] })} onClick={onToggle}>
                  {isOpen ? <ChevronDown className="i s" aria-hidden="true" /> : <ChevronRight className="i s" aria-hidden="true" />}
                </button>
              )}
            </span>
          )}
          <Name row={row} language={language} isMain />
          {children > 0 && <Count value={children} />}
          {row.level > 1 && row.unit != null && <Tag>{row.unit}</Tag>}
          {row.fields.length > 0 && (
            <span title={t('definitions.has_fields', { count: row.fields.length })}>
              <SlidersHorizontal className="i s t3" role="img" aria-label={t('definitions.has_fields', { count: row.fields.length })} />
            </span>
          )}
        </span>
      </td>
      {layout.others.map((other) => (
        <td key={other} role="gridcell" className="def-other t2">
            <Name row={row} language={other} />
          </td>
      ))}
      {layout.columns.map((column) => (
        <td key={column.name} role="gridcell" className="def-column">
          <ColumnValue table={table.code} column={column} value={row.values[column.name]} />
        </td>
      ))}
      {layout.hasCode && (
        <td role="gridcell" className="def-code t2" title={row.code}>
          {row.code}
        </td>
      )}
      <td role="gridcell" className="def-uses r num t2">
        {uses === undefined ? '' : format.number(uses)}
      </td>
      <td role="gridcell" className="def-acts">
        <span className="def-acts-box">
        {!row.isOffered && <span className="def-closed">{row.isActive ? <Tag>{t('definitions.parent_closed')}</Tag> : <Tag>{t('definitions.closed')}</Tag>}</span>}
        <Acts row={row} table={table} mayChange={mayChange} tabIndex={isFocusable ? 0 : -1} onAct={onAct} />
        </span>
      </td>
    </tr>
  );
}

function Name({ row, language, isMain = false }: { row: Row; language: Language; isMain?: boolean }): ReactElement {
  const { t } = useTranslation();
  const name = row.names[language];
  const missing = (
    <span className="def-missing">
      <TriangleAlert className="i s" aria-hidden="true" />
      {t('definitions.missing')}
    </span>
  );
  if (!isMain) {
    return name === '' ? missing : <span className="cut def-text" title={name}>{name}</span>;
  }
  return (
    <>
      <span className="cut def-title" title={nameOf(row)[language]}>
        {nameOf(row)[language]}
      </span>
      {name === '' && missing}
    </>
  );
}

type ActsProps = { row: Row; table: TableSummary; mayChange: boolean; tabIndex: number; onAct: (act: RowAct) => void };

function Acts({ row, table, mayChange, tabIndex, onAct }: ActsProps): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const switching = { label: t(row.isActive ? 'definitions.deactivate' : 'definitions.activate'), icon: row.isActive ? Archive : ArchiveRestore };
  const looking: MenuEntry[] = [
    { label: t('definitions.details'), icon: SlidersHorizontal, keys: 'e', run: () => onAct('details') },
    { label: t('definitions.history'), icon: History, keys: 'h', run: () => onAct('history') },
  ];
  const changing: MenuEntry[] = [
    { label: t('definitions.edit'), icon: Pencil, keys: 'enter', run: () => onAct('edit') },
    ...(row.level < table.levels ? [{ label: t('definitions.add_below'), icon: Plus, keys: 'a', run: () => onAct('add') }] : []),
    { kind: 'line' },
    { label: t('definitions.move_up'), icon: ArrowUp, keys: 'alt+arrowup', run: () => onAct('up') },
    { label: t('definitions.move_down'), icon: ArrowDown, keys: 'alt+arrowdown', run: () => onAct('down') },
    ...(table.levels > 1
      ? [
          { label: t('definitions.move_in'), icon: IndentIncrease, keys: 'alt+arrowright', run: () => onAct('in') },
          { label: t('definitions.move_out'), icon: IndentDecrease, keys: 'alt+arrowleft', disabled: row.level === 1, run: () => onAct('out') },
        ]
      : []),
    { kind: 'line' },
    { ...switching, keys: 'x', run: () => onAct('switch') },
    { label: t('definitions.delete'), icon: Trash2, danger: true, keys: 'delete', run: () => onAct('remove') },
  ];
  return (
    <span className={classes('def-row-acts', isOpen && 'open')}>
      {mayChange && (
        <span className="def-wide-acts">
          <IconButton look="quiet" size="small" icon={Pencil} label={t('definitions.edit')} tabIndex={tabIndex} onClick={() => onAct('edit')} />
          <IconButton look="quiet" size="small" icon={switching.icon} label={switching.label} tabIndex={tabIndex} onClick={() => onAct('switch')} />
          <IconButton look="quiet" size="small" icon={Trash2} label={t('definitions.delete')} tabIndex={tabIndex} onClick={() => onAct('remove')} />
        </span>
      )}
      <IconButton ref={anchor} look="quiet" size="small" icon={Ellipsis} label={t('ui.more')} aria-haspopup="menu" aria-expanded={isOpen} tabIndex={tabIndex} onClick={() => setIsOpen(true)} />
      {isOpen && <Menu anchor={anchor} align="end" label={nameOf(row).tr} entries={mayChange ? [...changing.slice(0, -3), { kind: 'line' }, ...looking, ...changing.slice(-3)] : looking} onClose={() => setIsOpen(false)} />}
    </span>
  );
}
