import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineSecurity } from '../../../api/mail-types';
import { Field } from '../../../ui/fields/field';
import { PasswordInput } from '../../../ui/fields/password-input';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { usualPort, type ServerDraft } from './mailbox-draft';

const securities: readonly LineSecurity[] = ['tls', 'startTls', 'none'];

type ServerFieldsProps = { kind: 'imap' | 'smtp'; /** It is signed in by tokens: no password is asked for. */ byToken: boolean; value: ServerDraft; onChange: (server: ServerDraft) => void; /** There is a password that an empty field keeps. */ hasPassword: boolean };

/** Where letters are fetched, or sent: host, port, encryption, who signs in. */
export function ServerFields({ kind, byToken, value, onChange, hasPassword }: ServerFieldsProps): ReactElement {
  const { t } = useTranslation();
  return (
    <fieldset className="mailbox-server">
      <legend className="md">{t(`mail.${kind}`)}</legend>
      <div className="mailbox-host">
        <Field label={t('mail.host')}>
          <TextInput value={value.host} maxLength={253} spellCheck={false} autoCapitalize="none" onChange={(host) => onChange({ ...value, host })} />
        </Field>
        <Field label={t('mail.port')}>
          <TextInput value={value.port} inputMode="numeric" maxLength={5} onChange={(port) => onChange({ ...value, port })} />
        </Field>
        <Field label={t('mail.security')}>
          <Select
            options={securities.map((one) => ({ value: one, label: t(`mail.security.${one}`) }))}
            value={value.security}
            onChange={(next) => next !== null && onChange({ ...value, security: next, port: value.port === usualPort[kind][value.security] ? usualPort[kind][next] : value.port })}
          />
        </Field>
      </div>
      <div className="two">
        <Field label={t('mail.user')} hint={kind === 'smtp' ? t('mail.user_smtp_hint') : undefined}>
          <TextInput value={value.user} maxLength={254} spellCheck={false} autoCapitalize="none" autoComplete="off" onChange={(user) => onChange({ ...value, user })} />
        </Field>
        {!byToken && (
          <Field label={t('mail.password')} hint={hasPassword ? t('mail.password_kept') : undefined}>
            <PasswordInput value={value.password} maxLength={400} autoComplete="new-password" onChange={(password) => onChange({ ...value, password })} />
          </Field>
        )}
      </div>
    </fieldset>
  );
}
