import { useInfiniteQuery, useMutation, useQueryClient, type InfiniteData, type UseInfiniteQueryResult, type UseMutationResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import type { components } from '../../../api/schema';
import type { Names } from '../process-types';
import { processesKey } from '../use-processes';

type Schemas = components['schemas'];

export type Delivery = Omit<Schemas['ListDeliveriesRow'], 'stageNames'> & { stageNames: Names | null };
export type DeliveryState = Schemas['DeliveryState'];
type DeliveryPage = { items: Delivery[]; next: string | null };
export type WebhookSecret = Schemas['ReadWebhookSecretResponse'];

export const deliveryStates: readonly DeliveryState[] = ['waiting', 'waitsForMail', 'done', 'failed'];
export const deliveryKinds: readonly Delivery['kind'][] = ['webhook', 'mail'];

const key = [...processesKey, 'deliveries'] as const;
const lookAgain = 5000;

/** What was sent, newest first, page by page; read again while one looks, because what waits goes by itself. */
export function useDeliveries(state: string | null, kind: string | null): UseInfiniteQueryResult<InfiniteData<DeliveryPage>> {
  return useInfiniteQuery({
    queryKey: [...key, state, kind],
    queryFn: ({ pageParam }) => {
      const question = new URLSearchParams({ ...(state !== null && { state }), ...(kind !== null && { kind }), ...(pageParam !== null && { after: pageParam }) });
      return send<DeliveryPage>('GET', `/api/processes/deliveries?${question}`);
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    // All pages are read again, so the more there are the rarer.
    refetchInterval: ({ state: { data } }) => lookAgain * Math.max(1, data?.pages.length ?? 1),
  });
}

export function useRetryDelivery(onDone: () => void): UseMutationResult<void, Error, string> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => send<void>('POST', `/api/processes/deliveries/${id}/retry`),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  });
}

/** Asked for by a press only, and never kept: each look is audited. */
export function useWebhookSecret(): UseMutationResult<WebhookSecret, Error, void> {
  return useMutation({ mutationFn: () => send<WebhookSecret>('GET', '/api/processes/deliveries/secret') });
}

const ownProblems: readonly string[] = ['noAddress', 'inside', 'answered', 'nobodyLeft', 'noEmail'];

/** Why it did not arrive, in words; null where nothing went wrong. */
export function useTroubleText(): (delivery: Delivery) => string | null {
  const { t } = useTranslation();
  return ({ problem, lastError }) => {
    // What was kept before problems had names is shown as it is.
    if (problem == null) {
      return lastError ?? null;
    }
    return t(ownProblems.includes(problem) ? `processes.delivery_problem.${problem}` : `mail.problem.${problem}`, { said: lastError ?? '' });
  };
}
