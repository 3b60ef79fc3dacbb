import type { ReactElement } from 'react';
import { formatClock } from '../text/format';
import { useNow } from '../text/now';

/** Counts up from `since` (or down to `until`), both in milliseconds of the server's clock. Not announced: it would never be silent. */
export function RunningTime({ since, until }: { since?: number; until?: number }): ReactElement {
  const now = useNow();
  const seconds = until === undefined ? (now - (since ?? now)) / 1000 : Math.ceil((until - now) / 1000);
  return (
    <span className="num" role="timer" aria-live="off">
      {formatClock(seconds)}
    </span>
  );
}
