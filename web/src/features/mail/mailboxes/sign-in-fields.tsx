import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailbox } from '../../../api/mail-types';
import { Field } from '../../../ui/fields/field';
import { PasswordInput } from '../../../ui/fields/password-input';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { providers, type MailboxDraft, type Provider, type TokenDraft } from './mailbox-draft';

const ways = ['password', 'microsoft', 'google', 'token'] as const;
type Way = (typeof ways)[number];

type SignInFieldsProps = { mailbox: Mailbox | null; value: MailboxDraft; onChange: (change: Partial<MailboxDraft>) => void };

/** How the product signs in at both servers: by password, or by tokens as the large providers ask for. */
export function SignInFields({ mailbox, value, onChange }: SignInFieldsProps): ReactElement {
  const { t } = useTranslation();
  const { token, imap, smtp, address } = value;
  const kept = mailbox?.token ?? null;
  const choose = (way: Way | null): void => {
    if (way === 'password' || way === null) {
      onChange({ token: null });
    } else if (way === 'token') {
      onChange({ token: token ?? { url: '', client: '', scope: '', secret: '', refresh: '' } });
    } else {
      const preset = providers[way];
      const server = (one: typeof imap, two: (typeof preset)['imap']): typeof imap => ({ ...one, ...two, user: one.user === '' ? address : one.user });
      onChange({ token: { client: '', secret: '', refresh: '', ...token, ...preset.token }, imap: server(imap, preset.imap), smtp: server(smtp, preset.smtp) });
    }
  };
  const set = (change: Partial<TokenDraft>): void => (token === null ? undefined : onChange({ token: { ...token, ...change } }));
  return (
    <fieldset className="mailbox-server">
      <legend className="md">{t('mail.sign_in')}</legend>
      <Field label={t('mail.sign_in_way')}>
        <Select options={ways.map((one) => ({ value: one, label: t(`mail.sign_in.${one}`) }))} value={wayOf(token)} onChange={choose} />
      </Field>
      {token !== null && (
        <>
          <Field label={t('mail.token_url')} hint={token.url.includes('{tenant}') ? t('mail.token_url_hint', { tenant: '{tenant}' }) : undefined}>
            <TextInput value={token.url} maxLength={400} spellCheck={false} autoCapitalize="none" onChange={(url) => set({ url })} />
          </Field>
          <div className="two">
            <Field label={t('mail.token_client')}>
              <TextInput value={token.client} maxLength={200} spellCheck={false} autoCapitalize="none" autoComplete="off" onChange={(client) => set({ client })} />
            </Field>
            <Field label={t('mail.token_scope')}>
              <TextInput value={token.scope} maxLength={400} spellCheck={false} autoCapitalize="none" onChange={(scope) => set({ scope })} />
            </Field>
          </div>
          <div className="two">
            <Field label={t('mail.token_secret')} hint={kept?.hasSecret === true ? t('mail.password_kept') : undefined}>
              <PasswordInput value={token.secret} maxLength={2000} autoComplete="new-password" onChange={(secret) => set({ secret })} />
            </Field>
            <Field label={t('mail.token_refresh')} hint={kept?.hasRefresh === true ? t('mail.password_kept') : t('mail.token_refresh_hint')}>
              <PasswordInput value={token.refresh} maxLength={4000} autoComplete="new-password" onChange={(refresh) => set({ refresh })} />
            </Field>
          </div>
        </>
      )}
    </fieldset>
  );
}

/** By where its tokens are had. */
function wayOf(token: TokenDraft | null): Way {
  if (token === null) {
    return 'password';
  }
  const known: Provider | undefined = (['microsoft', 'google'] as const).find((one) => token.url !== '' && new URL(providers[one].token.url).host === hostOf(token.url));
  return known ?? 'token';
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
