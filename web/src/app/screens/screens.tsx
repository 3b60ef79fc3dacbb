import { Headset } from 'lucide-react';
import { OwnWorkCount } from '../../features/requests/own-work/own-work-count';
import type { Feature } from '../../ui/shell/feature';
import { NewRequestProvider } from './new-request';

/** Screens that are made of several features. */
export const screens: Feature = {
  provider: NewRequestProvider,
  routes: [
    { path: '/desk', lazy: async () => ({ Component: (await import('./desk-screen')).DeskScreen }) },
    { path: '/customers/:id', lazy: async () => ({ Component: (await import('./customer-screen')).CustomerScreen }) },
    { path: '/wallboard', lazy: async () => ({ Component: (await import('./wallboard-screen')).WallboardScreen }) },
    { path: '/requests/:id', lazy: async () => ({ Component: (await import('./request-screen')).RequestScreen }) },
  ],
  nav: [{ to: '/desk', label: 'desk.title', icon: Headset, anyOf: ['calls.take'], order: 10, isHome: true, count: OwnWorkCount }],
};
