import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { DraftKeeper, thisPage, type KeepState, type KeptText, type OlderText } from './draft-keeper';
import { useNews } from './use-live';

type DraftNews = { key: string; version: number; device: string };

export type DraftHandle<T> = {
  keeper: DraftKeeper<T>;
  state: KeepState;
  savedAt: string | null;
  older: readonly OlderText<T>[];
};

const keepers = new Map<string, DraftKeeper<unknown>>();

// One for each draft however often its form is on screen, so that two of them cannot contradict each other.
function keeperOf<T>(key: string, userId: string): DraftKeeper<T> {
  const name = `${userId} ${key}`;
  const known = keepers.get(name) ?? new DraftKeeper<unknown>(key, userId);
  keepers.set(name, known);
  return known as DraftKeeper<T>;
}

/**
 * The draft of one form. `onKept` gets what was typed before or elsewhere: when the form opens, and when another device types
 * while nothing waits here (null when it was saved or thrown away there).
 */
export function useDraft<T>(key: string, userId: string, onKept: (kept: KeptText<T> | null, keeper: DraftKeeper<T>) => void): DraftHandle<T> {
  const keeper = useMemo(() => keeperOf<T>(key, userId), [key, userId]);
  const latest = useRef(onKept);
  useEffect(() => {
    latest.current = onKept;
  });

  useEffect(() => {
    let isHere = true;
    void keeper.open().then((kept) => {
      if (isHere && kept !== null && !keeper.isTyping) {
        latest.current(kept, keeper);
      }
    });
    const leave = (): void => void keeper.flush(document.visibilityState === 'hidden');
    const again = (): void => void keeper.flush();
    addEventListener('pagehide', leave);
    addEventListener('visibilitychange', leave);
    addEventListener('online', again);
    return () => {
      isHere = false;
      void keeper.flush();
      removeEventListener('pagehide', leave);
      removeEventListener('visibilitychange', leave);
      removeEventListener('online', again);
    };
  }, [keeper]);

  useNews<DraftNews>(
    'drafts',
    (news) => {
      if (news.key === key && news.device !== thisPage && !keeper.isTyping) {
        void keeper.open().then((kept) => latest.current(kept, keeper));
      }
    },
    () => undefined,
  );

  const state = useSyncExternalStore(
    (listener) => keeper.onChange(listener),
    () => keeper.state,
  );
  return { keeper, state, savedAt: keeper.savedAt, older: keeper.older };
}
