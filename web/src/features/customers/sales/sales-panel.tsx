import { Plus, ShoppingCart } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Count } from '../../../ui/marks/count';
import { OpportunityForm } from './opportunity-form';
import { OpportunityLine } from './opportunity-line';
import { OrderForm } from './order-form';
import { OrderLine } from './order-line';
import { SuggestionList } from './suggestion-list';
import { useOpportunitiesOf, useOrdersOf } from './use-sales';

/** What may be sold to the customer and what he ordered: opportunities, order notes, suggestions (P-02, P-03, P-06). */
export function SalesPanel({ customer }: { customer: Pick<Customer, 'id' | 'country' | 'erasedAt'> }): ReactElement | null {
  const { t } = useTranslation();
  const mayRead = useCan('customers.sales');
  const opportunities = useOpportunitiesOf(customer.id);
  const orders = useOrdersOf(customer.id);
  const [form, setForm] = useState<'opportunity' | 'order'>();
  if (!mayRead) {
    return null;
  }
  const done = (): void => setForm(undefined);
  const currency = customer.country === 'SE' ? 'SEK' : 'TRY';
  const open = opportunities.data?.filter((one) => one.stage === 'open').length ?? 0;
  const isEmpty = opportunities.data?.length === 0 && orders.data?.length === 0;

  return (
    <Panel title={t('customers.sales')} flush aside={open > 0 ? <Count value={open} /> : undefined}>
      {customer.erasedAt == null && <SuggestionList customerId={customer.id} source={{}} />}
      {opportunities.data === undefined || orders.data === undefined ? (
        <div className="panel-body">{opportunities.error === null ? <Skeleton lines={3} /> : <RefusalNotice error={opportunities.error} />}</div>
      ) : (
        <ul className="customer-lines">
          {opportunities.data.map((one) => (
            <li key={one.id}>
              <OpportunityLine opportunity={one} />
            </li>
          ))}
          {orders.data.map((order) => (
            <li key={order.id}>
              <OrderLine order={order} />
            </li>
          ))}
        </ul>
      )}
      {isEmpty && form === undefined && <p className="panel-body t2">{t('customers.sales_none')}</p>}
      {customer.erasedAt == null && form === undefined && (
        <div className="panel-body row wrap">
          <Button size="small" icon={Plus} onClick={() => setForm('opportunity')}>
            {t('customers.opportunity_new')}
          </Button>
          <Button size="small" icon={ShoppingCart} onClick={() => setForm('order')}>
            {t('customers.order_new')}
          </Button>
        </div>
      )}
      {form === 'opportunity' && <OpportunityForm customerId={customer.id} currency={currency} source={{}} onDone={done} />}
      {form === 'order' && <OrderForm customerId={customer.id} currency={currency} source={{}} onDone={done} />}
    </Panel>
  );
}

