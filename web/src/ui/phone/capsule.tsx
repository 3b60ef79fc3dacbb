import { Circle, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classes } from '../classes';
import { useNow } from '../text/now';
import { RunningTime } from './running-time';
import './phone-bar.css';

export type CapsuleProps = {
  icon: LucideIcon;
  name: string;
  number?: string;
  since: number;
  tone?: 'live' | 'held';
  /** Read aloud and as tooltip of the red ring when the call is recorded. */
  recording?: string | undefined;
};

/** The call that is going on: who, number, time. */
export function Capsule({ icon: Icon, name, number, since, tone = 'live', recording }: CapsuleProps): ReactElement {
  return (
    <div className={classes('capsule', tone === 'held' && 'held')}>
      <Icon className="i" aria-hidden="true" />
      <span className="capsule-who">
        <b className="cut">{name}</b>
        {number !== undefined && <span className="num">{number}</span>}
      </span>
      <span className="capsule-time">
        <RunningTime since={since} />
      </span>
      {recording !== undefined && (
        <span title={recording} role="img" aria-label={recording} className="danger capsule-rec">
          <Circle className="i s" aria-hidden="true" />
        </span>
      )}
    </div>
  );
}

/** Time that remains, with a ring: wrap-up. `total` and `until` in milliseconds. */
export function Countdown({ until, total, children }: { until: number; total: number; children?: ReactNode }): ReactElement {
  const now = useNow(250);
  const left = Math.min(1, Math.max(0, (until - now) / total));
  const around = 2 * Math.PI * 8;
  return (
    <div className="capsule wrap-up">
      <svg viewBox="0 0 20 20" className="i l" aria-hidden="true">
        <circle cx="10" cy="10" r="8" fill="none" stroke="color-mix(in srgb, currentColor 22%, transparent)" strokeWidth="3" />
        <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="3" strokeDasharray={`${(around * left).toFixed(1)} ${around.toFixed(1)}`} transform="rotate(-90 10 10)" />
      </svg>
      <span className="capsule-time">
        <RunningTime until={until} />
      </span>
      {children}
    </div>
  );
}
