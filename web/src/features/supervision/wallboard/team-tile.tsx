import { CircleAlert, CircleCheck, TriangleAlert, type LucideIcon } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import type { WallboardTeam } from '../types';
import { Figure } from './figure';
import { longestWait, serviceLevel, waitLevel, worst, type Level } from './level';

export const levelIcons: Record<Level, LucideIcon> = { ok: CircleCheck, warn: CircleAlert, danger: TriangleAlert };

export type Period = 'halfHour' | 'today';

/** One team: who waits and how long, whether the promise is kept, and what became of the callers of the period. */
export function TeamTile({ team, period, now, isWall }: { team: WallboardTeam; period: Period; now: number; isWall: boolean }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const id = useId();
  const figures = team[period];
  const longest = longestWait(team, now);
  const [byWait, byService] = [waitLevel(longest, team.promise), serviceLevel(figures, team.promise)];
  const level = worst(byWait, byService);
  const Icon = levelIcons[level];
  const percent = (value: number | null | undefined): string => (value == null ? '–' : format.percent(value));
  const clock = (value: number | null | undefined): string => (value == null ? '–' : format.clock(value));
  const spoken = (value: number | null | undefined): string => (value == null ? t('supervision.no_value') : format.duration(value));
  const service = figures.serviceLevelPercent ?? null;
  const within = { seconds: team.promise.withinSeconds, short: team.promise.shortAbandonSeconds };

  return (
    <section className={classes('tile', level)} aria-labelledby={id}>
      <h2 id={id}>
        <span className="cut" title={names(team.names)}>
          {names(team.names)}
        </span>
        <span className={classes('tile-level', level)}>
          <Icon className="i" aria-hidden="true" />
          {team.isOpen || level !== 'ok' ? t(`supervision.level.${level}`) : t('supervision.closed')}
        </span>
      </h2>
      <div className="tile-now">
        <Figure name="waiting" className={classes('big', byWait)} value={format.number(team.waiting)} spoken={format.number(team.waiting)} bare />
        <Figure name="longest" className={classes('lg', byWait)} value={clock(longest)} spoken={spoken(longest)} values={{ warning: format.duration(team.promise.warningSeconds), alarm: format.duration(team.promise.alarmSeconds) }} bare />
        <span className="k">{t('supervision.waiting')}</span>
        <span className="k right">{t('supervision.longest')}</span>
      </div>
      <div className="tile-sl">
        <Figure
          name="serviceLevel"
          className={classes('sl', byService)}
          value={percent(service)}
          spoken={percent(service)}
          values={within}
          sum={`${figures.answeredInTime} ÷ (${figures.answered} + ${figures.abandoned})`}
          bare
        />
        <span className="k">{t('supervision.within', { seconds: team.promise.withinSeconds })}</span>
        <span className="track" role="img" aria-label={t('supervision.promise', { percent: format.percent(team.promise.percent) })} title={t('supervision.promise', { percent: format.percent(team.promise.percent) })}>
          <i className={byService} style={{ width: `${service ?? 0}%` }} />
          <u style={{ left: `${team.promise.percent}%` }} />
        </span>
      </div>
      <div className="tile-figures">
        <Figure name="abandoned" value={format.number(figures.abandoned)} spoken={format.number(figures.abandoned)} values={within} sum={`${percent(figures.abandonedPercent)} = ${figures.abandoned} ÷ (${figures.offered} − ${figures.shortAbandoned})`} />
        <Figure name="answered" value={format.number(figures.answered)} spoken={format.number(figures.answered)} />
        <Figure name="averageAnswer" value={clock(figures.averageAnswerSeconds)} spoken={spoken(figures.averageAnswerSeconds)} />
        <Figure name="averageHandling" value={clock(figures.averageHandlingSeconds)} spoken={spoken(figures.averageHandlingSeconds)} sum={t('supervision.handled_count', { count: figures.handled })} />
        {!isWall && (
          <>
            <Figure name="offered" value={format.number(figures.offered)} spoken={format.number(figures.offered)} sum={outcomes(team, period)} />
            <Figure name="abandonedPercent" value={percent(figures.abandonedPercent)} spoken={percent(figures.abandonedPercent)} values={within} sum={`${figures.abandoned} ÷ (${figures.offered} − ${figures.shortAbandoned})`} />
            <Figure name="occupancy" value={percent(figures.occupancyPercent)} spoken={percent(figures.occupancyPercent)} />
            <Figure name="nonResponse" value={percent(figures.nonResponsePercent)} spoken={percent(figures.nonResponsePercent)} sum={`${figures.ringsMissed} ÷ ${figures.rings}`} />
            <Figure name="ready" value={format.number(team.agentsReady)} spoken={format.number(team.agentsReady)} />
            <Figure name="talking" value={format.number(team.agentsTalking)} spoken={format.number(team.agentsTalking)} />
          </>
        )}
      </div>
    </section>
  );
}

function outcomes(team: WallboardTeam, period: Period): string {
  const f = team[period];
  return `${[f.answered, f.abandoned, f.shortAbandoned, f.timedOut, f.noAgents, f.overflowed, f.closed, f.calledBack, f.cutOff, f.waiting].join(' + ')} = ${f.offered}`;
}
