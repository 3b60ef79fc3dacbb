import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { ClockReason } from '../../../api/clock-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Skeleton } from '../../../ui/layout/skeleton';
import { useNames } from '../../../ui/text/names';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { Clock } from '../../../ui/marks/clock';
import { readFace } from './reading';
import { SegmentBar, SegmentList } from './segments';
import { useZoneTimes } from './zone-times';

/** Why a request is due when it is: the target that won, the calendar, and every stretch of time. */
export function DueExplanation({ requestId }: { requestId: string }): ReactElement {
  const { t } = useTranslation();
  const clocks = useQuery({
    queryKey: ['requests', 'one', requestId, 'clocks'],
    queryFn: async () => (await api.GET('/api/requests/{id}/clocks', { params: { path: { id: requestId } } })).data ?? null,
  });
  if (clocks.data === undefined || clocks.data === null) {
    return clocks.error === null ? <Skeleton lines={4} /> : <RefusalNotice error={clocks.error} />;
  }
  const { firstAnswer, resolution } = clocks.data;
  const reasons = [firstAnswer, resolution].filter((reason) => reason !== null).sort((one, other) => rank(one) - rank(other));
  return reasons.length === 0 ? <p className="t2">{t('clocks.nothing_promised')}</p> : <>{reasons.map((reason) => <Reason key={reason.face.kind} reason={reason} />)}</>;
}

// What is still open comes first.
function rank(reason: ClockReason): number {
  return reason.face.metAt === null ? 0 : 1;
}

function Reason({ reason }: { reason: ClockReason }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const names = useNames();
  const now = serverNow();
  const { face, rule } = reason;
  const zone = useZoneTimes(rule.timeZone);
  const reading = readFace(face, now);
  const parts = [rule.category, rule.team, rule.priority, rule.unit].filter((name) => name !== null).map(names);
  return (
    <section className="due-reason" aria-label={t(`clocks.kind.${face.kind}`)}>
      <h3 className="row">
        <Clock state={reading.isMissed ? 'late' : reading.state} used={reading.used} />
        {t(`clocks.kind.${face.kind}`)}
        <span className="end num">{face.dueAt === null ? t('clocks.stands') : zone.dayTime(face.dueAt)}</span>
      </h3>
      <p className="t2">{sentence(reason, reading.isMissed, { t, at: zone.dayTime, duration: format.duration })}</p>
      <p className="t2 s">
        {t('clocks.rule', {
          minutes: hours(face.targetSeconds, format.duration),
          target: parts.length === 0 ? t('clocks.rule_all') : parts.join(' · '),
          calendar: rule.calendar === null ? t('clocks.no_calendar') : names(rule.calendar),
        })}
        {Intl.DateTimeFormat().resolvedOptions().timeZone !== rule.timeZone && ` (${rule.timeZone})`}
      </p>
      <SegmentBar segments={reason.segments} now={now} />
      <details>
        <summary>{t('clocks.stretches', { count: reason.segments.length })}</summary>
        <SegmentList segments={reason.segments} timeZone={rule.timeZone} />
      </details>
    </section>
  );
}

export function hours(seconds: number, duration: (seconds: number) => string): string {
  return seconds >= 86_400 ? duration(3600).replace('1', String(Math.round(seconds / 3600))) : duration(seconds);
}

type Words = { t: (key: string, values?: Record<string, unknown>) => string; at: (at: string) => string; duration: (seconds: number) => string };

function sentence({ face, startedAt }: ClockReason, isMissed: boolean, { t, at, duration }: Words): string {
  const values = { start: at(startedAt), due: face.dueAt === null ? '' : at(face.dueAt), met: face.metAt === null ? '' : at(face.metAt), left: hours(face.targetSeconds - face.usedSeconds, duration) };
  if (face.metAt !== null) {
    return t(isMissed ? 'clocks.say_missed' : 'clocks.say_met', values);
  }
  if (face.dueAt === null) {
    return t('clocks.say_paused', values);
  }
  return t(face.state === 'late' ? 'clocks.say_late' : 'clocks.say_running', values);
}
