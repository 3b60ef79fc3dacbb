import { Plus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, SubscriptionRow } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { IconButton } from '../../../ui/actions/icon-button';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Count } from '../../../ui/marks/count';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { classes } from '../../../ui/classes';
import { StatusTag } from './status-tag';
import { SubscriptionDetail } from './subscription-detail';
import { SubscriptionEditor } from './subscription-editor';
import { useSubscriptionsOf } from './use-subscriptions';

const soon = 31 * 86_400_000;

/** What the customer has taken for longer; one opens in its place. */
export function SubscriptionPanel({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation();
  const mayWrite = useCan('customers.subscriptions') && customer.erasedAt == null;
  const [open, setOpen] = useState<string>();
  const { data, error, isPending } = useSubscriptionsOf(customer.id);
  const rows = data ?? [];
  const close = (): void => setOpen(undefined);

  return (
    <Panel
      title={t('customers.subscriptions')}
      flush
      aside={
        <>
          {rows.length > 0 && <Count value={rows.filter((row) => row.status !== 'ended').length} />}
          {mayWrite && <IconButton look="quiet" size="small" icon={Plus} label={t('customers.subscription_new')} onClick={() => setOpen('new')} />}
        </>
      }
    >
      {open === 'new' ? (
        <SubscriptionEditor customer={customer} onDone={(saved) => setOpen(saved?.id)} />
      ) : open !== undefined ? (
        <SubscriptionDetail id={open} customer={customer} mayWrite={mayWrite} onClose={close} />
      ) : data === undefined ? (
        <div className="panel-body">{isPending ? <Skeleton lines={3} /> : <RefusalNotice error={error} />}</div>
      ) : rows.length === 0 ? (
        <p className="panel-body t2">{t('customers.subscriptions_none')}</p>
      ) : (
        <ul className="customer-lines">
          {rows.map((row) => (
            <li key={row.id}>
              <SubscriptionLine row={row} onOpen={() => setOpen(row.id)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function SubscriptionLine({ row, onOpen }: { row: SubscriptionRow; onOpen: () => void }): ReactElement {
  const format = useFormat();
  const endsSoon = row.endsOn !== null && row.status !== 'ended' && Date.parse(row.endsOn) - serverNow() < soon;
  return (
    <button type="button" className="customer-line-button" onClick={onOpen}>
      <span className="grow">
        <span className={classes('md', row.status === 'ended' && 't2')}>{row.subject}</span>
        <span className="s t2 customer-line">
          <span className="nowrap">{row.number}</span>
          {row.place !== null && ` · ${row.place}`}
        </span>
      </span>
      <span className="r customer-line-end">
        {row.monthly !== null && <span className="num md">{format.money(row.monthly)}</span>}
        {row.status === 'active' ? row.endsOn !== null && <span className={classes('s num customer-line', endsSoon ? 'warn' : 't2')}>{format.date(row.endsOn)}</span> : <StatusTag status={row.status} />}
      </span>
    </button>
  );
}
