import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { Subscription, SubscriptionRow, SubscriptionStatus } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import type { Page } from '../../../api/request-types';
import type { Money } from '../../../ui/text/format';
import type { PlaceDraft } from '../edit/customer-draft';

const root = ['subscriptions'] as const;

/** A customer's subscriptions, newest number first. */
export function useSubscriptionsOf(customerId: string | undefined): UseQueryResult<SubscriptionRow[]> {
  const mayRead = useCan('customers.read');
  return useQuery({
    queryKey: [...root, 'of', customerId],
    queryFn: async () => (await send<Page<SubscriptionRow>>('GET', `/api/subscriptions?${new URLSearchParams({ customer: customerId ?? '', take: '100' })}`)).items,
    enabled: mayRead && customerId !== undefined,
  });
}

export function useSubscription(id: string | undefined): UseQueryResult<Subscription> {
  return useQuery({ queryKey: [...root, 'one', id], queryFn: () => send<Subscription>('GET', `/api/subscriptions/${id}`), enabled: id !== undefined });
}

/** What is written of a subscription. */
export type SubscriptionDraft = {
  unit: string | null;
  customerId: string;
  contactId: string | null;
  invoiceCustomerId: string;
  subject: string;
  categoryId: string | null;
  specialCode: string;
  description: string;
  startsOn: string;
  endsOn: string | null;
  address: PlaceDraft;
  lines: { id: string | null; name: string; price: string }[];
  currency: string;
};

/** `1.188,50`, `1 188.50` → 118850; undefined when it is no amount. */
export function minorOf(text: string): number | undefined {
  const plain = text.trim().replaceAll(/[\s\u00a0']/g, '');
  const match = /^(\d{1,3}(?:[.,]\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (match === null) {
    return undefined;
  }
  return Number((match[1] ?? '').replaceAll(/[.,]/g, '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

export function textOfMinor(money: Money | null): string {
  return money === null ? '' : (money.minor / 100).toFixed(2).replace('.', ',');
}

export const isComplete = (draft: SubscriptionDraft): boolean =>
  draft.subject.trim() !== '' && draft.startsOn !== '' && draft.lines.every((line) => (line.name.trim() === '' && line.price.trim() === '') || (line.name.trim() !== '' && minorOf(line.price) !== undefined));

function bodyOf({ lines, currency, address, ...draft }: SubscriptionDraft): Record<string, unknown> {
  const filled = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return {
    ...draft,
    subject: draft.subject.trim(),
    specialCode: filled(draft.specialCode),
    description: filled(draft.description),
    address: Object.fromEntries(Object.entries(address).map(([name, value]) => [name, filled(value)])),
    lines: lines.filter((line) => line.name.trim() !== '').map((line) => ({ id: line.id, name: line.name.trim(), monthly: { minor: minorOf(line.price) ?? 0, currency } })),
  };
}

function useSaved<Asked>(save: (asked: Asked) => Promise<Subscription>, onSaved: (saved: Subscription) => void): UseMutationResult<Subscription, Error, Asked> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: save,
    onSuccess: (saved) => {
      queries.setQueryData([...root, 'one', saved.id], saved);
      void queries.invalidateQueries({ queryKey: [...root, 'of'] });
      void queries.invalidateQueries({ queryKey: ['sales', 'suggestions'] });
      onSaved(saved);
    },
  });
}

export function useOpenSubscription(onSaved: (saved: Subscription) => void): UseMutationResult<Subscription, Error, { draft: SubscriptionDraft; key: string }> {
  return useSaved(({ draft, key }) => send<Subscription>('POST', '/api/subscriptions', bodyOf(draft), { 'Idempotency-Key': key }), onSaved);
}

export function useChangeSubscription(id: string, onSaved: (saved: Subscription) => void): UseMutationResult<Subscription, Error, { draft: SubscriptionDraft; version: number }> {
  return useSaved(({ draft, version }) => send<Subscription>('PUT', `/api/subscriptions/${id}`, { ...bodyOf(draft), version }), onSaved);
}

export function useMoveSubscription(id: string, onSaved: (saved: Subscription) => void): UseMutationResult<Subscription, Error, { version: number; status: SubscriptionStatus; on: string; reason: string | null }> {
  return useSaved((asked) => send<Subscription>('POST', `/api/subscriptions/${id}/status`, asked), onSaved);
}
