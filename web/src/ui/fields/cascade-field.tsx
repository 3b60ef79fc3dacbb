import { ChevronDown, ChevronRight, Search, X } from 'lucide-react';
import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactElement, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import { Kbd } from '../marks/kbd';
import { Popover } from '../overlays/popover';
import { CascadeColumns } from './cascade-columns';
import { cascadeTree, changeLevel, find, labelsOf, pathOf, step, type CascadeNode } from './cascade-tree';
import { useFieldTies } from './field';
import './field.css';
import './cascade-field.css';

export type CascadeFieldProps = {
  nodes: readonly CascadeNode[];
  /** The chosen node of whatever level; its parents follow from it. */
  value: string | null;
  /** The new choice. Another node of an upper level takes the place of all that was chosen below. */
  onChange: (value: string | null) => void;
  /** Names of a value that is no longer offered, from the first level on. */
  kept?: readonly string[];
  /** Names of the levels, read aloud. */
  levelNames?: readonly string[];
  placeholder?: string;
  disabled?: boolean;
  clearable?: boolean;
  /** Read aloud where no Field names the control. */
  label?: string;
  onBlur?: () => void;
  ref?: Ref<HTMLInputElement>;
};

/** One field for a path of up to three levels. Typing filters all levels at once; arrows move and change level, Enter chooses. */
export function CascadeField({ nodes, value, onChange, kept = [], levelNames = [], placeholder, disabled = false, clearable = false, label, onBlur, ref }: CascadeFieldProps): ReactElement {
  const { t } = useTranslation();
  const ties = useFieldTies();
  const listId = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tree = useMemo(() => cascadeTree(nodes), [nodes]);
  const [path, setPath] = useState<readonly string[] | null>(null);
  const [typed, setTyped] = useState('');
  const found = useMemo(() => find(tree, typed), [tree, typed]);
  const isOpen = path !== null;
  const chosen = value === null ? [] : tree.places.has(value) ? labelsOf(tree, pathOf(tree, value)) : kept;
  const name = label ?? ties?.label;

  const open = (): void => {
    if (!isOpen && !disabled) {
      const start = pathOf(tree, value);
      setPath(start.length > 0 ? start : tree.roots.slice(0, 1).map(({ id }) => id));
    }
  };
  const close = (): void => {
    setPath(null);
    setTyped('');
  };
  const choose = (next: readonly string[]): void => {
    const id = next.at(-1);
    close();
    if (id !== undefined && id !== value) {
      onChange(id);
    }
  };
  const type = (text: string): void => {
    setTyped(text);
    const first = find(tree, text)?.hits[0];
    setPath(first !== undefined ? pathOf(tree, first) : isOpen ? path : tree.roots.slice(0, 1).map(({ id }) => id));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (!isOpen) {
      if (['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(event.key) && !event.ctrlKey) {
        event.preventDefault();
        open();
      } else if (clearable && value !== null && (event.key === 'Delete' || event.key === 'Backspace')) {
        event.preventDefault();
        onChange(null);
      }
      return;
    }
    const by = event.key === 'ArrowDown' || event.key === 'ArrowRight' ? 1 : -1;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setPath(step(tree, path, by, found));
    } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault();
      setPath(changeLevel(tree, path, by, found));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (found === null || found.hits.length > 0) {
        choose(path);
      }
    } else if (event.key === 'Tab') {
      close();
    }
  };

  return (
    <span className={classes('in sel cascade', disabled && 'off', isOpen && 'open')} ref={anchor}>
      {isOpen && <Search className="i s" aria-hidden="true" />}
      {!isOpen && chosen.length > 0 && <Crumbs labels={chosen} />}
      <input
        ref={ref}
        id={ties?.id}
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen && path.length > 0 ? `${listId}-${path.at(-1)}` : undefined}
        aria-autocomplete="list"
        aria-describedby={ties?.describedBy}
        aria-invalid={ties?.invalid === true ? true : undefined}
        aria-required={ties?.required === true ? true : undefined}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        placeholder={isOpen || chosen.length > 0 ? undefined : placeholder}
        title={isOpen ? undefined : chosen.join(' › ')}
        // Closed, it says what is chosen; the crumbs drawn over it are for the eye.
        value={isOpen ? typed : chosen.join(' › ')}
        className={classes(!isOpen && chosen.length > 0 && 'under')}
        onChange={(event) => type(isOpen ? event.target.value : ((event.nativeEvent as InputEvent).data ?? ''))}
        onClick={open}
        onKeyDown={onKeyDown}
        onBlur={onBlur}
      />
      {isOpen && <Kbd keys="escape" />}
      {!isOpen && clearable && value !== null && !disabled && (
        <button type="button" className="cascade-clear" aria-label={t('ui.cascade_clear')} onClick={() => onChange(null)}>
          <X className="i s" aria-hidden="true" />
        </button>
      )}
      {!isOpen && <ChevronDown className="i s" aria-hidden="true" />}
      {isOpen && (
        <Popover anchor={anchor} onClose={close} className="cascade-pop">
          <CascadeColumns id={listId} label={name} tree={tree} path={path} found={found} typed={typed} levelNames={levelNames} onPath={setPath} onChoose={choose} />
        </Popover>
      )}
    </span>
  );
}

function Crumbs({ labels }: { labels: readonly string[] }): ReactElement {
  return (
    <span className="crumb cascade-crumbs" aria-hidden="true">
      {labels.map((text, index) => (
        <span key={index} className="crumb">
          {index > 0 && <ChevronRight className="i s" />}
          <span className={index === labels.length - 1 ? 'md cut' : 'cut'}>{text}</span>
        </span>
      ))}
    </span>
  );
}
