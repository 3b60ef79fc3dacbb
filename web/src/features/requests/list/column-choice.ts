import { useSyncExternalStore } from 'react';
import type { RequestColumn } from './request-columns';

export const allColumns: readonly RequestColumn[] = ['number', 'kind', 'channel', 'subject', 'customer', 'category', 'stage', 'due', 'owner', 'team', 'priority', 'tags', 'opened', 'changed'];
const usual: readonly RequestColumn[] = ['number', 'kind', 'channel', 'subject', 'customer', 'stage', 'due', 'owner', 'priority', 'opened', 'changed'];
/** Without these a row cannot be told from another. */
export const fixedColumns: readonly RequestColumn[] = ['number', 'subject'];

const key = 'santral.requests.columns';
const listeners = new Set<() => void>();
let chosen: readonly RequestColumn[] | null = null;

function read(): readonly RequestColumn[] {
  if (chosen === null) {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
      chosen = Array.isArray(kept) ? allColumns.filter((column) => kept.includes(column) || fixedColumns.includes(column)) : usual;
    } catch {
      chosen = usual;
    }
  }
  return chosen;
}

/** Which columns this person wants to see, on this browser. */
export function useColumnChoice(): readonly RequestColumn[] {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, read);
}

export function toggleColumn(column: RequestColumn): void {
  const now = read();
  chosen = allColumns.filter((one) => (one === column ? !now.includes(column) : now.includes(one)));
  try {
    localStorage.setItem(key, JSON.stringify(chosen));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  listeners.forEach((listener) => listener());
}
