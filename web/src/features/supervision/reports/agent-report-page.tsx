import { Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../ui/actions/segmented';
import { Field } from '../../../ui/fields/field';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useFormat } from '../../../ui/text/use-format';
import type { AgentRow } from '../types';
import { useAsked } from './period';
import { Defined, PeriodFields, ReportFrame, TeamField } from './report-frame';
import { query, useAgentReport } from './use-reports';

const columns = ['handled', 'averageHandling', 'rings', 'ringsMissed', 'ringsRejected', 'signedIn', 'readyTime', 'inTalk', 'inWrapUp', 'awayTime', 'occupancy', 'utilisation'] as const;

/** What agents handled and how their time went. */
export function AgentReportPage(): ReactElement {
  const { t } = useTranslation();
  const [get, set] = useAsked({ by: 'agent' });
  const asked = { from: get('from'), until: get('until'), team: get('team'), by: get('by') };
  const report = useAgentReport(asked);
  usePageTitle(t('supervision.tab.agents'));
  return (
    <ReportFrame
      page="agents"
      error={report.error}
      exportTo={`/api/queues/reports/agents/export?${query(asked)}`}
      filters={
        <>
          <PeriodFields get={get} set={set} />
          <TeamField value={get('team')} onChange={(team) => set({ team })} all={t('supervision.all_teams')} />
          <Field label={t('supervision.by')} group>
            <Segmented
              label={t('supervision.by')}
              value={asked.by}
              options={[
                { value: 'agent', label: t('supervision.by_agent') },
                { value: 'day', label: t('supervision.by_day') },
              ]}
              onChange={(by) => set({ by })}
            />
          </Field>
        </>
      }
    >
      {report.data === undefined ? (
        report.error === null && <Skeleton lines={8} />
      ) : report.data.length === 0 ? (
        <EmptyState icon={Users} title={t('supervision.nobody_worked')}>
          {t('supervision.nobody_worked_hint')}
        </EmptyState>
      ) : (
        <div className="report-scroll" tabIndex={0} role="region" aria-label={t('supervision.tab.agents')}>
          <table className="report">
            <thead>
              <tr>
                <th scope="col">{t('supervision.by_agent')}</th>
                {asked.by === 'day' && <th scope="col">{t('supervision.by_day')}</th>}
                {columns.map((name) => (
                  <th key={name} scope="col">
                    <Defined name={name} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {report.data.map((row) => (
                <Line key={`${row.userId} ${row.day ?? ''}`} row={row} byDay={asked.by === 'day'} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </ReportFrame>
  );
}

function Line({ row, byDay }: { row: AgentRow; byDay: boolean }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const percent = (value: number | null | undefined): string => (value == null ? '–' : format.percent(value));
  const word = (name: string): string => t(`supervision.short.${name}`);
  const why = row.awayByReason.map((away) => `${away.reason === '' ? t('supervision.no_reason') : t(`queues.reason.${away.reason}`)} ${format.clock(away.seconds)}`).join(', ');
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {byDay && <td data-label={t('supervision.by_day')}>{row.day == null ? '' : format.date(`${row.day}T12:00:00`)}</td>}
      <td data-label={word('handled')}>{format.number(row.handled)}</td>
      <td data-label={word('averageHandling')}>{row.averageHandlingSeconds == null ? '–' : format.clock(row.averageHandlingSeconds)}</td>
      <td data-label={word('rings')}>{format.number(row.rings)}</td>
      <td data-label={word('ringsMissed')} className={row.ringsMissed > 0 ? 'warn' : 't3'}>{format.number(row.ringsMissed)}</td>
      <td data-label={word('ringsRejected')} className={row.ringsRejected > 0 ? undefined : 't3'}>{format.number(row.ringsRejected)}</td>
      <td data-label={word('signedIn')}>{format.clock(row.signedInSeconds)}</td>
      <td data-label={word('readyTime')}>{format.clock(row.readySeconds)}</td>
      <td data-label={word('inTalk')}>{format.clock(row.inTalkSeconds)}</td>
      <td data-label={word('inWrapUp')}>{format.clock(row.inWrapUpSeconds)}</td>
      <td data-label={word('awayTime')}>{why === '' ? format.clock(row.awaySeconds) : <abbr title={why}>{format.clock(row.awaySeconds)}</abbr>}</td>
      <td data-label={word('occupancy')}>{percent(row.occupancyPercent)}</td>
      <td data-label={word('utilisation')}>{percent(row.utilisationPercent)}</td>
    </tr>
  );
}
