import { SlidersHorizontal } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Feature } from '../../ui/shell/feature';

const page = async (): Promise<{ Component: ComponentType }> => ({ Component: (await import('./definitions-page')).DefinitionsPage });

export const feature: Feature = {
  routes: [
    { path: '/definitions', lazy: page },
    { path: '/definitions/:table', lazy: page },
  ],
  nav: [{ to: '/definitions', label: 'definitions.title', icon: SlidersHorizontal, anyOf: ['definitions.settings'], order: 85 }],
};
