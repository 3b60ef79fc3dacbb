import { Lightbulb, Plus, ShoppingCart } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import { Button } from '../../../ui/actions/button';
import { SideSection } from '../../../ui/layout/panel';
import { OpportunityForm } from './opportunity-form';
import { OpportunityLine } from './opportunity-line';
import { OrderForm } from './order-form';
import { OrderLine } from './order-line';
import { SuggestionList } from './suggestion-list';
import { useOpportunitiesOf, useOrdersOf, type SaleSource } from './use-sales';
import '../customers.css';

const mostShown = 5;

/** Beside the request: what could be offered, and the buttons that note a chance or an order of this call (P-02, P-03, P-06). */
export function DeskSales({ customer, source }: { customer: CustomerSummary; source: SaleSource }): ReactElement | null {
  const { t } = useTranslation();
  const maySell = useCan('customers.sales');
  const [form, setForm] = useState<'opportunity' | 'order'>();
  if (!maySell) {
    return null;
  }
  const currency = customer.language === 'sv' ? 'SEK' : 'TRY';
  const done = (): void => setForm(undefined);
  return (
    <SideSection title={t('customers.sales')} icon={Lightbulb}>
      <SuggestionList customerId={customer.id} source={source} />
      <SoldHere customerId={customer.id} source={source} />
      {form === undefined && (
        <div className="row wrap desk-sales-acts">
          <Button size="small" icon={Plus} onClick={() => setForm('opportunity')}>
            {t('customers.opportunity_new')}
          </Button>
          <Button size="small" icon={ShoppingCart} onClick={() => setForm('order')}>
            {t('customers.order_new')}
          </Button>
        </div>
      )}
      {form === 'opportunity' && <OpportunityForm customerId={customer.id} currency={currency} source={source} onDone={done} />}
      {form === 'order' && <OrderForm customerId={customer.id} currency={currency} source={source} onDone={done} />}
    </SideSection>
  );
}

/** What this call brought so far, and the opportunities still open from before: saved is seen, and nobody offers the same twice. */
function SoldHere({ customerId, source }: { customerId: string; source: SaleSource }): ReactElement | null {
  const { t } = useTranslation();
  const opportunities = useOpportunitiesOf(customerId);
  const orders = useOrdersOf(customerId);
  const isHere = (sale: { callId: string | null; requestId: string | null }): boolean =>
    (sale.callId !== null && sale.callId === source.callId) || (sale.requestId !== null && sale.requestId === source.requestId);
  const shown = (opportunities.data ?? []).filter((one) => one.stage === 'open' || isHere(one)).slice(0, mostShown);
  const ordered = (orders.data ?? []).filter(isHere).slice(0, mostShown);
  if (shown.length + ordered.length === 0) {
    return null;
  }
  return (
    <ul className="customer-lines" aria-label={t('customers.sales_here')}>
      {shown.map((one) => (
        <li key={one.id}>
          <OpportunityLine opportunity={one} />
        </li>
      ))}
      {ordered.map((order) => (
        <li key={order.id}>
          <OrderLine order={order} />
        </li>
      ))}
    </ul>
  );
}
