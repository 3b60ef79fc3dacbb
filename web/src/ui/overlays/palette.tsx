import { Search, type LucideIcon } from 'lucide-react';
import { useContext, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import { ShortcutLayer, useShortcuts } from '../keys/shortcuts';
import { Kbd } from '../marks/kbd';
import { foldText } from '../text/fold';
import './palette.css';

export type PaletteItem = {
  key: string;
  group: string;
  label: string;
  /** Beside the label, quiet. */
  detail?: string;
  icon: LucideIcon;
  colour?: string;
  keys?: string;
  /** Found also by these words. */
  words?: string;
  /** Already found by somebody else for what is typed: stays without being looked through. */
  isFound?: boolean;
  run: () => void;
};

export type PaletteProps = {
  items: readonly PaletteItem[];
  onClose: () => void;
  /** Told what is typed, so that the caller can look up records and add them to `items`. */
  onSearch?: (text: string) => void;
  isSearching?: boolean;
};

/** Every record and every act from the keyboard (Ctrl+K). */
export function Palette(props: PaletteProps): ReactElement {
  const layer = useContext(ShortcutLayer);
  return (
    <ShortcutLayer value={layer + 1}>
      <PaletteBox {...props} />
    </ShortcutLayer>
  );
}

function PaletteBox({ items, onClose, onSearch, isSearching = false }: PaletteProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);

  const found = useMemo(() => {
    const words = foldText(text).split(/\s+/).filter((word) => word !== '');
    const kept = items.filter((item) => {
      if (item.isFound === true) {
        return true;
      }
      const hay = foldText(`${item.label} ${item.detail ?? ''} ${item.words ?? ''} ${item.group}`);
      return words.every((word) => hay.includes(word));
    });
    return [...new Set(kept.map((item) => item.group))].flatMap((group) => kept.filter((item) => item.group === group));
  }, [items, text]);

  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, []);

  useShortcuts([{ key: 'escape', run: onClose }]);

  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const run = (item: PaletteItem | undefined): void => {
    if (item !== undefined) {
      onClose();
      item.run();
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      const next = (chosen + step + found.length) % found.length;
      setAt(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      run(found[chosen]);
    }
  };

  return (
    <dialog
      ref={dialog}
      className="pal pop"
      aria-label={t('ui.palette')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => (event.target === dialog.current ? onClose() : undefined)}
    >
      <div className="pal-q">
        <Search className="i t3" aria-hidden="true" />
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length === 0 ? undefined : `${id}-${chosen}`}
          aria-label={t('ui.palette')}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('ui.palette')}
          value={text}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
            onSearch?.(event.target.value);
          }}
        />
        <Kbd keys="escape" />
      </div>
      <div className="pal-list" role="listbox" id={`${id}-list`} aria-label={t('ui.palette')} aria-busy={isSearching || undefined}>
        {found.map((item, index) => {
          const isFirst = found[index - 1]?.group !== item.group;
          const Icon = item.icon;
          return (
            <div key={item.key} role="presentation">
              {isFirst && <div className="pal-group">{item.group}</div>}
              <div id={`${id}-${index}`} role="option" aria-selected={index === chosen} className={classes('pal-item', index === chosen && 'on')} onPointerMove={() => setAt(index)} onClick={() => run(item)}>
                <Icon className={classes('i', item.colour ?? 't3')} aria-hidden="true" />
                <span className={item.detail === undefined ? undefined : 'md nowrap'}>{item.label}</span>
                <span className="t2 cut grow">{item.detail}</span>
                {index === chosen && item.keys === undefined ? <Kbd keys="enter" /> : item.keys !== undefined && <Kbd keys={item.keys} />}
              </div>
            </div>
          );
        })}
      </div>
      {found.length === 0 && (
        <p className="pal-none t2" role="status">
          {t('ui.nothing_found')}
        </p>
      )}
    </dialog>
  );
}
