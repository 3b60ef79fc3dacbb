import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { classes } from '../classes';
import './states.css';

export type NoticeTone = 'info' | 'ok' | 'warn' | 'danger';

const icons: Record<NoticeTone, LucideIcon> = { info: Info, ok: CircleCheck, warn: TriangleAlert, danger: CircleAlert };

/** A sentence in the page about the page. Warnings and errors are announced. */
export function Notice({ tone = 'info', icon, title, children, action }: { tone?: NoticeTone; icon?: LucideIcon; title?: string; children?: ReactNode; action?: ReactNode }): ReactElement {
  const Icon = icon ?? icons[tone];
  return (
    <div className={classes('notice', tone)} role={tone === 'danger' || tone === 'warn' ? 'alert' : 'note'}>
      <Icon className="i" aria-hidden="true" />
      <div className="grow">
        {title !== undefined && <b className="md">{title}</b>}
        {children !== undefined && <div className={title === undefined ? undefined : 't2'}>{children}</div>}
      </div>
      {action}
    </div>
  );
}
