import type { ReactElement } from 'react';
import './progress.css';

/** A known share of a long work; its words and count stand beside it. */
export function Progress({ value, label, tone = 'accent' }: { value: number; label: string; tone?: 'accent' | 'ok' | 'warn' }): ReactElement {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className="ld" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent}>
      <i className={tone} style={{ width: `${percent}%` }} />
    </div>
  );
}
