import { useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../api/client';
import type { Dialled, OutboundRule, OutboundRulePlan, Trunk, TrunkPlan } from './trunk-types';

const keys = { trunks: ['trunks'] as const, rules: ['outbound', 'rules'] as const, dialled: ['outbound', 'dialled'] as const };

/** How they go changes by itself: read again while the page is open. */
export function useTrunks(): UseQueryResult<Trunk[]> {
  return useQuery({ queryKey: keys.trunks, queryFn: () => send<Trunk[]>('GET', '/api/calls/trunks'), refetchInterval: 3000 });
}

export type KeptTrunk = { id: string | null; plan: TrunkPlan };

export function useSaveTrunk(onDone: (trunk: Trunk) => void): UseMutationResult<Trunk, Error, KeptTrunk> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, plan }: KeptTrunk) => (id === null ? send<Trunk>('POST', '/api/calls/trunks', plan) : send<Trunk>('PUT', `/api/calls/trunks/${id}`, plan)),
    onSuccess: async (trunk) => {
      await queries.invalidateQueries({ queryKey: keys.trunks });
      onDone(trunk);
    },
  });
}

export type TrunkAct = { id: string; act: 'pause' | 'resume' | 'remove' };

export function useSteerTrunk(): UseMutationResult<unknown, Error, TrunkAct> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, act }: TrunkAct) => (act === 'remove' ? send('DELETE', `/api/calls/trunks/${id}`) : send(act === 'pause' ? 'PUT' : 'DELETE', `/api/calls/trunks/${id}/pause`)),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.trunks }),
  });
}

export function useOutboundRules(): UseQueryResult<OutboundRule[]> {
  return useQuery({ queryKey: keys.rules, queryFn: () => send<OutboundRule[]>('GET', '/api/calls/outbound/rules') });
}

/** Everybody's rule has no role; its place in the address is a dash. */
const placeOf = (role: string): string => (role === '' ? '-' : role);

export function useSaveRule(onDone: () => void): UseMutationResult<OutboundRule, Error, { role: string; plan: OutboundRulePlan }> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ role, plan }: { role: string; plan: OutboundRulePlan }) => send<OutboundRule>('PUT', `/api/calls/outbound/rules/${placeOf(role)}`, plan),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.rules });
      onDone();
    },
  });
}

export function useRemoveRule(): UseMutationResult<unknown, Error, string> {
  const queries = useQueryClient();
  return useMutation({ mutationFn: (role: string) => send('DELETE', `/api/calls/outbound/rules/${placeOf(role)}`), onSettled: () => queries.invalidateQueries({ queryKey: keys.rules }) });
}

export function useDialled(): UseQueryResult<Dialled[]> {
  return useQuery({ queryKey: keys.dialled, queryFn: () => send<Dialled[]>('GET', '/api/calls/outbound/dialled'), refetchInterval: 5000 });
}
