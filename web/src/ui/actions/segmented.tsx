import type { LucideIcon } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { classes } from '../classes';
import { Kbd } from '../marks/kbd';
import './segmented.css';

export type Segment<Value extends string> = { value: Value; label: string; icon?: LucideIcon; keys?: string; disabled?: boolean };

export type SegmentedProps<Value extends string> = {
  /** Read aloud; give the visible label's text. */
  label: string;
  options: readonly Segment<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
  /** All segments share the width. */
  full?: boolean;
  /** Only the icons are drawn; the words stay for screen readers and as tooltips. */
  iconsOnly?: boolean;
  disabled?: boolean;
};

/** One of two to four choices, all visible. Radio buttons underneath, so arrows move. */
export function Segmented<Value extends string>({ label, options, value, onChange, full = false, iconsOnly = false, disabled = false }: SegmentedProps<Value>): ReactElement {
  const name = useId();
  return (
    <div className={classes('seg', full && 'full')} role="radiogroup" aria-label={label}>
      {options.map(({ icon: Icon, ...option }) => (
        <label key={option.value} className={classes(option.value === value && 'on', (disabled || option.disabled === true) && 'off')} title={iconsOnly ? option.label : undefined}>
          <input type="radio" name={name} checked={option.value === value} disabled={disabled || option.disabled} onChange={() => onChange(option.value)} aria-label={iconsOnly ? option.label : undefined} />
          {Icon !== undefined && <Icon className="i s" aria-hidden="true" />}
          {!iconsOnly && option.label}
          {option.keys !== undefined && <Kbd keys={option.keys} />}
        </label>
      ))}
    </div>
  );
}
