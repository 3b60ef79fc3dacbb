import { useEffect, useRef, useSyncExternalStore } from 'react';
import { live, type LiveState } from './live';

/** Listens to one topic while the component is on screen. */
export function useNews<Payload>(topic: string, onNews: (payload: Payload, version: number) => void, onGap: () => void): void {
  const latest = useRef({ onNews, onGap });
  useEffect(() => {
    latest.current = { onNews, onGap };
  });
  useEffect(() => live.on<Payload>(topic, (payload, version) => latest.current.onNews(payload, version), () => latest.current.onGap()), [topic]);
}

/** Keeps the live connection open while mounted. */
export function useLiveConnection(): void {
  useEffect(() => live.open(), []);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => live.onState(listener),
    () => live.state,
  );
}
