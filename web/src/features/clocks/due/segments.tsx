import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockSegment } from '../../../api/clock-types';
import { classes } from '../../../ui/classes';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { useZoneTimes } from './zone-times';
import './due.css';

const lengthOf = (segment: ClockSegment): number => (Date.parse(segment.to) - Date.parse(segment.from)) / 1000;

/** The stretches as one bar: nights and weekends are drawn narrower than they are, so that the working time can be seen. */
export function SegmentBar({ segments, now }: { segments: readonly ClockSegment[]; now?: number }): ReactElement {
  const { t } = useTranslation();
  const width = (segment: ClockSegment): number => (segment.kind === 'counts' ? lengthOf(segment) : Math.min(lengthOf(segment), 3600 * 2));
  const total = segments.reduce((sum, segment) => sum + width(segment), 0);
  return (
    <div className="seg-bar" role="img" aria-label={t('clocks.bar_label', { count: segments.filter((segment) => segment.kind === 'counts').length })}>
      {segments.map((segment) => (
        <span key={segment.from} className={classes('seg-part', segment.kind, now !== undefined && Date.parse(segment.to) <= now && 'past')} style={{ flexGrow: Math.max(1, (width(segment) / Math.max(1, total)) * 1000) }} />
      ))}
    </div>
  );
}

/** Every stretch in words: from, to, how long, and why it counts or not. */
export function SegmentList({ segments, timeZone }: { segments: readonly ClockSegment[]; timeZone: string }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const zone = useZoneTimes(timeZone);
  return (
    <ol className="seg-list">
      {segments.map((segment) => (
        <li key={segment.from} className={segment.kind}>
          <span className={classes('seg-dot', segment.kind)} aria-hidden="true" />
          <span className="num">
            {zone.dayTime(segment.from)} – {zone.day(segment.from) === zone.day(segment.to) ? zone.time(segment.to) : zone.dayTime(segment.to)}
          </span>
          <span className="grow t2">{segment.names == null ? t(`clocks.segment.${segment.kind}`) : names(segment.names)}</span>
          {segment.kind === 'counts' && <span className="num md">{format.duration(lengthOf(segment))}</span>}
        </li>
      ))}
    </ol>
  );
}
