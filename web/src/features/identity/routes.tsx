import { ScrollText, UserCog } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  openRoutes: [
    { path: '/sign-in', lazy: async () => ({ Component: (await import('./sign-in/sign-in-page')).SignInPage }) },
    { path: '/first-run', lazy: async () => ({ Component: (await import('./first-run/first-run-page')).FirstRunPage }) },
  ],
  routes: [
    { path: '/users', lazy: async () => ({ Component: (await import('./users/users-page')).UsersPage }) },
    { path: '/users/roles', lazy: async () => ({ Component: (await import('./roles/roles-page')).RolesPage }) },
    { path: '/users/organisation', lazy: async () => ({ Component: (await import('./organisation/organisation-page')).OrganisationPage }) },
    { path: '/audit', lazy: async () => ({ Component: (await import('./audit/audit-page')).AuditPage }) },
    { path: '/account', lazy: async () => ({ Component: (await import('./account/account-page')).AccountPage }) },
  ],
  nav: [
    { to: '/users', label: 'identity.users', icon: UserCog, anyOf: ['identity.users'], order: 90 },
    { to: '/audit', label: 'identity.audit', icon: ScrollText, anyOf: ['identity.audit'], order: 92 },
  ],
};
