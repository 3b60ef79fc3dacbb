import { createContext, useContext, useId, useMemo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../classes';
import './field.css';

type FieldTies = { id: string; label: string; describedBy: string | undefined; invalid: boolean; required: boolean };

const Ties = createContext<FieldTies | null>(null);

/** Inputs inside a Field take their id, description and error from it. */
export function useFieldTies(): FieldTies | null {
  return useContext(Ties);
}

export type FieldProps = {
  label: string;
  children: ReactNode;
  /** What is wrong and that nothing was lost, below the input. */
  error?: string | undefined;
  /** A quiet sentence below the input. */
  hint?: string | undefined;
  required?: boolean;
  /** At the right end of the label's line: a link or a key. */
  aside?: ReactNode;
  size?: 'normal' | 'touch';
  /** For a group of inputs (segments, checkboxes): the label names the group instead of one input. */
  group?: boolean;
  className?: string;
};

/** Label above, input, error below: the only form of a field. */
export function Field({ label, children, error, hint, required = false, aside, size = 'normal', group = false, className }: FieldProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const note = `${id}-note`;
  const invalid = error !== undefined && error !== '';
  const hasNote = invalid || hint !== undefined;
  const ties = useMemo(() => ({ id, label, describedBy: hasNote ? note : undefined, invalid, required }), [id, label, hasNote, note, invalid, required]);
  const caption = (
    <>
      {label}
      {required && <span className="t3">{t('ui.required')}</span>}
    </>
  );

  return (
    <div className={classes('f', invalid && 'err', size === 'touch' && 'touch', className)} role={group ? 'group' : undefined} aria-labelledby={group ? `${id}-label` : undefined}>
      <div className="lb">
        {group ? <span id={`${id}-label`}>{caption}</span> : <label htmlFor={id}>{caption}</label>}
        {aside !== undefined && <span className="end">{aside}</span>}
      </div>
      <Ties value={ties}>{children}</Ties>
      {hasNote && (
        <p className={invalid ? 'msg' : 'hint'} id={note} role={invalid ? 'alert' : undefined}>
          {invalid ? error : hint}
        </p>
      )}
    </div>
  );
}
