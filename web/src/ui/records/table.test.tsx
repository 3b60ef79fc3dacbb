import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { fittingColumns, type Column } from './columns';
import { Table } from './table';

type Row = { id: string; subject: string };

const rows: Row[] = [
  { id: '1', subject: 'Modem' },
  { id: '2', subject: 'Fatura' },
  { id: '3', subject: 'Adres' },
];
const columns: Column<Row>[] = [
  { key: 'id', title: 'No', width: 80, cell: (row) => row.id },
  { key: 'subject', title: 'Konu', minWidth: 160, cell: (row) => row.subject, sortable: true },
  { key: 'moved', title: 'Son hareket', width: 100, rank: 2, cell: () => '' },
  { key: 'stage', title: 'Aşama', width: 100, rank: 1, cell: () => '' },
];

function Sample({ onOpen, onSort }: { onOpen?: (row: Row) => void; onSort?: (key: string) => void }): ReactElement {
  const [current, setCurrent] = useState<string>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <Table
      label="Başvurular"
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.subject}
      current={current}
      onCurrent={setCurrent}
      onOpen={onOpen}
      selected={selected}
      onSelect={setSelected}
      onSort={(sort) => onSort?.(sort.key)}
      keys
    />
  );
}

describe('table', () => {
  it('moves with J and K, selects with X, opens with Enter', async () => {
    const onOpen = vi.fn();
    render(<Sample onOpen={onOpen} />);
    await userEvent.keyboard('jjk');
    await userEvent.keyboard('j');
    expect(screen.getByRole('row', { name: /Fatura/ })).toHaveAttribute('aria-current', 'true');
    expect(screen.getByRole('row', { name: /Fatura/ })).toHaveFocus();
    await userEvent.keyboard('x');
    expect(screen.getByRole('checkbox', { name: 'Fatura satırını seç' })).toBeChecked();
    await userEvent.keyboard('{Enter}');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[1]);
  });

  it('selects all and says when only some are', async () => {
    render(<Sample />);
    const all = screen.getByRole('checkbox', { name: 'Tümünü seç' });
    await userEvent.click(all);
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(4);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Adres satırını seç' }));
    expect(all).toBePartiallyChecked();
  });

  it('sorts by a press on the head of a sortable column', async () => {
    const onSort = vi.fn();
    render(<Sample onSort={onSort} />);
    await userEvent.click(within(screen.getByRole('columnheader', { name: 'Konu' })).getByRole('button'));
    expect(onSort).toHaveBeenCalledExactlyOnceWith('subject');
  });

  it('drops the highest ranked columns until the rest fits', () => {
    const keys = (width: number): string[] => fittingColumns(columns, width, true).map((column) => column.key);
    expect(keys(480)).toEqual(['id', 'subject', 'moved', 'stage']);
    expect(keys(479)).toEqual(['id', 'subject', 'stage']);
    expect(keys(100)).toEqual(['id', 'subject']);
  });
});
