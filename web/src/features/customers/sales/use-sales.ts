import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { CrossSellRule, Opportunity, OpportunityStage, OrderNote, Suggestion } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import type { Page } from '../../../api/request-types';
import type { Money } from '../../../ui/text/format';

/** Where a sale came up. */
export type SaleSource = { requestId?: string | undefined; callId?: string | undefined };

const root = ['sales'] as const;

function useOf<Row>(what: string, path: string, customerId: string | undefined): UseQueryResult<Row[]> {
  const mayRead = useCan('customers.sales');
  return useQuery({
    queryKey: [...root, what, customerId],
    queryFn: async () => (await send<Page<Row>>('GET', `${path}?${new URLSearchParams({ customer: customerId ?? '', take: '50' })}`)).items,
    enabled: mayRead && customerId !== undefined,
  });
}

export const useOpportunitiesOf = (customerId: string | undefined): UseQueryResult<Opportunity[]> => useOf('opportunities', '/api/opportunities', customerId);

export const useOrdersOf = (customerId: string | undefined): UseQueryResult<OrderNote[]> => useOf('orders', '/api/order-notes', customerId);

export function useSuggestions(customerId: string | undefined): UseQueryResult<Suggestion[]> {
  const mayRead = useCan('customers.sales');
  return useQuery({ queryKey: [...root, 'suggestions', customerId], queryFn: () => send<Suggestion[]>('GET', `/api/customers/${customerId}/suggestions`), enabled: mayRead && customerId !== undefined });
}

function useSale<Asked, Answer>(call: (asked: Asked) => Promise<Answer>, onDone: (answer: Answer) => void): UseMutationResult<Answer, Error, Asked> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: root });
      onDone(answer);
    },
  });
}

export type NewOpportunity = { customerId: string; subject: string; note: string | null; amount: Money | null } & SaleSource;

export function useOpenOpportunity(onDone: (made: Opportunity) => void): UseMutationResult<Opportunity, Error, { asked: NewOpportunity; key: string }> {
  return useSale(({ asked, key }) => send<Opportunity>('POST', '/api/opportunities', { ...asked, requestId: asked.requestId ?? null, callId: asked.callId ?? null }, { 'Idempotency-Key': key }), onDone);
}

export function useDecide(onDone: (changed: Opportunity) => void): UseMutationResult<Opportunity, Error, { opportunity: Opportunity; stage: OpportunityStage }> {
  return useSale(
    ({ opportunity: { id, version, subject, note, amount }, stage }) => send<Opportunity>('PUT', `/api/opportunities/${id}`, { version, stage, subject, note, amount }),
    onDone,
  );
}

export function useTakeSuggestion(customerId: string, source: SaleSource, onDone: (made: Opportunity) => void): UseMutationResult<Opportunity, Error, string> {
  return useSale((ruleId) => send<Opportunity>('POST', `/api/customers/${customerId}/suggestions/${ruleId}`, { requestId: source.requestId ?? null, callId: source.callId ?? null }), onDone);
}

export type NewOrder = { customerId: string; note: string | null; lines: { product: string; quantity: number; unitPrice: Money }[] } & SaleSource;

export function useTakeOrder(onDone: (made: OrderNote) => void): UseMutationResult<OrderNote, Error, { asked: NewOrder; key: string }> {
  return useSale(({ asked, key }) => send<OrderNote>('POST', '/api/order-notes', { ...asked, requestId: asked.requestId ?? null, callId: asked.callId ?? null }, { 'Idempotency-Key': key }), onDone);
}

export function useCancelOrder(): UseMutationResult<OrderNote, Error, OrderNote> {
  return useSale((order) => send<OrderNote>('POST', `/api/order-notes/${order.id}/cancel`, { version: order.version }), () => undefined);
}

export function useRules(): UseQueryResult<CrossSellRule[]> {
  return useQuery({ queryKey: [...root, 'rules'], queryFn: () => send<CrossSellRule[]>('GET', '/api/cross-sell-rules') });
}

export type RuleDraft = {
  unit: string | null;
  hasCategoryId: string | null;
  hasPlan: string | null;
  lacksCategoryId: string | null;
  lacksPlan: string | null;
  offer: { tr: string; sv: string; en: string };
  amount: Money | null;
  isActive: boolean;
  version: number;
};

export function useSaveRule(id: string | undefined, onDone: () => void): UseMutationResult<CrossSellRule, Error, { draft: RuleDraft; key: string }> {
  return useSale(
    ({ draft, key }) => (id === undefined ? send<CrossSellRule>('POST', '/api/cross-sell-rules', draft, { 'Idempotency-Key': key }) : send<CrossSellRule>('PUT', `/api/cross-sell-rules/${id}`, draft)),
    onDone,
  );
}

export function useRemoveRule(onDone: () => void): UseMutationResult<void, Error, string> {
  return useSale((id) => send('DELETE', `/api/cross-sell-rules/${id}`), onDone);
}
