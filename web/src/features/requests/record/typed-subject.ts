import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let typed: { id: string; subject: string } | null = null;

/** What stands in the subject now, saved or not, for helps beside the form that answer while it is typed. */
export function setTypedSubject(id: string, subject: string): void {
  typed = { id, subject };
  listeners.forEach((listener) => listener());
}

export function useTypedSubject(id: string): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (typed?.id === id ? typed.subject : null),
  );
}
