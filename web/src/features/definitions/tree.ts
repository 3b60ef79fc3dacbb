import { foldText } from '../../ui/text/fold';
import type { Row } from './types';

export type Shown = 'open' | 'closed' | 'all';

/** One line of the tree table as it is drawn. */
export type Line = { row: Row; children: number; isOpen: boolean; /** Place among its siblings, from 1. */ place: number; siblings: number };

export type View = { query: string; shown: Shown; unit: string | null; opened: ReadonlySet<string>; /** Codes of the units, in their order: first-level rows stand under them. */ units: readonly string[] };

/** The lines that can be seen: open branches, and while something is searched or filtered all branches that lead to a find. */
export function linesOf(rows: readonly Row[], { query, shown, unit, opened, units }: View): readonly Line[] {
  const words = foldText(query).split(/\s+/).filter((word) => word !== '');
  const isNarrowed = words.length > 0 || shown !== 'all';
  const fits = (row: Row): boolean => (shown === 'all' || row.isOffered === (shown === 'open')) && (unit === null || row.offeredIn == null || row.offeredIn === unit) && matches(row, words);
  const kept = new Set<string>();
  const parents = new Map(rows.map((row) => [row.id, row.parentId ?? null]));
  for (const row of rows) {
    if (fits(row)) {
      for (let at: string | null = row.id; at !== null; at = parents.get(at) ?? null) {
        kept.add(at);
      }
    }
  }
  const below = new Map<string | null, Row[]>();
  for (const row of rows.filter(({ id }) => kept.has(id))) {
    const parent = row.parentId ?? null;
    below.set(parent, [...(below.get(parent) ?? []), row]);
  }
  const lines: Line[] = [];
  const walk = (parent: string | null): void => {
    const found = below.get(parent) ?? [];
    const level = parent === null ? [...found].sort((one, other) => rankOf(one, units) - rankOf(other, units)) : found;
    for (const [index, row] of level.entries()) {
      const children = below.get(row.id)?.length ?? 0;
      const isOpen = children > 0 && (opened.has(row.id) || (isNarrowed && words.length > 0));
      lines.push({ row, children, isOpen, place: index + 1, siblings: level.length });
      if (isOpen) {
        walk(row.id);
      }
    }
  };
  walk(null);
  return lines;
}

function rankOf(row: Row, units: readonly string[]): number {
  return row.offeredIn == null ? -1 : units.indexOf(row.offeredIn);
}

function matches(row: Row, words: readonly string[]): boolean {
  const text = foldText(`${row.names.tr} ${row.names.sv} ${row.names.en} ${row.code}`);
  return words.every((word) => text.includes(word));
}

export type Place = { parentId: string | null; before: string | null };

/** Where Alt and an arrow puts a row: among its siblings, out beside its parent, or in below the sibling before it. Null where there is no such place. */
export function placeOf(rows: readonly Row[], row: Row, way: 'up' | 'down' | 'out' | 'in'): Place | null {
  const parentId = row.parentId ?? null;
  const level = rows.filter((other) => (other.parentId ?? null) === parentId);
  // Rows of other units stand under another heading: nobody means to pass them.
  const siblings = parentId === null ? level.filter((other) => other.offeredIn === row.offeredIn) : level;
  const at = siblings.findIndex(({ id }) => id === row.id);
  const above = siblings[at - 1];
  const under = siblings[at + 1];
  if (way === 'up') {
    return above === undefined ? null : { parentId, before: above.id };
  }
  if (way === 'down') {
    return under === undefined ? null : { parentId, before: level[level.indexOf(under) + 1]?.id ?? null };
  }
  if (way === 'in') {
    return above === undefined ? null : { parentId: above.id, before: null };
  }
  const parent = rows.find(({ id }) => id === parentId);
  if (parent === undefined) {
    return null;
  }
  const upper = rows.filter((other) => (other.parentId ?? null) === (parent.parentId ?? null));
  return { parentId: parent.parentId ?? null, before: upper[upper.indexOf(parent) + 1]?.id ?? null };
}

/** Where a dragged row lands beside the row it is dropped on. Null when nothing would change, or when it would land below itself. */
export function dropPlace(rows: readonly Row[], dragged: string, target: Row, isBelow: boolean): Place | null {
  const parents = new Map(rows.map((row) => [row.id, row.parentId ?? null]));
  for (let at: string | null = target.id; at !== null; at = parents.get(at) ?? null) {
    if (at === dragged) {
      return null;
    }
  }
  const parentId = target.parentId ?? null;
  const siblings = rows.filter((other) => (other.parentId ?? null) === parentId && other.id !== dragged);
  return { parentId, before: isBelow ? (siblings[siblings.findIndex(({ id }) => id === target.id) + 1]?.id ?? null) : target.id };
}
