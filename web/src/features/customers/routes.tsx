import { Users } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  routes: [
    { path: '/customers', lazy: async () => ({ Component: (await import('./customer-list-page')).CustomerListPage }) },
    { path: '/sales-rules', lazy: async () => ({ Component: (await import('./sales/rules-page')).RulesPage }) },
  ],
  nav: [{ to: '/customers', also: ['/sales-rules'], label: 'customers.title', icon: Users, anyOf: ['customers.read'], order: 30 }],
};
