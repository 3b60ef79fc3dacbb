import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarBody } from '../../../api/clock-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { useFormat } from '../../../ui/text/use-format';
import { hours } from '../due/due-explanation';
import { SegmentBar, SegmentList } from '../due/segments';
import { useZoneTimes } from '../due/zone-times';
import { TimeInput } from '../../../ui/fields/time-input';
import { writeTime } from '../../../ui/text/time-text';
import { usePreview } from './use-calendars';

const lengths = [30, 60, 120, 240, 480, 1440, 2400, 4800];

/** "Opened on Friday at 17:30 with four hours is due …", by the calendar as it stands on screen. */
export function PreviewPanel({ calendar, today }: { calendar: CalendarBody; today: string }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const [date, setDate] = useState(() => nextFriday(today));
  const [minute, setMinute] = useState(17 * 60 + 30);
  const [minutes, setMinutes] = useState(240);
  const preview = usePreview(calendar, `${date}T${writeTime(minute === 1440 ? 0 : minute)}:00`, minutes);
  const zone = useZoneTimes(calendar.timeZone);
  const found = preview.data;

  return (
    <aside className="cal-side" aria-label={t('clocks.preview')}>
      <h2>{t('clocks.preview')}</h2>
      <div className="two">
        <Field label={t('clocks.preview_day')}>
          <DateField value={date} onChange={(next) => next !== null && setDate(next)} />
        </Field>
        <Field label={t('clocks.preview_time')}>
          <TimeInput label={t('clocks.preview_time')} minutes={minute} onChange={setMinute} />
        </Field>
      </div>
      <Field label={t('clocks.preview_target')}>
        <Select value={minutes} options={lengths.map((value) => ({ value, label: hours(value * 60, format.duration) }))} onChange={(next) => next !== null && setMinutes(next)} />
      </Field>
      <RefusalNotice error={preview.error} />
      {found !== undefined && preview.error === null && (
        <>
          <p className="preview-answer" role="status">
            {found.dueAt === null ? t('clocks.never_due') : t('clocks.preview_answer', { start: zone.dayTime(found.openedAt), due: zone.dayTime(found.dueAt) })}
          </p>
          {found.warnAt !== null && <p className="t2 s">{t('clocks.preview_warn', { at: zone.dayTime(found.warnAt) })}</p>}
          <SegmentBar segments={found.segments} />
          <SegmentList segments={found.segments} timeZone={calendar.timeZone} />
        </>
      )}
    </aside>
  );
}

function nextFriday(today: string): string {
  const date = new Date(`${today}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + ((5 - date.getUTCDay() + 7) % 7));
  return date.toISOString().slice(0, 10);
}
