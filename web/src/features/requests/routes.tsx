import { Inbox } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';
import { OpenRequests } from './rail-work/open-requests';

export const feature: Feature = {
  routes: [
    { path: '/requests', lazy: async () => ({ Component: (await import('./list/request-list-page')).RequestListPage }) },
    { path: '/requests/:id/merge', lazy: async () => ({ Component: (await import('./merge/merge-page')).MergePage }) },
  ],
  railWork: { component: OpenRequests, anyOf: ['requests.read'] },
  nav: [{ to: '/requests', label: 'requests.title', short: 'requests.title_short', icon: Inbox, anyOf: ['requests.read'], order: 20, isHome: true }],
};
