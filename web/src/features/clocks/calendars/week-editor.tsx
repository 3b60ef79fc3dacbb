import { CopyCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { BlockEditor } from './block-editor';
import { blocksOf, weekdays, withBlocks, type Draft } from './calendar-draft';

/** The week as seven lines, each with its stretches and a picture of the day. */
export function WeekEditor({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }): ReactElement {
  const { t } = useTranslation();
  const copy = (): void => onChange(weekdays.slice(1, 5).reduce((next, day) => withBlocks(next, day, blocksOf(draft, 'monday')), draft));
  const always = (): void => onChange(weekdays.reduce((next, day) => withBlocks(next, day, [{ opens: 0, closes: 1440 }]), draft));
  return (
    <section className="cal-section" aria-labelledby="cal-week">
      <div className="row wrap">
        <h2 id="cal-week">{t('clocks.week')}</h2>
        <span className="end row g4">
          <Button size="small" look="quiet" icon={CopyCheck} onClick={copy}>
            {t('clocks.copy_monday')}
          </Button>
          <Button size="small" look="quiet" onClick={always}>
            {t('clocks.always_open')}
          </Button>
        </span>
      </div>
      {weekdays.map((day) => (
        <div key={day} className="week-row">
          <span className="md">{t(`clocks.day.${day}`)}</span>
          <BlockEditor day={t(`clocks.day.${day}`)} blocks={blocksOf(draft, day)} onChange={(blocks) => onChange(withBlocks(draft, day, blocks))} />
          <DayPicture blocks={blocksOf(draft, day)} />
        </div>
      ))}
    </section>
  );
}

function DayPicture({ blocks }: { blocks: readonly { opens: number; closes: number }[] }): ReactElement {
  return (
    <svg className="day-picture" viewBox="0 0 1440 10" preserveAspectRatio="none" aria-hidden="true">
      {blocks.map((block) => (
        <rect key={block.opens} x={block.opens} y="0" height="10" width={Math.min(block.closes, 1440) - block.opens} />
      ))}
    </svg>
  );
}
