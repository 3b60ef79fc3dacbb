import { Mailbox } from 'lucide-react';
import type { Feature } from '../../ui/shell/feature';

export const feature: Feature = {
  routes: [{ path: '/mail/mailboxes', lazy: async () => ({ Component: (await import('./mailboxes/mailboxes-page')).MailboxesPage }) }],
  nav: [{ to: '/mail/mailboxes', label: 'mail.mailboxes', icon: Mailbox, anyOf: ['mailroom.settings'], order: 87 }],
};
