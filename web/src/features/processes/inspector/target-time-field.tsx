import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';

const units = { minute: 1, hour: 60, day: 1440 } as const;
type Unit = keyof typeof units;
const longest = 525_600;

/** How long a document should stand here at most; empty is no target. */
export function TargetTimeField({ value, onChange, disabled = false }: { value: number | null; onChange: (minutes: number | null) => void; disabled?: boolean }): ReactElement {
  const { t } = useTranslation();
  const [unit, setUnit] = useState<Unit>(value !== null && value % units.day === 0 ? 'day' : value !== null && value % units.hour !== 0 ? 'minute' : 'hour');
  const shown = value === null ? '' : String(value / units[unit]);
  const set = (text: string, next: Unit): void => {
    const amount = Number.parseInt(text.replaceAll(/\D/g, ''), 10);
    onChange(Number.isNaN(amount) || amount === 0 ? null : Math.min(amount * units[next], longest));
  };
  return (
    <Field label={t('processes.target_time')} group>
      <span className="row g4">
        <TextInput className="target-amount" inputMode="numeric" aria-label={t('processes.target_amount')} value={shown} placeholder="–" disabled={disabled} onChange={(text) => set(text, unit)} />
        <Select<Unit>
          label={t('processes.target_unit')}
          value={unit}
          disabled={disabled}
          options={(Object.keys(units) as Unit[]).map((one) => ({ value: one, label: t(`processes.unit.${one}`) }))}
          onChange={(next) => {
            if (next !== null) {
              setUnit(next);
              set(shown, next);
            }
          }}
        />
      </span>
    </Field>
  );
}
