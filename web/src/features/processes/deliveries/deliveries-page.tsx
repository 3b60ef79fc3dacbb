import { KeyRound, Send } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Select } from '../../../ui/fields/select';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { useNames } from '../../../ui/text/names';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { ProcessTabs } from '../process-tabs';
import { DeliveryDetails, DeliveryRecord, DeliveryStateTag } from './delivery-details';
import { SignatureDialog } from './signature-dialog';
import { deliveryKinds, deliveryStates, useDeliveries, useTroubleText, type Delivery } from './use-deliveries';
import './deliveries.css';

/** What processes sent to other systems and by mail to colleagues, and what did not arrive. */
export function DeliveriesPage(): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const [state, kind] = [search.get('state'), search.get('kind')];
  const deliveries = useDeliveries(state, kind);
  const rows = useMemo(() => deliveries.data?.pages.flatMap((page) => page.items) ?? [], [deliveries.data]);
  const [current, setCurrent] = useState<string>();
  const [isSigning, setIsSigning] = useState(false);
  const columns = useColumns();
  const shown = rows.find((row) => row.id === current);
  const isFiltered = state !== null || kind !== null;
  usePageTitle(t('processes.deliveries'));

  const set = (name: string, value: string | null): void =>
    setSearch(
      (now) => {
        now.delete(name);
        if (value !== null) {
          now.set(name, value);
        }
        return now;
      },
      { replace: true },
    );

  return (
    <div className="deliveries">
      <div className="deliveries-main">
        <div className="deliveries-head">
          <PageHead title={t('processes.deliveries')} note={t('processes.deliveries_note')}>
            <Button icon={KeyRound} onClick={() => setIsSigning(true)}>
              {t('processes.webhook_signature')}
            </Button>
          </PageHead>
          <ProcessTabs value="deliveries" />
          <div role="search" aria-label={t('processes.deliveries_filter')} className="deliveries-filters">
            <Select label={t('processes.delivery_state')} value={state} placeholder={t('processes.delivery_any_state')} clearable options={deliveryStates.map((value) => ({ value, label: t(`processes.delivery_state.${value}`) }))} onChange={(value) => set('state', value)} />
            <Select label={t('processes.delivery_what')} value={kind} placeholder={t('processes.delivery_any_kind')} clearable options={deliveryKinds.map((value) => ({ value, label: t(`processes.delivery_kind.${value}`) }))} onChange={(value) => set('kind', value)} />
            {isFiltered && (
              <Button look="quiet" onClick={() => setSearch({}, { replace: true })}>
                {t('processes.delivery_clear')}
              </Button>
            )}
          </div>
          <RefusalNotice error={deliveries.error} />
        </div>
        <Table
          label={t('processes.deliveries')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => setCurrent(row.id)}
          isLoading={deliveries.isPending}
          onEnd={() => (deliveries.hasNextPage && !deliveries.isFetchingNextPage ? void deliveries.fetchNextPage() : undefined)}
          foot={deliveries.isFetchingNextPage ? <Skeleton lines={2} /> : undefined}
          keys
          empty={
            deliveries.error === null && (
              <EmptyState icon={Send} title={t(isFiltered ? 'processes.deliveries_none_match' : 'processes.deliveries_none')}>
                {isFiltered ? undefined : t('processes.deliveries_none_says')}
              </EmptyState>
            )
          }
        />
      </div>
      <aside className="deliveries-side" aria-label={t('processes.delivery_details')}>
        {shown === undefined ? <p className="t2 deliveries-choose">{t('processes.delivery_choose')}</p> : <DeliveryDetails key={shown.id} delivery={shown} />}
      </aside>
      {isSigning && <SignatureDialog onClose={() => setIsSigning(false)} />}
    </div>
  );
}

function useColumns(): Column<Delivery>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const troubleText = useTroubleText();
  return [
    { key: 'at', title: t('processes.delivery_at'), width: 92, cell: (row) => <span className="t2">{format.moment(row.dueAt, serverNow())}</span> },
    { key: 'record', title: t('processes.delivery_of'), width: 122, cell: (row) => <DeliveryRecord delivery={row} /> },
    { key: 'state', title: t('processes.delivery_state'), width: 144, cell: (row) => <DeliveryStateTag state={row.state} /> },
    { key: 'stage', title: t('processes.stage'), width: 140, rank: 3, cell: (row) => <Cut className="t2">{row.stageNames === null ? row.stage : names(row.stageNames)}</Cut> },
    { key: 'kind', title: t('processes.delivery_what'), width: 104, rank: 4, cell: (row) => <span className="t2">{t(`processes.delivery_kind.${row.kind}`)}</span> },
    { key: 'to', title: t('processes.delivery_to'), minWidth: 150, rank: 1, cell: (row) => <Cut>{row.target ?? row.recipient ?? '–'}</Cut> },
    {
      key: 'trouble',
      title: t('processes.delivery_trouble'),
      minWidth: 160,
      rank: 2,
      cell: (row) => <Cut className="t2">{troubleText(row) ?? (row.nextAt == null ? '' : `${t('processes.delivery_next')} ${format.moment(row.nextAt, serverNow())}`)}</Cut>,
    },
  ];
}
