import { Check, Minus } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { classes } from '../classes';
import './checkbox.css';

export type CheckboxProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  label: string;
  /** Only the box is drawn (table rows); the label is still read aloud. */
  boxOnly?: boolean;
  /** Some but not all are chosen. */
  partly?: boolean;
  disabled?: boolean;
  tabIndex?: number;
  size?: 'normal' | 'touch';
};

export function Checkbox({ checked, onChange, label, boxOnly = false, partly = false, disabled = false, tabIndex, size = 'normal' }: CheckboxProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current !== null) {
      input.current.indeterminate = partly;
    }
  }, [partly]);

  return (
    <label className={classes('check', size === 'touch' && 'touch', disabled && 'off')}>
      <input ref={input} type="checkbox" checked={checked} disabled={disabled} tabIndex={tabIndex} onChange={(event) => onChange(event.target.checked)} aria-label={boxOnly ? label : undefined} />
      <span className={classes('cb', (checked || partly) && 'on')} aria-hidden="true">
        {partly ? <Minus className="i" /> : checked ? <Check className="i" /> : null}
      </span>
      {!boxOnly && label}
    </label>
  );
}
