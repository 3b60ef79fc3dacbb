import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';

export type NumberFieldProps = { label: string; value: number; onChange: (value: number) => void; min: number; max: number; unit?: string; hint?: string };

/** A whole number with its unit; outside its bounds it is the nearest one inside, and what is no number goes back to what it was. */
export function NumberField({ label, value, onChange, min, max, unit, hint }: NumberFieldProps): ReactElement {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const finish = (): void => {
    const number = typed === null || typed.trim() === '' ? Number.NaN : Number(typed);
    setTyped(null);
    if (Number.isFinite(number)) {
      onChange(Math.min(max, Math.max(min, Math.round(number))));
    }
  };
  return (
    <Field label={label} hint={hint}>
      <TextInput className="num" inputMode="numeric" maxLength={6} value={typed ?? String(value)} onChange={setTyped} onBlur={finish} onKeyDown={(event) => { if (event.key === 'Enter') { event.preventDefault(); finish(); } }} onFocus={(event) => event.target.select()} after={<span className="t3">{unit ?? t('supervision.seconds_unit')}</span>} />
    </Field>
  );
}
