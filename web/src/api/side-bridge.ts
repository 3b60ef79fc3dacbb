import { useSyncExternalStore } from 'react';

/** What has taken over the desk's side: opened in the phone bar on any page, drawn by the desk. */
let open: string | null = null;
const listeners = new Set<() => void>();

/** The call whose caller is about to be transferred; null closes the panel. */
export function openTransfer(callId: string | null): void {
  open = callId;
  listeners.forEach((listener) => listener());
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useTransferOpen(callId: string | undefined): boolean {
  return useSyncExternalStore(subscribe, () => open !== null && open === callId);
}
