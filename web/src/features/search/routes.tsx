import type { Feature } from '../../ui/shell/feature';
import { PaletteRecords } from './palette-records';

export const feature: Feature = {
  routes: [{ path: '/search', lazy: async () => ({ Component: (await import('./search-page')).SearchPage }) }],
  provider: PaletteRecords,
};
