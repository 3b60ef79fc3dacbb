import { useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { classes } from '../classes';
import './tabs.css';

export type Tab<Key extends string> = { key: Key; label: string; count?: ReactNode };

export type TabsProps<Key extends string> = {
  label: string;
  tabs: readonly Tab<Key>[];
  value: Key;
  onChange: (key: Key) => void;
  /** At the end of the row: a plus, a menu. */
  aside?: ReactNode;
  /** The content of the chosen tab; leave out where the tabs only filter. */
  children?: ReactNode;
};

/** Views or pages of one thing. Arrows move, the chosen one has an accent line. */
export function Tabs<Key extends string>({ label, tabs, value, onChange, aside, children }: TabsProps<Key>): ReactElement {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);

  const move = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex((tab) => tab.key === value);
    const next = event.key === 'Home' ? tabs[0] : event.key === 'End' ? tabs.at(-1) : step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (next !== undefined) {
      event.preventDefault();
      onChange(next.key);
      list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.key)}"]`)?.focus();
    }
  };

  return (
    <>
      <div className="tabs">
        <div className="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
          {tabs.map((tab) => (
            <button
              key={tab.key}
              type="button"
              role="tab"
              id={`${id}-${tab.key}`}
              data-tab={tab.key}
              aria-selected={tab.key === value}
              aria-controls={children === undefined ? undefined : `${id}-panel`}
              tabIndex={tab.key === value ? 0 : -1}
              className={classes(tab.key === value && 'on')}
              onClick={() => onChange(tab.key)}
            >
              {tab.label}
              {tab.count}
            </button>
          ))}
        </div>
        {aside}
      </div>
      {children !== undefined && (
        <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className="tab-panel">
          {children}
        </div>
      )}
    </>
  );
}
