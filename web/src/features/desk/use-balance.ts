import { useQuery } from '@tanstack/react-query';
import { send } from '../../api/client';
import { useCan } from '../../api/me';
import type { Money } from '../../ui/text/format';
import { useFormat } from '../../ui/text/use-format';

type OpenInvoice = { number: string; issuedOn: string; total: Money; open: Money; dueOn: string; isPaid: boolean };

/** What the customer owes and until when; undefined for those who may not see it and where nothing is open. */
export function useBalance(customerId: string | undefined): { text: string; due: string | undefined } | undefined {
  const format = useFormat();
  const mayRead = useCan('billing.read');
  const { data } = useQuery({
    queryKey: ['billing', 'open', customerId],
    queryFn: () => send<OpenInvoice[]>('GET', `/api/customers/${customerId}/invoices/open`),
    enabled: mayRead && customerId !== undefined,
  });
  const first = data?.[0];
  if (data === undefined || first === undefined) {
    return undefined;
  }
  const sameCurrency = data.filter((invoice) => invoice.open.currency === first.open.currency);
  const open = { minor: sameCurrency.reduce((sum, invoice) => sum + invoice.open.minor, 0), currency: first.open.currency };
  return { text: format.money(open), due: format.shortDate(first.dueOn) };
}
