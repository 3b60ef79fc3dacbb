import { useContext, useEffect, useId, useRef, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../actions/button';
import { ShortcutLayer, useShortcuts } from '../keys/shortcuts';
import './dialog.css';

export type DialogProps = {
  /** The question: "Başvuru çözümlensin mi?" */
  title: string;
  /** What follows from a yes, and at most a short note. */
  children?: ReactNode;
  /** The verb on the button, never "OK". */
  confirmLabel: string;
  onConfirm: () => void;
  onClose: () => void;
  danger?: boolean;
  busy?: boolean;
  disabled?: boolean;
  /** A refusal of the last try, above the buttons. */
  refusal?: ReactNode;
  /** Nothing to decline: only the one button. */
  hideCancel?: boolean;
};

/** Only for acts that end or bind something, and for short forms that need an undivided look. Esc leaves, Ctrl+Enter confirms. */
export function Dialog(props: DialogProps): ReactElement {
  const layer = useContext(ShortcutLayer);
  return (
    <ShortcutLayer value={layer + 1}>
      <DialogBox {...props} />
    </ShortcutLayer>
  );
}

function DialogBox({ title, children, confirmLabel, onConfirm, onClose, danger = false, busy = false, disabled = false, refusal, hideCancel = false }: DialogProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) {
        before.focus();
      }
    };
  }, []);

  const confirm = (): void => {
    if (!busy && !disabled) {
      onConfirm();
    }
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    confirm();
  };

  useShortcuts([
    { key: 'ctrl+enter', run: confirm },
    { key: 'escape', run: onClose },
  ]);

  return (
    <dialog
      ref={dialog}
      className="dlg pop"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form onSubmit={submit} noValidate>
        <h2 id={id}>{title}</h2>
        {children}
        {refusal}
        <div className="ft">
          {!hideCancel && (
            <Button keys="escape" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
          )}
          <Button look={danger ? 'danger' : 'primary'} type="submit" keys="ctrl+enter" busy={busy} disabled={disabled}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
