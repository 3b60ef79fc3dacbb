import { useEffect, useLayoutEffect, useRef, useState, type ReactElement, type ReactNode, type RefObject } from 'react';
import { createPortal } from 'react-dom';
import { classes } from '../classes';
import './popover.css';

export type PopoverProps = {
  /** What it hangs on. */
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
  /** Edge of the anchor it lines up with. */
  align?: 'start' | 'end';
  label?: string;
  className?: string;
};

const gap = 4;
const edge = 8;

/** Content beside a button; a press outside or Esc closes it and the focus goes back. It turns upward where there is no room below. */
export function Popover({ anchor, onClose, children, align = 'start', label, className }: PopoverProps): ReactElement {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  const close = useRef(onClose);

  useEffect(() => {
    close.current = onClose;
  });

  useLayoutEffect(() => {
    const put = (): void => {
      const home = anchor.current?.getBoundingClientRect();
      const size = box.current?.getBoundingClientRect();
      if (home === undefined || size === undefined) {
        return;
      }
      const wanted = align === 'end' ? home.right - size.width : home.left;
      const left = Math.max(edge, Math.min(wanted, innerWidth - size.width - edge));
      const below = home.bottom + gap;
      const above = home.top - gap - size.height;
      setPlace({ left, top: below + size.height + edge > innerHeight && above >= edge ? above : Math.max(edge, Math.min(below, innerHeight - size.height - edge)) });
    };
    put();
    if (box.current === null || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    // What is fetched while it is open makes it grow.
    const observer = new ResizeObserver(put);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [anchor, align]);

  useEffect(() => {
    const home = anchor.current;
    const outside = (event: PointerEvent): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true && home?.contains(event.target) !== true) {
        close.current();
      }
    };
    const key = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        close.current();
        home?.focus();
      }
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('keydown', key, true);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('keydown', key, true);
    };
  }, [anchor]);

  return createPortal(
    // Unseen until it has a place, but not by its visibility: that changes by way of a transition where less movement is asked for, and
    // meanwhile nothing in it takes the focus.
    <div ref={box} className={classes('pop popover', className)} role={label === undefined ? undefined : 'dialog'} aria-label={label} style={place === null ? { opacity: 0 } : place}>
      {children}
    </div>,
    // In the landmark (or the open dialog) of its button, so that it is read as a part of it.
    anchor.current?.closest('dialog, main, nav') ?? document.body,
  );
}
