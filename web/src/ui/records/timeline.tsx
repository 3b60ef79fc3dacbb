import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classes } from '../classes';
import './timeline.css';

export type Channel = 'call' | 'mail' | 'web' | 'visit' | 'money' | 'note';

/** What happened on a record, oldest first; the newest stands next to the composer. */
export function Timeline({ label, children }: { label: string; children: ReactNode }): ReactElement {
  return (
    <div className="tl" role="log" aria-label={label} aria-live="polite">
      {children}
    </div>
  );
}

export function TimelineDay({ children }: { children: ReactNode }): ReactElement {
  return <h3 className="day">{children}</h3>;
}

export type TimelineEntryProps = {
  icon: LucideIcon;
  channel: Channel;
  /** What: "Gelen çağrı". */
  title: ReactNode;
  /** Who, to whom. */
  who?: ReactNode;
  tags?: ReactNode;
  /** The clock time, already formatted. */
  time: string;
  /** The exact instant for `<time>`. */
  at?: string;
  children?: ReactNode;
  /** A call that is still going on. */
  live?: boolean;
};

export function TimelineEntry({ icon: Icon, channel, title, who, tags, time, at, children, live = false }: TimelineEntryProps): ReactElement {
  return (
    <article className={classes('te', channel === 'note' && 'note', live && 'live')}>
      <span className={classes('ic', !live && `c-${channel}`)}>
        <Icon className="i" aria-hidden="true" />
      </span>
      <div className="te-body">
        <div className="hd">
          <b className="md nowrap">{title}</b>
          {live && tags}
          {who !== undefined && <span className="t2 cut">{who}</span>}
          {!live && tags}
          <time className="end num" dateTime={at}>{time}</time>
        </div>
        {children !== undefined && <div className="bx">{children}</div>}
      </div>
    </article>
  );
}

/** A stage change or a read receipt: one line with a small mark, no box. */
export function TimelineLine({ mark, time, at, children }: { mark: ReactNode; time: string; at?: string; children: ReactNode }): ReactElement {
  return (
    <article className="te small">
      <span className="ic">{mark}</span>
      <div className="hd">
        <span>{children}</span>
        <time className="end num" dateTime={at}>{time}</time>
      </div>
    </article>
  );
}
