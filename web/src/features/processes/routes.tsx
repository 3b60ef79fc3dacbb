import { ClipboardCheck, Workflow } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';
import { ApprovalCount } from './approvals/approval-count';

export const feature: Feature = {
  routes: [
    { path: '/processes', lazy: async () => ({ Component: (await import('./list/process-list-page')).ProcessListPage }) },
    { path: '/processes/deliveries', lazy: async () => ({ Component: (await import('./deliveries/deliveries-page')).DeliveriesPage }) },
    { path: '/processes/:document/:unit', lazy: async () => ({ Component: (await import('./designer/designer-page')).DesignerPage }) },
    { path: '/approvals', lazy: async () => ({ Component: (await import('./approvals/approvals-page')).ApprovalsPage }) },
  ],
  nav: [
    { to: '/approvals', label: 'processes.approvals', short: 'processes.approvals_short', icon: ClipboardCheck, anyOf: [], order: 25, count: ApprovalCount },
    { to: '/processes', label: 'processes.title', icon: Workflow, anyOf: ['processes.settings'], order: 86 },
  ],
};
