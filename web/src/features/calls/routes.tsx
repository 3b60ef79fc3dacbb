import { PhoneCall } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  routes: [
    { path: '/calls', lazy: async () => ({ Component: (await import('./call-log-page')).CallLogPage }) },
    { path: '/calls/:id', lazy: async () => ({ Component: (await import('./call-page')).CallPage }) },
  ],
  nav: [{ to: '/calls', label: 'calls.calls', icon: PhoneCall, anyOf: ['calls.log', 'calls.take'], order: 40 }],
};
