import { ShieldCheck } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../api/me';
import { RefusalNotice } from '../../api/refusal-notice';
import type { Customer } from '../../api/customer-types';
import { Facts, Panel } from '../../ui/layout/panel';
import { Skeleton } from '../../ui/layout/skeleton';
import { Avatar } from '../../ui/marks/avatar';
import { Tag } from '../../ui/marks/tag';
import { usePageTitle } from '../../ui/shell/page-title';
import { serverNow } from '../../ui/text/now';
import { useFormat } from '../../ui/text/use-format';
import { useCustomer, useOpenInvoices, type OpenInvoice } from './use-customers';
import './customers.css';

/** One customer: who he is, how he is reached, what is open. `requests` comes from the requests. */
export function CustomerPage({ id, requests, acts, openRequests }: { id: string; requests: ReactNode; acts: ReactNode; openRequests: number | undefined }): ReactElement {
  const { data: customer, error, isPending } = useCustomer(id);
  const { t } = useTranslation();
  usePageTitle(customer?.name ?? t('customers.one'));
  if (customer === undefined) {
    return <div className="page">{isPending ? <Skeleton lines={8} /> : <RefusalNotice error={error} />}</div>;
  }
  return (
    <div className="customer">
      <Head customer={customer} acts={acts} openRequests={openRequests} />
      <div className="customer-grid">
        <div className="stack">
          {requests}
          <Invoices customerId={id} />
        </div>
        <div className="stack">
          <Card customer={customer} />
          <Contacts customer={customer} />
        </div>
      </div>
    </div>
  );
}

function Head({ customer, acts, openRequests }: { customer: Customer; acts: ReactNode; openRequests: number | undefined }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const invoices = useOpenInvoices(customer.id).data;
  const first = invoices?.[0];
  const late = invoices?.filter((invoice) => Date.parse(invoice.dueOn) < serverNow() - 86_400_000) ?? [];
  const place = [customer.city, customer.taxNumber == null ? undefined : t('customers.tax_of', { number: customer.taxNumber })].filter(Boolean).join(' · ');
  return (
    <header className="customer-head">
      <div className="row g12 wrap">
        <Avatar name={customer.name} size="large" square decorative />
        <div className="customer-name">
          <h1>{customer.name}</h1>
          <p className="s t2">
            {t('customers.number_of', { number: customer.number })}
            {place !== '' && ` · ${place}`}
          </p>
        </div>
        <span className="row g4 wrap">
          <Tag>{t(`customers.kind.${customer.kind}`)}</Tag>
          <Tag>{t(`customers.language.${customer.language}`, { defaultValue: customer.language })}</Tag>
          {customer.hasServicePassword && (
            <Tag icon={ShieldCheck}>{t('customers.service_password_set')}</Tag>
          )}
        </span>
        <span className="end row g4">{acts}</span>
      </div>
      <ul className="customer-facts">
        {invoices !== undefined && (
          <>
            <li>
              <span>{t('customers.balance')}</span>
              <b className="num">{first === undefined ? '–' : format.money(sum(invoices))}</b>
            </li>
            <li>
              <span>{t('customers.overdue')}</span>
              <b className={late.length > 0 ? 'num danger' : 'num'}>{late.length === 0 ? '–' : format.money(sum(late))}</b>
            </li>
          </>
        )}
        {openRequests !== undefined && (
          <li>
            <span>{t('customers.open_requests')}</span>
            <b className="num">{format.number(openRequests)}</b>
          </li>
        )}
        <li>
          <span>{t('customers.created_at')}</span>
          <b className="num">{format.date(customer.createdAt)}</b>
        </li>
      </ul>
    </header>
  );
}

function sum(invoices: readonly OpenInvoice[]): OpenInvoice['open'] {
  const currency = invoices[0]?.open.currency ?? 'TRY';
  return { currency, minor: invoices.filter((invoice) => invoice.open.currency === currency).reduce((total, invoice) => total + invoice.open.minor, 0) };
}

function Card({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = [
    ...customer.phones.map((phone) => ({ label: `${t(`customers.phone_kind.${phone.kind}`, { defaultValue: t('customers.phone') })}${phone.isPrimary && customer.phones.length > 1 ? ` · ${t('customers.phone_primary')}` : ''}`, value: <span key={phone.number} className="num">{format.phone(phone.number)}</span> })),
    ...(customer.emails.length === 0 ? [] : [{ label: t('customers.email'), value: customer.emails.join(', ') }]),
    ...customer.addresses.map((place) => ({ label: t('customers.address'), value: [place.line1, place.line2, place.postalCode, place.city].filter(Boolean).join(', ') })),
    ...(customer.taxOffice == null ? [] : [{ label: t('customers.tax_office'), value: customer.taxOffice }]),
    ...(customer.note == null || customer.note === '' ? [] : [{ label: t('customers.note'), value: customer.note }]),
  ];
  return (
    <Panel title={t('customers.card')}>
      {rows.length === 0 ? <p className="t2">{t('customers.card_empty')}</p> : <Facts rows={rows.map((row, index) => ({ ...row, label: rows.findIndex((other) => other.label === row.label) === index ? row.label : `${row.label} ${index + 1}` }))} />}
    </Panel>
  );
}

function Contacts({ customer }: { customer: Customer }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  if (customer.contacts.length === 0) {
    return null;
  }
  return (
    <Panel title={t('customers.contacts')} flush>
      <ul className="customer-contacts">
        {customer.contacts.map((contact) => (
          <li key={contact.id} className="row">
            <Avatar name={contact.name} decorative />
            <span className="grow">
              <b className="md">{contact.name}</b>
              {contact.title != null && <span className="s t2"> {contact.title}</span>}
              <span className="s t2 customer-line">{[...contact.phones.map((phone) => format.phone(phone.number)), contact.email].filter(Boolean).join(' · ')}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Invoices({ customerId }: { customerId: string }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useCan('billing.read');
  const { data, error, isPending } = useOpenInvoices(customerId);
  if (!mayRead) {
    return null;
  }
  return (
    <Panel title={t('customers.open_invoices')} flush>
      {data === undefined ? (
        <div className="panel-body">{isPending ? <Skeleton lines={2} /> : <RefusalNotice error={error} />}</div>
      ) : data.length === 0 ? (
        <p className="panel-body t2">{t('customers.no_invoices')}</p>
      ) : (
        <table className="customer-invoices">
          <thead>
            <tr>
              <th scope="col">{t('customers.invoice_number')}</th>
              <th scope="col">{t('customers.invoice_date')}</th>
              <th scope="col">{t('customers.invoice_due')}</th>
              <th scope="col" className="r">{t('customers.invoice_open')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((invoice) => (
              <tr key={invoice.number}>
                <td className="num">{invoice.number}</td>
                <td className="num">{format.date(invoice.issuedOn)}</td>
                <td className="num">{format.date(invoice.dueOn)}</td>
                <td className="num r">{format.money(invoice.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
