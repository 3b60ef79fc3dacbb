import { CircleX, ShoppingCart } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OrderNote } from '../../../api/customer-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { useCancelOrder } from './use-sales';

/** One order taken at the desk, with its lines. */
export function OrderLine({ order }: { order: OrderNote }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useCancelOrder();
  const isCancelled = order.cancelledAt !== null;
  return (
    <details className="customer-sale">
      <summary className="row">
        <span className="grow">
          <span className={isCancelled ? 'md t2' : 'md'}>{t('customers.order_of', { number: order.number })}</span>
          <span className="s t2 customer-line">
            {[format.date(order.takenAt), order.takenBy].filter(Boolean).join(' · ')}
            {order.requestId !== null && (
              <>
                {' · '}
                <Link to={`/requests/${order.requestId}`}>{t('customers.of_request')}</Link>
              </>
            )}
          </span>
        </span>
        <span className="r customer-line-end">
          <span className="num md">{format.money(order.total)}</span>
          <Tag icon={isCancelled ? CircleX : ShoppingCart}>{t(isCancelled ? 'customers.order_cancelled' : 'customers.order_taken')}</Tag>
        </span>
      </summary>
      <ul className="order-lines">
        {order.lines.map((line, index) => (
          <li key={index} className="row s">
            <span className="grow">{`${format.number(line.quantity)} × ${line.product}`}</span>
            <span className="num">{format.money(line.total)}</span>
          </li>
        ))}
      </ul>
      {order.note !== null && <p className="s t2">{order.note}</p>}
      <RefusalNotice error={cancel.error} />
      {!isCancelled && (
        <Button size="small" look="quiet" busy={cancel.isPending} onClick={() => cancel.mutate(order)}>
          {t('customers.order_cancel')}
        </Button>
      )}
    </details>
  );
}
