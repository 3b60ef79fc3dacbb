import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { Customer, CustomerKind, CustomerRow } from '../../api/customer-types';
import { useCan } from '../../api/me';
import type { Page } from '../../api/request-types';
import type { Money } from '../../ui/text/format';
import { bodyOf, type CustomerDraft } from './edit/customer-draft';

export function useCustomerList(text: string, kind: CustomerKind | null): UseInfiniteQueryResult<InfiniteData<Page<CustomerRow>>> {
  return useInfiniteQuery({
    queryKey: ['customers', 'list', text, kind],
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ take: '50' });
      if (text !== '') {
        asked.set('q', text);
      }
      if (kind !== null) {
        asked.set('kind', kind);
      }
      if (pageParam !== null) {
        asked.set('after', pageParam);
      }
      return send<Page<CustomerRow>>('GET', `/api/customers?${asked}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
    placeholderData: keepPreviousData,
  });
}

export function useCustomer(id: string): UseQueryResult<Customer> {
  return useQuery({ queryKey: ['customers', 'one', id], queryFn: () => send<Customer>('GET', `/api/customers/${id}`) });
}

export type OpenInvoice = { number: string; issuedOn: string; total: Money; open: Money; dueOn: string; isPaid: boolean };

/** What is still to be paid, the first due on top. Not asked for those who may not see money. */
export function useOpenInvoices(customerId: string): UseQueryResult<OpenInvoice[]> {
  const mayRead = useCan('billing.read');
  return useQuery({ queryKey: ['billing', 'open', customerId], queryFn: () => send<OpenInvoice[]>('GET', `/api/customers/${customerId}/invoices/open`), enabled: mayRead });
}

/** A customer as saved, and numbers that others have too. */
export type Warned = { customer: Customer; warnings: { phone: string; customers: { name: string }[] }[] };

/** A new customer; `key` makes the same click sent twice one customer. */
export function useCreateCustomer(onCreated: (answer: Warned) => void): UseMutationResult<Warned, Error, { draft: CustomerDraft; key: string }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, key }) => send<Warned>('POST', '/api/customers', bodyOf(draft), { 'Idempotency-Key': key }),
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: ['customers'] });
      onCreated(answer);
    },
  });
}

export function useChangeCustomer(id: string, onChanged: (answer: Warned) => void): UseMutationResult<Warned, Error, { draft: CustomerDraft; version: number }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, version }) => send<Warned>('PUT', `/api/customers/${id}`, { ...bodyOf(draft), version }),
    onSuccess: (answer) => {
      queries.setQueryData(['customers', 'one', id], answer.customer);
      void queries.invalidateQueries({ queryKey: ['customers', 'list'] });
      onChanged(answer);
    },
  });
}
