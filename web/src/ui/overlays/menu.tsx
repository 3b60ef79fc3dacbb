import { Check, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode, type RefObject } from 'react';
import { classes } from '../classes';
import { ariaKeys, Kbd } from '../marks/kbd';
import { Popover } from './popover';

export type MenuEntry =
  | { kind?: 'item'; label: string; icon?: LucideIcon; keys?: string; danger?: boolean; disabled?: boolean; checked?: boolean; run: () => void }
  | { kind: 'line' }
  | { kind: 'head'; label: ReactNode };

export type MenuProps = { anchor: RefObject<HTMLElement | null>; entries: readonly MenuEntry[]; onClose: () => void; label: string; align?: 'start' | 'end' };

/** A list of acts or choices. Arrows and first letters move, Enter does, Esc closes. */
export function Menu({ anchor, entries, onClose, label, align = 'start' }: MenuProps): ReactElement {
  const list = useRef<HTMLDivElement>(null);
  const items = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];

  useEffect(() => {
    const frame = requestAnimationFrame(() => items()[0]?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      all[(at + step + all.length) % all.length]?.focus();
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      all.at(event.key === 'Home' ? 0 : -1)?.focus();
    } else if (event.key === 'Tab') {
      onClose();
    } else if (event.key.length === 1 && !event.ctrlKey) {
      const letter = event.key.toLocaleLowerCase();
      const next = [...all.slice(at + 1), ...all.slice(0, at + 1)].find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(letter));
      next?.focus();
      event.stopPropagation();
    }
  };

  return (
    <Popover anchor={anchor} onClose={onClose} align={align}>
      <div className="menu" role="menu" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {entries.map((entry, index) => {
          if (entry.kind === 'line') {
            return <div key={index} className="menu-line" role="separator" />;
          }
          if (entry.kind === 'head') {
            return (
              <div key={index} className="menu-head" role="presentation">
                {entry.label}
              </div>
            );
          }
          const Icon = entry.checked === true ? Check : entry.icon;
          return (
            <button
              key={index}
              type="button"
              role={entry.checked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={entry.checked}
              aria-keyshortcuts={entry.keys === undefined ? undefined : ariaKeys(entry.keys)}
              tabIndex={-1}
              disabled={entry.disabled}
              className={classes('menu-item', entry.danger === true && 'danger')}
              onClick={() => {
                onClose();
                anchor.current?.focus();
                entry.run();
              }}
            >
              {Icon === undefined ? entry.checked === false && <span className="i s" /> : <Icon className="i s" aria-hidden="true" />}
              <span className="grow">{entry.label}</span>
              {entry.keys !== undefined && <Kbd keys={entry.keys} />}
            </button>
          );
        })}
      </div>
    </Popover>
  );
}

export type MenuButtonProps = Omit<MenuProps, 'anchor' | 'onClose'> & { children: (props: { ref: RefObject<HTMLButtonElement | null>; onClick: () => void; 'aria-haspopup': 'menu'; 'aria-expanded': boolean }) => ReactNode };

/** A button that opens a menu; `children` draws the button with the given props. */
export function MenuButton({ children, ...menu }: MenuButtonProps): ReactElement {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      {children({ ref: anchor, onClick: () => setIsOpen(!isOpen), 'aria-haspopup': 'menu', 'aria-expanded': isOpen })}
      {isOpen && <Menu {...menu} anchor={anchor} onClose={() => setIsOpen(false)} />}
    </>
  );
}
