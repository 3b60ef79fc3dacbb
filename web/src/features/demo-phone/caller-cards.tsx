import { EyeOff, UserPlus } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes';
import { useFormat } from '../../ui/text/use-format';
import type { DemoCaller } from './demo-types';

/** The people a visitor can be, as radio cards. */
export function CallerCards({ callers, value, onChange, disabled }: { callers: readonly DemoCaller[]; value: number; onChange: (index: number) => void; disabled: boolean }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useId();
  return (
    <div className="demo-callers" role="radiogroup" aria-label={t('demo-phone.who_calls')}>
      {callers.map((caller, index) => (
        <label key={`${caller.number}-${caller.kind}`} className={classes('demo-caller', index === value && 'sel', disabled && 'off')}>
          <input type="radio" name={name} checked={index === value} disabled={disabled} onChange={() => onChange(index)} />
          <span className="demo-face" aria-hidden="true">
            {caller.kind === 'new' ? <UserPlus className="i l" /> : caller.kind === 'withheld' ? <EyeOff className="i l" /> : format.initials(caller.name.split(' / ')[0] ?? caller.name)}
          </span>
          <span className="demo-words">
            <b>{caller.name}</b>
            <span>{caller.hint}</span>
            {caller.number !== null && <span className="num">{format.phone(caller.number)}</span>}
          </span>
          <span className="demo-radio" aria-hidden="true" />
        </label>
      ))}
    </div>
  );
}
