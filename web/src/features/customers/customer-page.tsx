import { Lock } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Customer } from '../../api/customer-types';
import { useCan } from '../../api/me';
import { RefusalNotice } from '../../api/refusal-notice';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { EmptyState } from '../../ui/layout/empty-state';
import { Skeleton } from '../../ui/layout/skeleton';
import { usePageTitle } from '../../ui/shell/page-title';
import { CardPanel } from './card/card-panel';
import { ConsentsPanel } from './card/consents-panel';
import { ContactsPanel } from './card/contacts-panel';
import { HistoryPanel } from './card/history-panel';
import { InvoicesPanel } from './card/invoices-panel';
import { ServicePasswordPanel } from './card/service-password-panel';
import { CustomerHead } from './customer-head';
import { CustomerEditor } from './edit/customer-editor';
import { SalesPanel } from './sales/sales-panel';
import { SubscriptionPanel } from './subscriptions/subscription-panel';
import { useCustomer } from './use-customers';
import './customers.css';

/** One customer: who he is, what he has, what is open, what there was. `requests` comes from the requests. */
export function CustomerPage({ id, requests, acts, openRequests, whenWithheld }: { id: string; requests: ReactNode; acts: ReactNode; openRequests: number | undefined; /** What opens an account that a call keeps closed. */ whenWithheld: ReactNode }): ReactElement {
  const { data: customer, error, isPending } = useCustomer(id);
  const { t } = useTranslation();
  usePageTitle(customer?.name ?? t('customers.one'));
  if (customer === undefined) {
    return <div className="page">{isPending ? <Skeleton lines={8} /> : <RefusalNotice error={error} />}</div>;
  }
  return (
    <div className="customer">
      <CustomerHead customer={customer} acts={acts} openRequests={openRequests} />
      {customer.withheld == null ? (
        <CustomerBody key={id} customer={customer} requests={requests} />
      ) : (
        <div className="customer-closed">
          <EmptyState icon={Lock} title={t('customers.withheld_account')} action={whenWithheld}>
            {t('customers.withheld_account_hint')}
          </EmptyState>
          {requests}
        </div>
      )}
    </div>
  );
}

function CustomerBody({ customer, requests }: { customer: Customer; requests: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayWrite = useCan('customers.write') && customer.erasedAt == null;
  const [isEditing, setIsEditing] = useState(false);
  const edit = (): void => setIsEditing(true);
  useShortcuts([{ key: 'e', label: t('customers.edit'), group: t('customers.keys'), run: edit }], mayWrite && !isEditing);
  return (
    <div className="customer-grid">
      <div className="stack">
        {isEditing && <CustomerEditor customer={customer} onDone={() => setIsEditing(false)} onNew={(made) => void navigate(`/customers/${made.id}`)} />}
        {requests}
        <div className="customer-halves">
          <SubscriptionPanel customer={customer} />
          <SalesPanel customer={customer} />
        </div>
        <InvoicesPanel customerId={customer.id} />
      </div>
      <div className="stack">
        <CardPanel customer={customer} onEdit={mayWrite && !isEditing ? edit : undefined} />
        <ContactsPanel customer={customer} />
        {customer.kind === 'corporate' && <ServicePasswordPanel customer={customer} />}
        <ConsentsPanel customer={customer} />
        <HistoryPanel customer={customer} />
      </div>
    </div>
  );
}
