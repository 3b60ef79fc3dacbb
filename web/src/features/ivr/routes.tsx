import { AudioLines } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  routes: [
    { path: '/ivr', lazy: async () => ({ Component: (await import('./list/flow-list-page')).FlowListPage }) },
    { path: '/ivr/:code', lazy: async () => ({ Component: (await import('./designer/designer-page')).DesignerPage }) },
  ],
  nav: [{ to: '/ivr', label: 'ivr.title', icon: AudioLines, anyOf: ['ivr.read'], order: 84 }],
};
