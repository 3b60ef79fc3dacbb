import { UserCog } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  openRoutes: [
    { path: '/sign-in', lazy: async () => ({ Component: (await import('./sign-in/sign-in-page')).SignInPage }) },
    { path: '/first-run', lazy: async () => ({ Component: (await import('./first-run/first-run-page')).FirstRunPage }) },
  ],
  routes: [
    { path: '/users', lazy: async () => ({ Component: (await import('./users/users-page')).UsersPage }) },
    { path: '/account', lazy: async () => ({ Component: (await import('./account/account-page')).AccountPage }) },
  ],
  nav: [{ to: '/users', label: 'identity.users', icon: UserCog, anyOf: ['identity.users'], order: 90 }],
};
