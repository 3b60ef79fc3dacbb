import { CalendarPlus, Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialDay } from '../../../api/clock-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Segmented } from '../../../ui/actions/segmented';
import { addDays, sortDays, type Draft } from './calendar-draft';
import { DayRow } from './day-row';
import { useHolidays } from './use-calendars';

/** Holidays, eves and exceptional openings, a year at a time. */
export function DayList({ draft, onChange, today }: { draft: Draft; onChange: (draft: Draft) => void; today: string }): ReactElement {
  const { t } = useTranslation();
  const thisYear = Number(today.slice(0, 4));
  const years = [thisYear, thisYear + 1, thisYear + 2].map(String);
  const [year, setYear] = useState(years[0] ?? '');
  const [added, setAdded] = useState<SpecialDay | null>(null);
  const holidays = useHolidays((days) => onChange(addDays(draft, days)));
  const { days } = draft.calendar;
  const shown = days.filter((day) => day === added || day.isYearly || day.date.startsWith(year));

  const set = (before: SpecialDay, after: SpecialDay | null): void => {
    setAdded(before === added ? after : added);
    onChange({ ...draft, calendar: { ...draft.calendar, days: days.flatMap((one) => (one === before ? (after === null ? [] : [after]) : [one])) } });
  };
  const add = (): void => {
    const date = year === years[0] ? today : `${year}-01-01`;
    const day: SpecialDay = { date, isYearly: false, kind: 'holiday', names: { tr: '', sv: '', en: '' }, blocks: [] };
    setAdded(day);
    onChange({ ...draft, calendar: { ...draft.calendar, days: [...days, day] } });
  };

  return (
    <section className="cal-section" aria-labelledby="cal-days">
      <div className="row wrap">
        <h2 id="cal-days">{t('clocks.special_days')}</h2>
        <Segmented label={t('clocks.year')} value={year} options={years.map((one) => ({ value: one, label: one }))} onChange={setYear} />
        <span className="end row g4 wrap">
          {['TR', 'SE'].map((country) => (
            <Button key={country} size="small" look="quiet" icon={CalendarPlus} busy={holidays.isPending} onClick={() => holidays.mutate({ country, week: draft.calendar.week })}>
              {t(`clocks.holidays.${country}`)}
            </Button>
          ))}
          <Button size="small" icon={Plus} onClick={add}>
            {t('clocks.day_add')}
          </Button>
        </span>
      </div>
      <RefusalNotice error={holidays.error} />
      {shown.length === 0 ? (
        <p className="t2">{t('clocks.no_days')}</p>
      ) : (
        <ul className="day-list">
          {(added === null ? sortDays(shown) : [...sortDays(shown.filter((day) => day !== added)), ...shown.filter((day) => day === added)]).map((day) => (
            <DayRow key={days.indexOf(day)} day={day} year={year} isNew={day === added} onChange={(next) => set(day, next)} />
          ))}
        </ul>
      )}
    </section>
  );
}
