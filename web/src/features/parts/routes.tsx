import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  openRoutes: [{ path: '/dev/parts', lazy: async () => ({ Component: (await import('./parts-page')).PartsPage }) }],
};
