import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import './states.css';

/** What is (not) there, what comes next, at most one button. */
export function EmptyState({ icon: Icon, title, children, action }: { icon: LucideIcon; title: string; children?: ReactNode; action?: ReactNode }): ReactElement {
  return (
    <div className="empty">
      <Icon aria-hidden="true" />
      <b className="md">{title}</b>
      {children !== undefined && <p className="t2">{children}</p>}
      {action}
    </div>
  );
}
