import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { send } from '../../../api/client';
import type { AgentRow, QueueReport, StaffingPlan, TeamSummary } from '../types';

/** What a report is asked for: it stands in the page's address. */
export type Asked = Readonly<Record<string, string>>;

export function query(asked: Asked): string {
  return new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString();
}

export function useReportTeams(): UseQueryResult<TeamSummary[]> {
  return useQuery({ queryKey: ['queues', 'reports', 'teams'], queryFn: () => send<TeamSummary[]>('GET', '/api/queues/reports/teams'), staleTime: 300_000 });
}

export function useQueueReport(asked: Asked): UseQueryResult<QueueReport> {
  return useQuery({ queryKey: ['queues', 'reports', 'queues', asked], queryFn: () => send<QueueReport>('GET', `/api/queues/reports/queues?${query(asked)}`), placeholderData: keepPreviousData });
}

export function useAgentReport(asked: Asked): UseQueryResult<AgentRow[]> {
  return useQuery({ queryKey: ['queues', 'reports', 'agents', asked], queryFn: () => send<AgentRow[]>('GET', `/api/queues/reports/agents?${query(asked)}`), placeholderData: keepPreviousData });
}

export function useStaffing(asked: Asked): UseQueryResult<StaffingPlan> {
  return useQuery({ queryKey: ['queues', 'staffing', asked], queryFn: () => send<StaffingPlan>('GET', `/api/queues/staffing?${query(asked)}`), enabled: asked.team !== '', placeholderData: keepPreviousData });
}
