import { ShieldCheck, UserX } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../api/customer-types';
import { useCan } from '../../api/me';
import { IconButton } from '../../ui/actions/icon-button';
import { Avatar } from '../../ui/marks/avatar';
import { Tag } from '../../ui/marks/tag';
import { serverNow } from '../../ui/text/now';
import { useFormat } from '../../ui/text/use-format';
import { EraseDialog } from './card/erase-dialog';
import { isLate, sumOf } from './card/invoices-panel';
import { useContacts, useOpenedRequests, type OpenedRequest } from './card/use-card';
import { useSubscriptionsOf } from './subscriptions/use-subscriptions';
import { useOpenInvoices } from './use-customers';

/** Who he is in one line, and what one wants to know first. */
export function CustomerHead({ customer, acts, openRequests }: { customer: Customer; acts: ReactNode; openRequests: number | undefined }): ReactElement {
  const { t } = useTranslation();
  const mayErase = useCan('customers.erase') && customer.kind !== 'corporate' && customer.erasedAt == null;
  const [isErasing, setIsErasing] = useState(false);
  const country = customer.country === 'TR' || customer.country === 'SE' ? customer.country : 'other';
  const details = [t('customers.number_of', { number: customer.number }), customer.city, customer.taxNumber == null ? undefined : t(`customers.tax_of.${country}`, { number: customer.taxNumber })].filter(Boolean).join(' · ');
  return (
    <header className="customer-head">
      <div className="row g12 wrap">
        <Avatar name={customer.name} size="large" square decorative />
        <div className="customer-name">
          <h1>{customer.name}</h1>
          <p className="s t2">{details}</p>
        </div>
        <span className="row g4 wrap">
          <Tag>{t(`customers.kind.${customer.kind}`)}</Tag>
          <Tag>{t(`customers.language.${customer.language}`, { defaultValue: customer.language })}</Tag>
          {customer.hasServicePassword && <Tag icon={ShieldCheck}>{t('customers.service_password_set')}</Tag>}
          {customer.erasedAt != null && <Tag tone="warn" icon={UserX}>{t('customers.is_erased')}</Tag>}
        </span>
        <span className="end row g4">
          {mayErase && <IconButton icon={UserX} label={t('customers.erase')} onClick={() => setIsErasing(true)} />}
          {customer.erasedAt == null && acts}
        </span>
      </div>
      {customer.withheld == null && <Figures customer={customer} openRequests={openRequests} />}
      {isErasing && <EraseDialog customer={customer} onClose={() => setIsErasing(false)} />}
    </header>
  );
}

function Figures({ customer, openRequests }: { customer: Customer; openRequests: number | undefined }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const invoices = useOpenInvoices(customer.id).data;
  const late = invoices?.filter(isLate) ?? [];
  const running = (useSubscriptionsOf(customer.id).data ?? []).filter((row) => row.status !== 'ended');
  const currency = running.find((row) => row.monthly !== null)?.monthly?.currency;
  const monthly = running.reduce((total, row) => total + (row.monthly?.currency === currency && row.status === 'active' ? (row.monthly?.minor ?? 0) : 0), 0);
  const mayRead = useCan('requests.read');
  const contact = useContacts(customer.id, mayRead).data?.[0];
  const request = useOpenedRequests(customer.id, mayRead).data?.reduce<OpenedRequest | undefined>((newest, one) => (newest === undefined || one.openedAt > newest.openedAt ? one : newest), undefined);
  // A request that came by mail or from the web is a contact too, though nobody talked.
  const last = [...(contact === undefined ? [] : [{ at: contact.startedAt, channel: contact.channel }]), ...(request === undefined ? [] : [{ at: request.openedAt, channel: request.channel }])].toSorted((one, other) => other.at.localeCompare(one.at))[0];
  return (
    <ul className="customer-facts">
      {invoices !== undefined && (
        <>
          <li>
            <span>{t('customers.balance')}</span>
            <b className="num">{invoices.length === 0 ? '–' : format.money(sumOf(invoices))}</b>
          </li>
          <li>
            <span>{t('customers.overdue')}</span>
            <b className={late.length > 0 ? 'num danger' : 'num'}>{late.length === 0 ? '–' : format.money(sumOf(late))}</b>
          </li>
        </>
      )}
      <li>
        <span>{t('customers.subscriptions')}</span>
        <b className="num">{format.number(running.length)}</b>
        {currency !== undefined && monthly > 0 && <small className="num t2"> {t('customers.per_month', { amount: format.money({ minor: monthly, currency }) })}</small>}
      </li>
      {openRequests !== undefined && (
        <li>
          <span>{t('customers.open_requests')}</span>
          <b className="num">{format.number(openRequests)}</b>
        </li>
      )}
      <li>
        <span>{t('customers.last_contact')}</span>
        <b className="num">{last === undefined ? '–' : format.moment(last.at, serverNow())}</b>
        {last !== undefined && <small className="t2"> {t(`requests.channel.${last.channel}`, { defaultValue: '' })}</small>}
      </li>
    </ul>
  );
}
