import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { TimeInput } from '../../../ui/fields/time-input';
import type { OpeningTime } from '../types';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** The week's opening hours, day by day. */
export function HoursRows({ hours, onChange }: { hours: readonly OpeningTime[]; onChange: (hours: OpeningTime[]) => void }): ReactElement {
  const { t } = useTranslation();
  const put = (day: OpeningTime['day'], times: readonly OpeningTime[]): void => onChange(days.flatMap((one) => (one === day ? [...times] : hours.filter((time) => time.day === one))));
  const always = (): void => onChange(days.map((day) => ({ day, opens: 0, closes: 1440 })));
  const office = (): void => onChange(days.slice(0, 5).map((day) => ({ day, opens: 540, closes: 1080 })));
  return (
    <div className="team-hours">
      <div className="row g4">
        <Button size="small" look="quiet" onClick={always}>
          {t('supervision.always_open')}
        </Button>
        <Button size="small" look="quiet" onClick={office}>
          {t('supervision.office_hours')}
        </Button>
      </div>
      {days.map((day) => {
        const times = hours.filter((time) => time.day === day);
        const word = t(`supervision.day.${day}`);
        const last = times.at(-1)?.closes ?? 540;
        return (
          <div key={day} className="team-day" role="group" aria-label={word}>
            <span className="md">{word}</span>
            <span className="row wrap">
              {times.map((time, index) => (
                <span key={index} className="row g4">
                  <TimeInput label={t('supervision.opens')} minutes={time.opens} onChange={(opens) => put(day, times.map((one, at) => (at === index ? { ...one, opens } : one)))} />
                  –
                  <TimeInput label={t('supervision.closes')} minutes={time.closes} onChange={(closes) => put(day, times.map((one, at) => (at === index ? { ...one, closes } : one)))} />
                  <IconButton icon={X} size="small" look="quiet" label={t('supervision.hours_remove', { day: word })} onClick={() => put(day, times.filter((_, at) => at !== index))} />
                </span>
              ))}
              {times.length === 0 && <span className="t3">{t('supervision.closed')}</span>}
              {last < 1380 && <IconButton icon={Plus} size="small" look="quiet" label={t('supervision.hours_add', { day: word })} onClick={() => put(day, [...times, { day, opens: times.length === 0 ? 540 : last + 60, closes: times.length === 0 ? 1080 : 1440 }])} />}
            </span>
          </div>
        );
      })}
    </div>
  );
}
