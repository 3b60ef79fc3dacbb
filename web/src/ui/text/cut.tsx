import type { ReactElement, ReactNode, SyntheticEvent } from 'react';
import { classes } from '../classes';

function reveal(event: SyntheticEvent<HTMLElement>): void {
  const element = event.currentTarget;
  if (element.scrollWidth > element.clientWidth) {
    element.title = element.textContent ?? '';
  } else {
    element.removeAttribute('title');
  }
}

/** One line that may be cut off; the whole text is then shown on hover. */
export function Cut({ children, className }: { children: ReactNode; className?: string }): ReactElement {
  return (
    <span className={classes('cut', className)} onMouseEnter={reveal}>
      {children}
    </span>
  );
}
