import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

export type Column<Row> = {
  key: string;
  title: string;
  /** The title is read aloud but not drawn (checkbox, icon and avatar columns). */
  titleHidden?: boolean;
  cell: (row: Row) => ReactNode;
  /** Fixed width in px; a column without one shares the rest. */
  width?: number;
  /** Least width of a sharing column. */
  minWidth?: number;
  align?: 'left' | 'right';
  sortable?: boolean;
  /** When space is short the highest rank goes first; 0 (default) always stays. */
  rank?: number;
};

const selectionWidth = 40;

/** The columns that fit into `width`: the lowest-ranked are dropped until the table need not scroll sideways. */
export function fittingColumns<Row>(columns: readonly Column<Row>[], width: number, selectable: boolean): readonly Column<Row>[] {
  let kept = [...columns];
  const needed = (): number => kept.reduce((sum, column) => sum + (column.width ?? column.minWidth ?? 120), selectable ? selectionWidth : 0);
  while (needed() > width) {
    const worst = Math.max(...kept.map((column) => column.rank ?? 0));
    if (worst <= 0) {
      break;
    }
    kept = kept.filter((column) => (column.rank ?? 0) !== worst);
  }
  return kept;
}

/** Width of an element, followed as it changes. */
export function useWidth<Element extends HTMLElement>(): [RefObject<Element | null>, number] {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
