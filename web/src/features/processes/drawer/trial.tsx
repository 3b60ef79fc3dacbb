import { FlaskConical } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Select } from '../../../ui/fields/select';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import { StageMark } from '../../../ui/marks/stage-mark';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { findStage } from '../designer/edit-design';
import { markOf, type Design, type StageKind, type Trial as TrialAnswer, type TrialRow } from '../process-types';

export type TrialProps = { design: Design; trial: TrialAnswer | undefined; isTrying: boolean; error: unknown; weeks: number; onWeeks: (weeks: number) => void };

/** How the last weeks' documents would have gone by the drawing. It changes nothing. */
export function Trial({ design, trial, isTrying, error, weeks, onWeeks }: TrialProps): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const other = trial === undefined ? 0 : trial.tried - trial.same;
  return (
    <section className="trial" aria-label={t('processes.trial_title')} aria-busy={isTrying}>
      <div className="trial-sum">
        <Select label={t('processes.trial_weeks')} value={weeks} options={[1, 2, 4, 8, 13, 26].map((value) => ({ value, label: t('processes.last_weeks', { count: value }) }))} onChange={(value) => value !== null && onWeeks(value)} />
        {trial !== undefined && trial.tried > 0 && (
          <>
            <b className="trial-count">{format.number(other)}</b>
            <span className="t2 s">{t('processes.trial_other', { tried: format.number(trial.tried), percent: format.percent((100 * other) / trial.tried) })}</span>
            <Shares trial={trial} />
          </>
        )}
      </div>
      <RefusalNotice error={error} />
      {isTrying && trial === undefined && <Skeleton lines={4} />}
      {trial?.tried === 0 && <EmptyState icon={FlaskConical} title={t('processes.trial_none')} />}
      {trial !== undefined && trial.tried > 0 && trial.rows.length === 0 && <p className="problem-none">{t('processes.trial_same')}</p>}
      {trial !== undefined && trial.rows.length > 0 && (
        <table className="trial-rows">
          <thead>
            <tr>
              <th scope="col">{t('processes.trial_document')}</th>
              <th scope="col">{t('processes.trial_subject')}</th>
              <th scope="col">{t('processes.trial_really')}</th>
              <th scope="col">{t('processes.trial_draft')}</th>
              <th scope="col" className="num">
                {t('processes.trial_time')}
              </th>
            </tr>
          </thead>
          <tbody>
            {trial.rows.map((row) => (
              <Row key={row.id} row={row} design={design} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Shares({ trial }: { trial: TrialAnswer }): ReactElement {
  const { t } = useTranslation();
  const shares = [
    ['approval', trial.approval],
    ['otherWay', trial.otherWay],
    ['stuck', trial.stuck],
  ] as const;
  return (
    <div className="trial-shares">
      <div className="trial-bar" aria-hidden="true">
        {shares.map(([name, count]) => count > 0 && <span key={name} className={`share-${name}`} style={{ flexGrow: count }} />)}
      </div>
      <ul className="row g12 s">
        {shares.map(([name, count]) => (
          <li key={name} className="row g4">
            <span className={`share-dot share-${name}`} aria-hidden="true" />
            {t(`processes.share.${name}`, { count })}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ row, design }: { row: TrialRow; design: Design }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const instead = findStage(design, row.instead);
  return (
    <tr className={row.result === 'stuck' ? 'stuck' : undefined}>
      <td>
        <Link to={row.path}>{row.number}</Link>
      </td>
      <td className="cut" title={row.subject}>
        {row.subject === '' ? '–' : row.subject}
      </td>
      <td>{row.reallyKind == null || row.reallyNames == null ? (row.really ?? '–') : <StageMark kind={markOf(row.reallyKind as StageKind)} label={names(row.reallyNames)} />}</td>
      <td title={t(`processes.trial.${row.reason ?? 'no_way'}`)}>
        {instead === undefined ? <span className="danger">{t('processes.trial_stuck')}</span> : <StageMark kind={markOf(instead.kind)} label={names(instead.names)} />}
        <span className="t3 s"> {t(`processes.trial.${row.reason ?? 'no_way'}`)}</span>
      </td>
      <td className="num">{row.extraMinutes > 0 ? `+${format.duration(row.extraMinutes * 60)}` : '–'}</td>
    </tr>
  );
}
