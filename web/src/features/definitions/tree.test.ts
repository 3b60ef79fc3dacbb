import { describe, expect, it } from 'vitest';
import { mockRows, resetDefinitions } from '../../mocks/definitions';
import { dropPlace, linesOf, placeOf, type View } from './tree';
import type { Row } from './types';

resetDefinitions();
const rows = mockRows();
const row = (id: string): Row => rows.find((one) => one.id === id) as Row;
const all: View = { query: '', shown: 'all', unit: null, opened: new Set(rows.map(({ id }) => id)), units: [] };
const ids = (view: Partial<View>): string[] => linesOf(rows, { ...all, ...view }).map((line) => line.row.id);

describe('tree', () => {
  it('shows open branches only', () => {
    expect(ids({ opened: new Set() })).toEqual(['product_fault', 'outage']);
    expect(ids({ opened: new Set(['product_fault']) })).toEqual(['product_fault', 'faulty', 'packaging', 'outage']);
  });

  it('finds in every level and language, and opens the way to what it found', () => {
    expect(ids({ query: 'isin', opened: new Set() })).toEqual(['product_fault', 'faulty', 'hot']);
    expect(ids({ query: 'forpackning', opened: new Set() })).toEqual(['product_fault', 'packaging']);
  });

  it('shows closed rows alone', () => {
    expect(ids({ shown: 'closed' })).toEqual(['outage']);
    expect(ids({ shown: 'open' })).not.toContain('outage');
  });

  it('knows where Alt and an arrow leads', () => {
    expect(placeOf(rows, row('cover'), 'up')).toEqual({ parentId: 'faulty', before: 'drops' });
    expect(placeOf(rows, row('drops'), 'down')).toEqual({ parentId: 'faulty', before: 'hot' });
    expect(placeOf(rows, row('cover'), 'down')).toEqual({ parentId: 'faulty', before: null });
    expect(placeOf(rows, row('hot'), 'down')).toBeNull();
    expect(placeOf(rows, row('hot'), 'out')).toEqual({ parentId: 'product_fault', before: 'packaging' });
    expect(placeOf(rows, row('packaging'), 'in')).toEqual({ parentId: 'faulty', before: null });
    expect(placeOf(rows, row('product_fault'), 'out')).toBeNull();
  });

  it('drops a row beside another one, never below itself', () => {
    expect(dropPlace(rows, 'hot', row('drops'), false)).toEqual({ parentId: 'faulty', before: 'drops' });
    expect(dropPlace(rows, 'hot', row('drops'), true)).toEqual({ parentId: 'faulty', before: 'cover' });
    expect(dropPlace(rows, 'packaging', row('outage'), true)).toEqual({ parentId: null, before: null });
    expect(dropPlace(rows, 'product_fault', row('cover'), true)).toBeNull();
  });

  it('keeps rows of other units apart when one is moved', () => {
    const units = [{ ...row('product_fault'), id: 'a', offeredIn: 'x' }, { ...row('product_fault'), id: 'b', offeredIn: 'y' }, { ...row('product_fault'), id: 'c', offeredIn: 'x' }];
    expect(placeOf(units, units[2] as Row, 'up')).toEqual({ parentId: null, before: 'a' });
    expect(placeOf(units, units[1] as Row, 'up')).toBeNull();
  });
});
