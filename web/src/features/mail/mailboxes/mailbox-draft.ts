import type { LineSecurity, Mailbox, MailboxPlan } from '../../../api/mail-types';

export type ServerDraft = { host: string; port: string; security: LineSecurity; user: string; password: string };

/** A mailbox while it is being written; numbers are what was typed. */
export type MailboxDraft = Omit<MailboxPlan, 'imap' | 'smtp' | 'mostAutomatic' | 'largestMegabytes' | 'takesUpDays' | 'version'> & {
  imap: ServerDraft;
  smtp: ServerDraft;
  mostAutomatic: string;
  largestMegabytes: string;
  takesUpDays: string;
};

export const usualPort: Record<'imap' | 'smtp', Record<LineSecurity, string>> = {
  imap: { tls: '993', startTls: '143', none: '143' },
  smtp: { tls: '465', startTls: '587', none: '25' },
};

export function draftOf(mailbox: Mailbox | null, unit: string): MailboxDraft {
  if (mailbox === null) {
    return {
      name: '',
      address: '',
      imap: { host: '', port: '993', security: 'tls', user: '', password: '' },
      smtp: { host: '', port: '465', security: 'tls', user: '', password: '' },
      certificate: null,
      folder: null,
      doneFolder: null,
      unit,
      categoryId: null,
      trustedServer: null,
      usesPlus: false,
      acknowledges: true,
      mostAutomatic: '5',
      largestMegabytes: '25',
      takesUpDays: '14',
    };
  }
  const { name, address, certificate, folder, doneFolder, categoryId, trustedServer, usesPlus, acknowledges } = mailbox;
  const server = ({ host, port, security, user }: Mailbox['imap']): ServerDraft => ({ host, port: String(port), security, user, password: '' });
  return {
    name,
    address,
    imap: server(mailbox.imap),
    smtp: server(mailbox.smtp),
    certificate,
    folder,
    doneFolder,
    unit: mailbox.unit,
    categoryId,
    trustedServer,
    usesPlus,
    acknowledges,
    mostAutomatic: String(mailbox.mostAutomatic),
    largestMegabytes: String(mailbox.largestMegabytes),
    takesUpDays: String(mailbox.takesUpDays),
  };
}

export function planOf(draft: MailboxDraft, version: number): MailboxPlan {
  const server = ({ host, port, security, user, password }: ServerDraft): MailboxPlan['imap'] => ({ host, port: Number(port) || 0, security, user, password: password === '' ? null : password });
  return {
    ...draft,
    version,
    imap: server(draft.imap),
    smtp: server(draft.smtp),
    mostAutomatic: Number(draft.mostAutomatic) || 0,
    largestMegabytes: Number(draft.largestMegabytes) || 0,
    takesUpDays: draft.takesUpDays.trim() === '' ? -1 : Number(draft.takesUpDays),
  };
}
