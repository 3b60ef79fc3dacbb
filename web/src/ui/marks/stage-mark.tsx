import type { ReactElement, ReactNode } from 'react';
import { Cut } from '../text/cut';
import './stage-mark.css';

export type StageKind = 'new' | 'started' | 'half' | 'late' | 'waiting' | 'rejected' | 'resolved' | 'closed';

const pie = (share: number): string => {
  const angle = share * 2 * Math.PI - Math.PI / 2;
  return `M7 7V3.5A3.5 3.5 0 ${share > 0.5 ? 1 : 0} 1 ${(7 + 3.5 * Math.cos(angle)).toFixed(2)} ${(7 + 3.5 * Math.sin(angle)).toFixed(2)}z`;
};
const tick = <path d="M4.2 7.2 6.2 9.2 9.8 5.2" fill="none" stroke="var(--panel)" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />;
const running = (share: number): ReactNode => (
  <>
    <circle cx="7" cy="7" r="6" fill="none" stroke="var(--accent)" strokeWidth="1.5" />
    <path d={pie(share)} fill="var(--accent)" />
  </>
);

const marks: Record<StageKind, ReactNode> = {
  new: <circle cx="7" cy="7" r="6" fill="none" stroke="var(--text-3)" strokeWidth="1.5" strokeDasharray="2.2 1.6" />,
  started: running(0.25),
  half: running(0.5),
  late: running(0.75),
  waiting: (
    <>
      <circle cx="7" cy="7" r="6" fill="none" stroke="var(--warn)" strokeWidth="1.5" />
      <path d="M5.4 5v4M8.6 5v4" stroke="var(--warn)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  rejected: (
    <>
      <circle cx="7" cy="7" r="6.75" fill="var(--danger)" />
      <path d="M5 5l4 4M9 5l-4 4" stroke="var(--panel)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  resolved: (
    <>
      <circle cx="7" cy="7" r="6.75" fill="var(--ok)" />
      {tick}
    </>
  ),
  closed: (
    <>
      <circle cx="7" cy="7" r="6.75" fill="var(--text-3)" />
      {tick}
    </>
  ),
};

/** Where a record stands, filling like a pie. Drawn from the stage's kind, never from its name; without `label` only the sign. */
export function StageMark({ kind, label, hint }: { kind: StageKind; label?: string; hint?: string }): ReactElement {
  return (
    <span className="st" title={hint}>
      <svg viewBox="0 0 14 14" aria-hidden="true">
        {marks[kind]}
      </svg>
      {label !== undefined && <Cut>{label}</Cut>}
      {label === undefined && hint !== undefined && <span className="sr">{hint}</span>}
    </span>
  );
}
