import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Customer, CustomerSummary } from '../../../api/customer-types';
import type { Page, RequestRow } from '../../../api/request-types';
import { requestKeys } from './use-request';

export function useFindCustomers(text: string): UseQueryResult<CustomerSummary[]> {
  return useQuery({
    queryKey: ['customers', 'find', text],
    queryFn: async () => {
      const found = await send<Page<CustomerSummary> | CustomerSummary[]>('GET', `/api/customers?${new URLSearchParams({ q: text, take: '20' })}`);
      return Array.isArray(found) ? found : found.items;
    },
    placeholderData: keepPreviousData,
    enabled: text.trim().length > 1,
  });
}

export function useCustomer(id: string | undefined): UseQueryResult<Customer> {
  return useQuery({ queryKey: ['customers', 'one', id], queryFn: () => send<Customer>('GET', `/api/customers/${id}`), enabled: id !== undefined });
}

/** The customer's other matters, newest first. */
export function useRequestsOf(customerId: string | undefined): UseQueryResult<RequestRow[]> {
  return useQuery({
    queryKey: [...requestKeys.lists, { customer: customerId }],
    queryFn: async () => (await send<Page<RequestRow>>('GET', `/api/requests?${new URLSearchParams({ customer: customerId ?? '', sort: '-changed', take: '8' })}`)).items,
    enabled: customerId !== undefined,
  });
}

/** Requests a call was about, the newest first: the desk opens the last one again. */
export function useRequestsOfCall(callId: string | undefined): UseQueryResult<RequestRow[]> {
  return useQuery({
    queryKey: [...requestKeys.lists, { call: callId }],
    queryFn: async () => (await send<Page<RequestRow>>('GET', `/api/requests?${new URLSearchParams({ call: callId ?? '', sort: '-opened', take: '5' })}`)).items,
    enabled: callId !== undefined,
  });
}
