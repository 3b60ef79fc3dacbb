import type { Feature } from '../../ui/shell/feature';

/** The bell stands in the frame; on a phone the notices have a page of their own. */
export const feature: Feature = {
  routes: [{ path: '/notices', lazy: async () => ({ Component: (await import('./notices/notices-page')).NoticesPage }) }],
};
