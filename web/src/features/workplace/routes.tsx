import { MessageSquareText } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

/** The bell stands in the frame; on a phone the notices have a page of their own. Templates and macros are defined here. */
export const feature: Feature = {
  routes: [
    { path: '/notices', lazy: async () => ({ Component: (await import('./notices/notices-page')).NoticesPage }) },
    { path: '/templates', lazy: async () => ({ Component: (await import('./templates/templates-page')).TemplatesPage }) },
    { path: '/macros', lazy: async () => ({ Component: (await import('./macros/macros-page')).MacrosPage }) },
  ],
  nav: [{ to: '/templates', also: ['/macros'], label: 'templates.nav', short: 'templates.tab', icon: MessageSquareText, anyOf: ['requests.settings'], order: 88 }],
};
