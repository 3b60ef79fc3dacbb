import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { RefusalNotice } from '../../api/refusal-notice';
import { Facts, Panel } from '../../ui/layout/panel';
import { Skeleton } from '../../ui/layout/skeleton';
import { MenuPath } from '../../ui/phone/menu-path';
import { PageHead } from '../../ui/shell/app-frame';
import { usePageTitle } from '../../ui/shell/page-title';
import { useNames } from '../../ui/text/names';
import { useFormat } from '../../ui/text/use-format';
import type { CallDetails } from './call-types';
import { EndReason } from './end-reason';
import { LedgerPanel } from './ledger-panel';
import { RecordingsPanel } from './recordings-panel';
import { SegmentsPanel } from './segments-panel';
import { useCall } from './use-calls';
import './calls.css';

/** One call from the first ring to its end. */
export function CallPage(): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, isPending } = useCall(id);
  usePageTitle(t('calls.call'));
  if (data === undefined) {
    return <div className="page">{isPending ? <Skeleton lines={8} /> : <RefusalNotice error={error} />}</div>;
  }
  return <Loaded details={data} />;
}

function Loaded({ details: { call, menuPath, events, ledger, recordings, segments } }: { details: CallDetails }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const number = call.callingNumber == null ? t('calls.withheld') : format.phone(call.callingNumber);
  return (
    <div className="page call-page">
      <PageHead title={call.customer?.name ?? number} note={<EndReason reason={call.endReason ?? null} />} />
      <div className="call-grid">
        <Panel title={t('calls.call')}>
          <Facts
            rows={[
              { label: t('calls.direction'), value: t(`calls.direction.${call.direction}`) },
              { label: t('calls.number'), value: <span className="num">{number}</span> },
              { label: t('calls.own_number'), value: <span className="num">{format.phone(call.calledNumber)}</span> },
              { label: t('calls.customer'), value: call.customer == null ? t(`calls.class.${call.class}`) : <Link to={`/customers/${call.customer.id}`}>{call.customer.name}</Link> },
              { label: t('calls.arrived_at'), value: <span className="num">{format.dateTime(call.arrivedAt)}</span> },
              { label: t('calls.menu_path'), value: menuPath.length === 0 ? '–' : <MenuPath label={t('calls.menu_path')} steps={menuPath.map((step) => ({ key: step.key ?? undefined, label: names(step.label) }))} /> },
              { label: t('calls.team'), value: call.team == null ? '–' : names(call.team.names) },
              { label: t('calls.agent'), value: call.agent?.name ?? '–' },
              { label: t('calls.waited'), value: <span className="num">{format.clock(call.waitedSeconds)}</span> },
              { label: t('calls.outcome'), value: call.disposition != null ? names(call.disposition) : call.outcome == null ? '–' : t(`queues.disposition.${call.outcome}`) },
              { label: t('calls.talked'), value: <span className="num">{format.clock(call.talkedSeconds)}</span> },
            ]}
          />
        </Panel>
        <Panel title={t('calls.trace')} flush>
          <ol className="trace">
            {events.map((event, index) => (
              <li key={index}>
                <time className="num t2" dateTime={event.at}>
                  {format.clock((Date.parse(event.at) - Date.parse(call.arrivedAt)) / 1000)}
                </time>
                <span className="md">{t(`calls.event.${event.kind}`, { defaultValue: event.kind })}</span>
                <span className="t2">{event.step != null ? `${event.step.key ?? ''} ${names(event.step.label)}`.trim() : [event.agent?.name, event.number == null ? undefined : format.phone(event.number), event.team != null && call.team?.code === event.team ? names(call.team.names) : undefined].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ol>
        </Panel>
      </div>
      <RecordingsPanel recordings={recordings} />
      <SegmentsPanel segments={segments} />
      <LedgerPanel ledger={ledger} />
    </div>
  );
}
