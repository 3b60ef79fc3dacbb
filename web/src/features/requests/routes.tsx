import { Inbox, ListChecks, MessagesSquare } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';
import { OpenRequests } from './rail-work/open-requests';

export const feature: Feature = {
  routes: [
    { path: '/requests', lazy: async () => ({ Component: (await import('./list/request-list-page')).RequestListPage }) },
    { path: '/requests/rules', lazy: async () => ({ Component: (await import('./rules/rules-page')).RulesPage }) },
    { path: '/interactions', lazy: async () => ({ Component: (await import('./interactions/interactions-page')).InteractionsPage }) },
    { path: '/requests/:id/merge', lazy: async () => ({ Component: (await import('./merge/merge-page')).MergePage }) },
  ],
  railWork: { component: OpenRequests, anyOf: ['requests.read'] },
  nav: [
    { to: '/requests', label: 'requests.title', short: 'requests.title_short', icon: Inbox, anyOf: ['requests.read'], order: 20, isHome: true },
    { to: '/interactions', label: 'interactions.title', icon: MessagesSquare, anyOf: ['requests.read'], order: 22 },
    { to: '/requests/rules', label: 'rules.title', icon: ListChecks, anyOf: ['requests.settings'], order: 87 },
  ],
};
