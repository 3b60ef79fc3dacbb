import type { LucideIcon } from 'lucide-react';
import { useId, type ReactElement, type ReactNode } from 'react';
import { classes } from '../classes';
import './panel.css';

export type PanelProps = { title?: string; /** Beside the title: how many. */ count?: ReactNode; aside?: ReactNode; children: ReactNode; className?: string; /** Without inner padding: tables and lists. */ flush?: boolean };

/** A white sheet on the page. Never one inside another. */
export function Panel({ title, count, aside, children, className, flush = false }: PanelProps): ReactElement {
  const id = useId();
  return (
    <section className={classes('panel', className)} aria-labelledby={title === undefined ? undefined : id}>
      {title !== undefined && (
        <div className="ph">
          <h2 id={id}>{title}</h2>
          {count}
          {aside !== undefined && <div className="end row g4">{aside}</div>}
        </div>
      )}
      {flush ? children : <div className="panel-body">{children}</div>}
    </section>
  );
}

/** One section of a side panel: heading with icon, soft line below. */
export function SideSection({ title, icon: Icon, aside, heading: Heading = 'h3', children }: { title: string; icon?: LucideIcon; aside?: ReactNode; /** `h2` where it stands on the page itself. */ heading?: 'h2' | 'h3'; children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <section className="side-section" aria-labelledby={id}>
      <Heading id={id} className="side-head">
        {Icon !== undefined && <Icon className="i s acc" aria-hidden="true" />}
        {title}
        {aside !== undefined && <span className="end s t3 row g4">{aside}</span>}
      </Heading>
      {children}
    </section>
  );
}

/** A label and its value, one per line. */
export function Facts({ rows }: { rows: readonly { label: string; value: ReactNode }[] }): ReactElement {
  return (
    <dl className="facts">
      {rows.map((row) => (
        <div key={row.label}>
          <dt>{row.label}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
