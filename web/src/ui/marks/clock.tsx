import type { ReactElement, ReactNode } from 'react';
import { classes } from '../classes';
import './clock.css';

export type ClockState = 'running' | 'soon' | 'late' | 'paused' | 'met';

const ring = 2 * Math.PI * 5.5;

function sign(state: ClockState, share: number): ReactNode {
  switch (state) {
    case 'late':
      return (
        <>
          <circle cx="7" cy="7" r="6.5" fill="currentColor" />
          <path d="M7 3.6v4" stroke="var(--panel)" strokeWidth="1.8" strokeLinecap="round" />
          <circle cx="7" cy="10.2" r="1" fill="var(--panel)" />
        </>
      );
    case 'paused':
      return <path d="M5 4.5v5M9 4.5v5" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" />;
    case 'met':
      return (
        <>
          <path d="M4 7.2 6.2 9.4 10 5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
          <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" strokeWidth="1.2" />
        </>
      );
    default:
      return (
        <>
          <circle cx="7" cy="7" r="5.5" fill="none" stroke="var(--line-strong)" strokeWidth="2" />
          <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray={`${(ring * share).toFixed(1)} ${ring.toFixed(1)}`} transform="rotate(-90 7 7)" />
        </>
      );
  }
}

const looks: Record<ClockState, string> = { running: '', soon: 'warn', late: 'late', paused: 'off', met: 'ok' };

/** Time left: the ring is the share used. Orange in the last fifth, a filled disc when late, bars when paused, a tick when met. */
export function Clock({ state, used = 0, label, hint }: { state: ClockState; used?: number; label?: string; hint?: string }): ReactElement {
  return (
    <span className={classes('clk', looks[state])} title={hint}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {sign(state, Math.min(1, Math.max(0, used)))}
      </svg>
      {label}
      {label === undefined && hint !== undefined && <span className="sr">{hint}</span>}
    </span>
  );
}

/** The state of a promise made at `from` for `due`, both in milliseconds. */
export function clockOf(from: number, due: number, now: number): { state: ClockState; used: number } {
  if (now >= due) {
    return { state: 'late', used: 1 };
  }
  const used = due <= from ? 1 : (now - from) / (due - from);
  return { state: used >= 0.8 ? 'soon' : 'running', used };
}
