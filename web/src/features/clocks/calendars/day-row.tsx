import { Pencil, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialDay } from '../../../api/clock-types';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Segmented } from '../../../ui/actions/segmented';
import { Checkbox } from '../../../ui/fields/checkbox';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { Tag } from '../../../ui/marks/tag';
import { useNames } from '../../../ui/text/names';
import { BlockEditor } from './block-editor';
import { NameFields } from './name-fields';
import { writeTime } from '../../../ui/text/time-text';
import { useZoneTimes } from '../due/zone-times';

type Change = (day: SpecialDay | null) => void;

/** One special day: a line, or the form of it. */
export function DayRow({ day, year, isNew, onChange }: { day: SpecialDay; year: string; isNew: boolean; onChange: Change }): ReactElement {
  const [isOpen, setIsOpen] = useState(isNew);
  return <li className={isOpen ? 'day-row open' : 'day-row'}>{isOpen ? <DayForm day={day} onChange={onChange} onClose={() => setIsOpen(false)} /> : <DayLine day={day} year={year} onChange={onChange} onOpen={() => setIsOpen(true)} />}</li>;
}

function DayLine({ day, year, onChange, onOpen }: { day: SpecialDay; year: string; onChange: Change; onOpen: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const utc = useZoneTimes('UTC');
  const date = day.isYearly ? `${year}${day.date.slice(4)}` : day.date;
  const name = names(day.names);
  return (
    <>
      <span className="num day-date">{utc.day(`${date}T00:00:00Z`)}</span>
      <span className="grow cut">{name === '' ? <span className="t3">{t('clocks.no_name')}</span> : name}</span>
      {day.isYearly && <Tag>{t('clocks.yearly')}</Tag>}
      {day.kind === 'opening' && <Tag tone="info">{t('clocks.extra_opening')}</Tag>}
      <span className="t2 num">{day.blocks.length === 0 ? t('clocks.closed_day') : day.blocks.map((block) => `${writeTime(block.opens)}–${writeTime(block.closes)}`).join(', ')}</span>
      <IconButton icon={Pencil} size="small" look="quiet" label={t('clocks.day_edit', { name })} onClick={onOpen} />
      <IconButton icon={Trash2} size="small" look="quiet" label={t('clocks.day_remove', { name })} onClick={() => onChange(null)} />
    </>
  );
}

function DayForm({ day, onChange, onClose }: { day: SpecialDay; onChange: Change; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="stack g8 grow">
      <div className="day-form">
        <Field label={t('clocks.date')}>
          <DateField value={day.date} onChange={(date) => date !== null && onChange({ ...day, date })} />
        </Field>
        <Field label={t('clocks.day_kind')} group>
          <Segmented
            label={t('clocks.day_kind')}
            value={day.kind}
            options={[
              { value: 'holiday', label: t('clocks.holiday') },
              { value: 'opening', label: t('clocks.extra_opening') },
            ]}
            onChange={(kind) => onChange({ ...day, kind, blocks: kind === 'opening' && day.blocks.length === 0 ? [{ opens: 540, closes: 1020 }] : day.blocks })}
          />
        </Field>
        <Checkbox checked={day.isYearly} label={t('clocks.yearly')} onChange={(isYearly) => onChange({ ...day, isYearly })} />
      </div>
      <NameFields names={day.names} onChange={(names) => onChange({ ...day, names })} />
      <div className="row wrap">
        <span className="t2 s">{t('clocks.own_hours')}</span>
        <BlockEditor day={t('clocks.own_hours')} blocks={day.blocks} onChange={(blocks) => onChange({ ...day, blocks })} />
        <Button size="small" className="end" onClick={onClose}>
          {t('clocks.day_done')}
        </Button>
      </div>
    </div>
  );
}
