import { ArrowLeft, Pencil } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Customer, Subscription, SubscriptionStatus } from '../../../api/customer-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { Facts } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { useNames } from '../../../ui/text/names';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { StatusTag } from './status-tag';
import { SubscriptionEditor } from './subscription-editor';
import { useMoveSubscription, useSubscription } from './use-subscriptions';

/** One subscription: its plan, who pays, where it is, and from which day it had which status. */
export function SubscriptionDetail({ id, customer, mayWrite, onClose }: { id: string; customer: Customer; mayWrite: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useSubscription(id);
  const [isEditing, setIsEditing] = useState(false);
  const [next, setNext] = useState<SubscriptionStatus>();
  if (data === undefined) {
    return <div className="panel-body">{error === null ? <Skeleton lines={4} /> : <RefusalNotice error={error} />}</div>;
  }
  if (isEditing) {
    return <SubscriptionEditor customer={customer} subscription={data} onDone={() => setIsEditing(false)} />;
  }
  const choices: SubscriptionStatus[] = data.status === 'active' ? ['suspended', 'ended'] : data.status === 'suspended' ? ['active', 'ended'] : [];
  return (
    <div className="panel-body stack g8">
      <div className="row wrap">
        <Button look="quiet" size="small" icon={ArrowLeft} onClick={onClose}>
          {t('customers.subscriptions_all')}
        </Button>
        <b className="md nowrap">{data.number}</b>
        <StatusTag status={data.status} />
      </div>
      <h3 className="customer-sub-title">{data.subject}</h3>
      <SubscriptionFacts subscription={data} customer={customer} />
      {mayWrite && next === undefined && (
        <div className="row wrap">
          <Button size="small" icon={Pencil} onClick={() => setIsEditing(true)}>
            {t('customers.edit_short')}
          </Button>
          {choices.map((status) => (
            <Button key={status} size="small" onClick={() => setNext(status)}>
              {t(`customers.subscription_move.${status}`)}
            </Button>
          ))}
        </div>
      )}
      {next !== undefined && <MoveForm subscription={data} status={next} onDone={() => setNext(undefined)} />}
    </div>
  );
}

function SubscriptionFacts({ subscription, customer }: { subscription: Subscription; customer: Customer }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { address } = subscription;
  const place = [address.line1, address.line2, [address.postalCode, address.city].filter(Boolean).join(' '), address.region].filter(Boolean).join(', ');
  const rows = [
    ...subscription.lines.map((line) => ({ label: line.name, value: <span key={line.id} className="num">{t('customers.per_month', { amount: format.money(line.monthly) })}</span> })),
    ...(subscription.category === null ? [] : [{ label: t('customers.category'), value: names(subscription.category.names) }]),
    ...(subscription.contactName === null ? [] : [{ label: t('customers.contact'), value: subscription.contactName }]),
    ...(subscription.invoiceCustomer.id === customer.id ? [] : [{ label: t('customers.invoice_customer'), value: <Link to={`/customers/${subscription.invoiceCustomer.id}`}>{subscription.invoiceCustomer.name}</Link> }]),
    { label: t('customers.runs'), value: <span className="num">{`${format.date(subscription.startsOn)} – ${subscription.endsOn === null ? '' : format.date(subscription.endsOn)}`}</span> },
    ...(place === '' ? [] : [{ label: t('customers.delivery_address'), value: place }]),
    ...(subscription.specialCode === null ? [] : [{ label: t('customers.special_code'), value: subscription.specialCode }]),
    ...(subscription.description === null ? [] : [{ label: t('customers.description'), value: subscription.description }]),
    ...subscription.moves.map((move) => ({
      label: `${t(`customers.subscription_status.${move.status}`)} · ${format.date(move.on)}`,
      value: [move.reason, move.by].filter(Boolean).join(' · ') || '–',
    })),
  ];
  return <Facts rows={rows.map((row, index) => ({ ...row, label: rows.findIndex((other) => other.label === row.label) === index ? row.label : `${row.label} (${index + 1})` }))} />;
}

function MoveForm({ subscription, status, onDone }: { subscription: Subscription; status: SubscriptionStatus; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [on, setOn] = useState<string | null>(new Date(serverNow()).toISOString().slice(0, 10));
  const [reason, setReason] = useState('');
  const move = useMoveSubscription(subscription.id, onDone);
  return (
    <div className="stack g8 customer-group">
      <div className="two">
        <Field label={t('customers.from_day')}>
          <DateField value={on} onChange={setOn} />
        </Field>
        <Field label={t('customers.reason')}>
          <TextInput value={reason} maxLength={500} onChange={setReason} />
        </Field>
      </div>
      <RefusalNotice error={move.error} />
      <div className="row">
        <Button look={status === 'ended' ? 'danger' : 'primary'} busy={move.isPending} disabled={on === null} onClick={() => on !== null && move.mutate({ version: subscription.version, status, on, reason: reason.trim() === '' ? null : reason.trim() })}>
          {t(`customers.subscription_move.${status}`)}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  );
}
