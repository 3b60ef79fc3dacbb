import { useSyncExternalStore } from 'react';

const key = (callId: string): string => `santral.call.${callId}`;
const listeners = new Set<() => void>();

/** Which request is open on the desk for a call; survives a reload of the tab. */
export function useCallRequest(callId: string | undefined): string | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (callId === undefined ? null : sessionStorage.getItem(key(callId))),
  );
}

export function setCallRequest(callId: string, requestId: string): void {
  sessionStorage.setItem(key(callId), requestId);
  listeners.forEach((listener) => listener());
}
