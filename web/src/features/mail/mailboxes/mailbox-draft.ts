import type { LineSecurity, Mailbox, MailboxPlan } from '../../../api/mail-types';

export type ServerDraft = { host: string; port: string; security: LineSecurity; user: string; password: string };

/** Where tokens are had; secrets are what was typed. */
export type TokenDraft = { url: string; client: string; scope: string; secret: string; refresh: string };

/** A mailbox while it is being written; numbers are what was typed. */
export type MailboxDraft = Omit<MailboxPlan, 'imap' | 'smtp' | 'token' | 'mostAutomatic' | 'largestMegabytes' | 'takesUpDays' | 'version'> & {
  imap: ServerDraft;
  smtp: ServerDraft;
  /** Null for a mailbox that signs in by password. */
  token: TokenDraft | null;
  mostAutomatic: string;
  largestMegabytes: string;
  takesUpDays: string;
};

export const usualPort: Record<'imap' | 'smtp', Record<LineSecurity, string>> = {
  imap: { tls: '993', startTls: '143', none: '143' },
  smtp: { tls: '465', startTls: '587', none: '25' },
};

export type Provider = 'microsoft' | 'google';

/** What the two large providers ask for (their documentation of OAuth 2 for IMAP and SMTP). */
export const providers: Record<Provider, { token: Pick<TokenDraft, 'url' | 'scope'>; imap: Pick<ServerDraft, 'host' | 'port' | 'security'>; smtp: Pick<ServerDraft, 'host' | 'port' | 'security'> }> = {
  microsoft: {
    token: { url: 'https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token', scope: 'https://outlook.office365.com/.default' },
    imap: { host: 'outlook.office365.com', port: '993', security: 'tls' },
    smtp: { host: 'smtp.office365.com', port: '587', security: 'startTls' },
  },
  google: {
    token: { url: 'https://oauth2.googleapis.com/token', scope: 'https://mail.google.com/' },
    imap: { host: 'imap.gmail.com', port: '993', security: 'tls' },
    smtp: { host: 'smtp.gmail.com', port: '465', security: 'tls' },
  },
};

export function draftOf(mailbox: Mailbox | null, unit: string): MailboxDraft {
  if (mailbox === null) {
    return {
      name: '',
      address: '',
      imap: { host: '', port: '993', security: 'tls', user: '', password: '' },
      smtp: { host: '', port: '465', security: 'tls', user: '', password: '' },
      token: null,
      medium: 'mail',
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
  const { name, address, certificate, folder, doneFolder, categoryId, trustedServer, usesPlus, acknowledges, medium, token } = mailbox;
  const server = ({ host, port, security, user }: Mailbox['imap']): ServerDraft => ({ host, port: String(port), security, user, password: '' });
  return {
    name,
    address,
    imap: server(mailbox.imap),
    smtp: server(mailbox.smtp),
    token: token == null ? null : { url: token.url, client: token.client, scope: token.scope, secret: '', refresh: '' },
    medium,
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
  const typed = (secret: string): string | null => (secret === '' ? null : secret);
  const server = ({ host, port, security, user, password }: ServerDraft): MailboxPlan['imap'] => ({ host, port: Number(port) || 0, security, user, password: typed(password) });
  return {
    ...draft,
    version,
    imap: server(draft.imap),
    smtp: server(draft.smtp),
    token: draft.token === null ? null : { ...draft.token, secret: typed(draft.token.secret), refresh: typed(draft.token.refresh) },
    mostAutomatic: Number(draft.mostAutomatic) || 0,
    largestMegabytes: Number(draft.largestMegabytes) || 0,
    takesUpDays: draft.takesUpDays.trim() === '' ? -1 : Number(draft.takesUpDays),
  };
}
