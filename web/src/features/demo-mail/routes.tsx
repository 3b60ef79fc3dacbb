import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  openRoutes: [{ path: '/demo/mail', lazy: async () => ({ Component: (await import('./demo-mail-page')).DemoMailPage }) }],
};
