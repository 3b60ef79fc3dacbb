import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { Customer, CustomerKind, CustomerRow } from '../../api/customer-types';
import { useCan } from '../../api/me';
import type { Page } from '../../api/request-types';
import type { Money } from '../../ui/text/format';

export function useCustomerList(text: string): UseInfiniteQueryResult<InfiniteData<Page<CustomerRow>>> {
  return useInfiniteQuery({
    queryKey: ['customers', 'list', text],
    queryFn: ({ pageParam }) => {
      const asked = new URLSearchParams({ take: '50' });
      if (text !== '') {
        asked.set('q', text);
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

/** What is written of a customer; numbers as people write them. */
export type CustomerDraft = {
  kind: CustomerKind;
  firstName: string;
  lastName: string;
  company: string;
  language: string;
  phone: string;
  email: string;
  address: string;
  city: string;
  note: string;
};

type Warned = { customer: Customer; warnings: { phone: string; customers: { name: string }[] }[] };

export function useCreateCustomer(onCreated: (answer: Warned) => void): UseMutationResult<Warned, Error, CustomerDraft> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: CustomerDraft) => send<Warned>('POST', '/api/customers', bodyOf(draft)),
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: ['customers'] });
      onCreated(answer);
    },
  });
}

function bodyOf({ phone, email, ...draft }: CustomerDraft): Record<string, unknown> {
  const filled = Object.fromEntries(Object.entries(draft).map(([name, value]) => [name, value.trim() === '' ? null : value.trim()]));
  return { ...filled, phones: phone.trim() === '' ? [] : [{ number: phone.trim(), kind: 'mobile', isPrimary: true }], emails: email.trim() === '' ? [] : [email.trim()] };
}
