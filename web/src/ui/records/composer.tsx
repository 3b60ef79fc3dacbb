import type { LucideIcon } from 'lucide-react';
import { useId, useImperativeHandle, useLayoutEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode, type Ref } from 'react';
import { Button } from '../actions/button';
import { classes } from '../classes';
import { Kbd } from '../marks/kbd';
import './composer.css';

export type ComposerMode<Key extends string> = { key: Key; label: string; icon: LucideIcon };

export type ComposerProps<Key extends string> = {
  label: string;
  modes: readonly ComposerMode<Key>[];
  mode: Key;
  onMode: (mode: Key) => void;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  /** Between the tabs and the text: to whom, subject. */
  head?: ReactNode;
  /** The signs that open something while typing, with their meaning. */
  triggers?: readonly { sign: string; label: string }[];
  /** Small tools at the lower left: attach, checklist. */
  tools?: ReactNode;
  /** Always visible: draft kept, sending, refused. */
  state?: ReactNode;
  /** Left of the button: "customer sees it". */
  aside?: ReactNode;
  sendLabel: string;
  onSend: () => void;
  busy?: boolean;
  disabled?: boolean;
  /** The screen's primary act is elsewhere at the moment. */
  plain?: boolean;
  inputRef?: Ref<HTMLTextAreaElement>;
  /** In the place of the plain text: one with form. It is given no value and tells its own changes. */
  editor?: ReactNode;
  /** A list that is worked from the text: what it draws, the keys it takes, what is chosen in it. */
  assist?: ComposerAssist | undefined;
  /** Between the text and the buttons: a text found on another device. */
  note?: ReactNode;
  onBlur?: () => void;
  onSelect?: (caret: number) => void;
  /** Files that are pasted into the text or dropped on it. */
  onFiles?: ((files: readonly File[]) => void) | undefined;
};

export type ComposerAssist = { panel: ReactNode; listId: string; activeId: string | undefined; onKey: (event: KeyboardEvent) => boolean };

/** Where people write: note, mail or SMS. Ctrl+Enter sends; nothing typed is moved or cleared by others. */
export function Composer<Key extends string>(props: ComposerProps<Key>): ReactElement {
  const { label, modes, mode, onMode, value, onChange, placeholder, head, triggers = [], tools, state, aside, sendLabel, onSend, busy = false, disabled = false, plain = false, inputRef, editor, assist, note, onBlur, onSelect, onFiles } = props;
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);

  useImperativeHandle(inputRef, () => area.current as HTMLTextAreaElement, []);

  useLayoutEffect(() => {
    const element = area.current;
    if (element !== null) {
      element.style.height = '0';
      element.style.height = `${Math.min(element.scrollHeight, 240)}px`;
    }
  }, [value]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (assist?.onKey(event) === true) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      if (!busy && !disabled) {
        onSend();
      }
    }
  };
  const take = (event: { preventDefault: () => void }, data: DataTransfer | null): void => {
    const files = [...(data?.files ?? [])];
    if (files.length > 0 && onFiles !== undefined) {
      event.preventDefault();
      onFiles(files);
    }
  };
  return (
    <section
      className="composer"
      aria-label={label}
      onDragOver={(event) => (onFiles !== undefined && event.dataTransfer.types.includes('Files') ? event.preventDefault() : undefined)}
      onDrop={(event) => take(event, event.dataTransfer)}
    >
      {assist?.panel}
      <div className="ct">
        <div role="group" aria-label={label} className="row g4">
          {modes.map(({ icon: Icon, ...option }) => (
            <button key={option.key} type="button" className={classes('ctab', option.key === mode && 'on')} aria-pressed={option.key === mode} onClick={() => onMode(option.key)}>
              <Icon className="i s" aria-hidden="true" />
              {option.label}
            </button>
          ))}
        </div>
        <span className="composer-signs end s t3">
          {triggers.map((trigger) => (
            <span key={trigger.sign} className="row g4">
              <Kbd keys={trigger.sign} />
              {trigger.label}
            </span>
          ))}
        </span>
      </div>
      {head}
      {editor !== undefined ? (
        <div onKeyDownCapture={onKeyDown}>{editor}</div>
      ) : (
        <textarea
          id={id}
          ref={area}
          className="ce"
          aria-label={modes.find((option) => option.key === mode)?.label ?? label}
          {...(assist === undefined ? {} : { 'aria-controls': assist.listId, 'aria-activedescendant': assist.activeId, 'aria-haspopup': 'listbox' as const })}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
          onPaste={(event) => take(event, event.clipboardData)}
          onSelect={onSelect === undefined ? undefined : (event) => onSelect(event.currentTarget.selectionStart)}
        />
      )}
      {note}
      <div className="cf">
        {tools}
        <span className="composer-state row g4 s t3" role="status">
          {state}
        </span>
        <span className="end row g4">
          {aside}
          <Button look={plain ? 'plain' : 'primary'} keys="ctrl+enter" busy={busy} disabled={disabled} onClick={onSend}>
            {sendLabel}
          </Button>
        </span>
      </div>
    </section>
  );
}
