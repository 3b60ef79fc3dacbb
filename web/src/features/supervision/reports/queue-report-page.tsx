import { ChartColumn } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../ui/actions/segmented';
import { Field } from '../../../ui/fields/field';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import type { QueueFigures, QueueReportRow, ReportBy } from '../types';
import { useAsked } from './period';
import { Defined, PeriodFields, ReportFrame, TeamField } from './report-frame';
import { query, useQueueReport } from './use-reports';

/** All that can become of a caller. */
const outcomes = ['answered', 'abandoned', 'shortAbandoned', 'timedOut', 'noAgents', 'overflowed', 'closed', 'calledBack', 'cutOff', 'waiting'] as const satisfies readonly (keyof QueueFigures)[];

/** What became of the callers of a period: every row's outcomes add up to its offered. */
export function QueueReportPage(): ReactElement {
  const { t } = useTranslation();
  const [get, set] = useAsked({ by: 'team' });
  const by = get('by') as ReportBy;
  const asked = { from: get('from'), until: get('until'), team: get('team'), by };
  const report = useQueueReport(asked);
  usePageTitle(t('supervision.tab.queues'));

  return (
    <ReportFrame
      page="queues"
      error={report.error}
      exportTo={`/api/queues/reports/queues/export?${query(asked)}`}
      filters={
        <>
          <PeriodFields get={get} set={set} />
          <TeamField value={get('team')} onChange={(team) => set({ team })} all={t('supervision.all_teams')} />
          <Field label={t('supervision.by')} group>
            <Segmented<ReportBy>
              label={t('supervision.by')}
              value={by}
              options={(['team', 'day', 'hour'] as const).map((value) => ({ value, label: t(`supervision.by_${value}`) }))}
              onChange={(value) => set({ by: value })}
            />
          </Field>
        </>
      }
    >
      {report.data === undefined ? (
        report.error === null && <Skeleton lines={8} />
      ) : report.data.total.offered === 0 ? (
        <EmptyState icon={ChartColumn} title={t('supervision.nobody_called')}>
          {t('supervision.nobody_called_hint')}
        </EmptyState>
      ) : (
        <QueueTable by={report.data.by} rows={report.data.rows} total={report.data.total} />
      )}
    </ReportFrame>
  );
}

function QueueTable({ by, rows, total }: { by: ReportBy; rows: readonly QueueReportRow[]; total: QueueFigures }): ReactElement {
  const { t } = useTranslation();
  // What became of nobody in the whole period has no column.
  const shown = outcomes.filter((name) => name === 'answered' || name === 'abandoned' || total[name] > 0);
  return (
    <div className="report-scroll" tabIndex={0} role="region" aria-label={t('supervision.tab.queues')}>
      <table className="report">
        <thead>
          <tr>
            <th scope="col">{t(`supervision.by_${by}`)}</th>
            <th scope="col" className="sum">
              <Defined name="offered" />
            </th>
            {shown.map((name) => (
              <th key={name} scope="col">
                <Defined name={name} />
              </th>
            ))}
            {(['serviceLevel', 'abandonedPercent', 'averageAnswer', 'longestWaited', 'averageHandling', 'nonResponse'] as const).map((name, index) => (
              <th key={name} scope="col" className={index === 0 ? 'part' : undefined}>
                <Defined name={name} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.team?.id ?? row.period} row={row} shown={shown} />
          ))}
        </tbody>
        <tfoot>
          <Line row={{ period: null, team: null, figures: total }} shown={shown} />
        </tfoot>
      </table>
      {total.cameByOverflow > 0 && <p className="t2 report-note">{t('supervision.overflow_note', { count: total.cameByOverflow, callers: total.offered - total.cameByOverflow })}</p>}
    </div>
  );
}

function Line({ row, shown }: { row: QueueReportRow; shown: readonly (typeof outcomes)[number][] }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { figures } = row;
  const percent = (value: number | null | undefined): string => (value == null ? '–' : format.percent(value));
  const clock = (value: number | null | undefined): string => (value == null ? '–' : format.clock(value));
  const word = (name: string): string => t(`supervision.short.${name}`);
  return (
    <tr>
      <th scope="row">{row.team != null ? names(row.team.names) : row.period == null ? t('supervision.total') : periodOf(row.period, format.date)}</th>
      <td className="sum" data-label={word('offered')}>{format.number(figures.offered)}</td>
      {shown.map((name) => (
        <td key={name} data-label={word(name)} className={figures[name] === 0 ? 't3' : undefined}>
          {format.number(figures[name])}
        </td>
      ))}
      <td className="part" data-label={word('serviceLevel')}>{percent(figures.serviceLevelPercent)}</td>
      <td data-label={word('abandonedPercent')}>{percent(figures.abandonedPercent)}</td>
      <td data-label={word('averageAnswer')}>{clock(figures.averageAnswerSeconds)}</td>
      <td data-label={word('longestWaited')}>{clock(figures.offered === 0 ? null : figures.longestWaitSeconds)}</td>
      <td data-label={word('averageHandling')}>{clock(figures.averageHandlingSeconds)}</td>
      <td data-label={word('nonResponse')}>{percent(figures.nonResponsePercent)}</td>
    </tr>
  );
}

/** `2026-11-30` or `2026-11-30T14`, both on the team's wall: no zone of the reader's is put into it. */
function periodOf(period: string, date: (at: string) => string): string {
  const [day = '', hour] = period.split('T');
  const written = date(`${day}T12:00:00`);
  return hour === undefined ? written : `${written} ${hour}:00`;
}
