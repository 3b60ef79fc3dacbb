import { Inbox } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  routes: [{ path: '/requests', lazy: async () => ({ Component: (await import('./list/request-list-page')).RequestListPage }) }],
  nav: [{ to: '/requests', label: 'requests.title', icon: Inbox, anyOf: ['requests.read'], order: 20, isHome: true }],
};
