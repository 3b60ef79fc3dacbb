import { ChevronRight } from 'lucide-react';
import { Fragment, type ReactElement } from 'react';
import './menu-path.css';

/** The caller's way through the menus; the last step is what he came for. */
export function MenuPath({ label, steps }: { label: string; steps: readonly { key?: string | undefined; label: string }[] }): ReactElement {
  return (
    <span className="menu-path" aria-label={label} role="group">
      {steps.map((step, index) => (
        <Fragment key={index}>
          {index > 0 && <ChevronRight className="i s" aria-hidden="true" />}
          <span className={index === steps.length - 1 ? 'md' : undefined}>
            {step.key !== undefined && <span className="num">{step.key} </span>}
            {step.label}
          </span>
        </Fragment>
      ))}
    </span>
  );
}
