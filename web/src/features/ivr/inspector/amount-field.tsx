import type { ReactElement } from 'react';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';

/** A whole number within limits. */
export function AmountField({ label, value, min, max, onChange }: { label: string; value: number; min: number; max: number; onChange: (value: number) => void }): ReactElement {
  return (
    <Field label={label}>
      <TextInput type="number" min={min} max={max} value={String(value)} onChange={(text) => onChange(Math.max(min, Math.min(max, Number.parseInt(text, 10) || min)))} />
    </Field>
  );
}
