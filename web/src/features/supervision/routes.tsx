import { ChartColumn, Tv, UsersRound } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

/** The wallboard's page itself stands among the app's screens: live calls belong to another feature. */
export const feature: Feature = {
  routes: [
    { path: '/reports/queues', lazy: async () => ({ Component: (await import('./reports/queue-report-page')).QueueReportPage }) },
    { path: '/reports/agents', lazy: async () => ({ Component: (await import('./reports/agent-report-page')).AgentReportPage }) },
    { path: '/reports/staffing', lazy: async () => ({ Component: (await import('./reports/staffing-page')).StaffingPage }) },
    { path: '/queues/teams', lazy: async () => ({ Component: (await import('./teams/teams-page')).TeamsPage }) },
  ],
  nav: [
    { to: '/wallboard', label: 'supervision.wallboard', icon: Tv, anyOf: ['queues.watch'], order: 60 },
    { to: '/reports/queues', also: ['/reports/agents', '/reports/staffing'], label: 'supervision.reports', icon: ChartColumn, anyOf: ['queues.reports'], order: 70 },
    { to: '/queues/teams', label: 'supervision.teams', icon: UsersRound, anyOf: ['queues.settings'], order: 84 },
  ],
};
