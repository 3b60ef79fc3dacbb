import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import type { Money } from '../../../ui/text/format';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { useOpenInvoices, type OpenInvoice } from '../use-customers';

const day = 86_400_000;

export const isLate = (invoice: OpenInvoice): boolean => Date.parse(invoice.dueOn) < serverNow() - day;

/** The sum in the first invoice's currency: two currencies make no sum. */
export function sumOf(invoices: readonly OpenInvoice[]): Money {
  const currency = invoices[0]?.open.currency ?? 'TRY';
  return { currency, minor: invoices.filter((invoice) => invoice.open.currency === currency).reduce((total, invoice) => total + invoice.open.minor, 0) };
}

/** What is still to be paid, the first due on top, and how much of it is late. */
export function InvoicesPanel({ customerId }: { customerId: string }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  const mayRead = useCan('billing.read');
  const { data, error, isPending } = useOpenInvoices(customerId);
  if (!mayRead) {
    return null;
  }
  const late = (data ?? []).filter(isLate);
  const [open, overdue] = [sumOf(data ?? []), sumOf(late)];
  return (
    <Panel
      title={t('customers.open_invoices')}
      flush
      aside={
        data !== undefined && data.length > 0 && (
          <span className="row">
            <span className="due-bar" aria-hidden="true">
              <span style={{ flexGrow: Math.max(0, open.minor - overdue.minor) }} />
              {overdue.minor > 0 && <span className="late" style={{ flexGrow: overdue.minor }} />}
            </span>
            <span className="s t2 num due-words">{late.length === 0 ? t('customers.due_all', { amount: format.money(open) }) : t('customers.due_split', { due: format.money({ ...open, minor: open.minor - overdue.minor }), late: format.money(overdue) })}</span>
          </span>
        )
      }
    >
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
              <th scope="col" className="r">{t('customers.invoice_total')}</th>
              <th scope="col" className="r">{t('customers.invoice_open')}</th>
              <th scope="col">{t('customers.invoice_state')}</th>
            </tr>
          </thead>
          <tbody>
            {data.map((invoice) => (
              <tr key={invoice.number}>
                <td className="nowrap">{invoice.number}</td>
                <td className="num">{format.date(invoice.issuedOn)}</td>
                <td className="num">{format.date(invoice.dueOn)}</td>
                <td className="num r">{format.money(invoice.total)}</td>
                <td className={isLate(invoice) ? 'num r danger' : 'num r'}>{format.money(invoice.open)}</td>
                <td>{isLate(invoice) ? <Tag tone="danger">{t('customers.days_late', { count: Math.floor((serverNow() - Date.parse(invoice.dueOn)) / day) })}</Tag> : <Tag>{t('customers.invoice_is_open')}</Tag>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
