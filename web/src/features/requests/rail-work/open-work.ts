import { useSyncExternalStore } from 'react';

const most = 6;
const listeners = new Set<() => void>();
const read = new Map<string, readonly string[]>();
const none: readonly string[] = [];

const key = (userId: string): string => `santral.open.${userId}`;

function stored(userId: string): readonly string[] {
  const known = read.get(userId);
  if (known !== undefined) {
    return known;
  }
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(userId)) ?? '[]');
    const ids = Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : none;
    read.set(userId, ids);
    return ids;
  } catch {
    return none;
  }
}

function keep(userId: string, ids: readonly string[]): void {
  read.set(userId, ids);
  try {
    localStorage.setItem(key(userId), JSON.stringify(ids));
  } catch {
    // Without storage the list lasts as long as the page.
  }
  listeners.forEach((listener) => listener());
}

/** A request that is opened stands in the rail; one that is there already keeps its place. */
export function noteOpened(userId: string, requestId: string): void {
  const ids = stored(userId);
  if (!ids.includes(requestId)) {
    keep(userId, [requestId, ...ids].slice(0, most));
  }
}

export function closeWork(userId: string, requestId: string): void {
  keep(userId, stored(userId).filter((id) => id !== requestId));
}

/** The requests this person has in hand on this device, the last opened first. */
export function useOpenWork(userId: string): readonly string[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => stored(userId),
  );
}
