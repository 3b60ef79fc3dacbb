import { Cable } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  routes: [
    { path: '/calls/trunks', lazy: async () => ({ Component: (await import('./trunks-page')).TrunksPage }) },
    { path: '/calls/outbound', lazy: async () => ({ Component: (await import('./outbound-page')).OutboundPage }) },
  ],
  nav: [{ to: '/calls/trunks', label: 'trunks.title', icon: Cable, also: ['/calls/outbound'], anyOf: ['calls.settings'], order: 86 }],
};
