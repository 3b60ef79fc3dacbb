import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  openRoutes: [{ path: '/demo/phone', lazy: async () => ({ Component: (await import('./demo-phone-page')).DemoPhonePage }) }],
};
