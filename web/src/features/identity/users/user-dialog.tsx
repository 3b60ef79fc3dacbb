import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Field } from '../../../ui/fields/field';
import { PasswordInput } from '../../../ui/fields/password-input';
import { MultiSelect, Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { Dialog } from '../../../ui/overlays/dialog';
import { languageNames, languages, useLanguage, type Language } from '../../../ui/text/language';
import { shortestPassword } from '../passwords';
import { useRoles } from '../use-roles';
import { useAddUser, useChangeUser, type User } from './use-users';

const languageOptions = languages.map((language) => ({ value: language, label: languageNames[language] }));

export type UserDialogProps = { user: User | null; onClose: () => void; onDone: (user: User) => void };

/** Adds a person or changes one. */
export function UserDialog({ user, onClose, onDone }: UserDialogProps): ReactElement {
  const { t } = useTranslation();
  const mine = useLanguage();
  const roles = useRoles();
  const add = useAddUser(onDone);
  const change = useChangeUser(onDone);
  const [displayName, setDisplayName] = useState(user?.displayName ?? '');
  const [userName, setUserName] = useState(user?.userName ?? '');
  const [language, setLanguage] = useState<Language>(user?.language ?? mine);
  const [email, setEmail] = useState(user?.email ?? '');
  const [chosen, setChosen] = useState<string[]>(user?.roles ?? []);
  const [password, setPassword] = useState('');
  const [wasTried, setWasTried] = useState(false);

  const isNew = user === null;
  const attempt = isNew ? add : change;
  const isShort = isNew ? password.length < shortestPassword : password !== '' && password.length < shortestPassword;
  const ofServer = (field: string): string | undefined => (isRefusal(attempt.error) ? attempt.error.fieldErrors(field) : undefined);
  const empty = (value: string): string | undefined => (wasTried && value.trim() === '' ? t('ui.field_empty') : undefined);

  const save = (): void => {
    setWasTried(true);
    if (displayName.trim() === '' || userName.trim() === '' || chosen.length === 0 || isShort) {
      return;
    }
    if (isNew) {
      add.mutate({ displayName: displayName.trim(), userName: userName.trim(), language, email: email.trim() === '' ? null : email.trim(), roles: chosen, password });
    } else {
      change.mutate({ id: user.id, version: user.version, displayName: displayName.trim(), language, email: email.trim() === '' ? null : email.trim(), roles: chosen, isActive: user.isActive, ...(password === '' ? {} : { password }) });
    }
  };

  return (
    <Dialog
      title={isNew ? t('identity.user_new') : t('identity.user_edit', { name: user.displayName })}
      confirmLabel={isNew ? t('identity.user_add') : t('ui.save')}
      busy={attempt.isPending}
      refusal={<RefusalNotice error={attempt.error} />}
      onConfirm={save}
      onClose={onClose}
    >
      <Field label={t('identity.display_name')} error={empty(displayName) ?? ofServer('displayName')}>
        <TextInput value={displayName} onChange={setDisplayName} autoComplete="off" maxLength={120} autoFocus />
      </Field>
      <div className="two">
        <Field label={t('identity.user_name')} error={empty(userName) ?? ofServer('userName')}>
          <TextInput value={userName} onChange={setUserName} autoComplete="off" autoCapitalize="none" spellCheck={false} disabled={!isNew} />
        </Field>
        <Field label={t('app.language')}>
          <Select options={languageOptions} value={language} onChange={(next) => setLanguage(next ?? language)} />
        </Field>
      </div>
      <Field label={t('identity.email')} hint={t('identity.email_hint')} error={ofServer('email')}>
        <TextInput value={email} onChange={setEmail} type="email" inputMode="email" autoComplete="off" maxLength={254} />
      </Field>
      <Field label={t('identity.roles')} error={wasTried && chosen.length === 0 ? t('identity.roles_empty') : ofServer('roles')}>
        <MultiSelect loading={roles.isPending} options={(roles.data ?? []).map((role) => ({ value: role.code, label: role.names[mine] }))} value={chosen} onChange={setChosen} />
      </Field>
      <Field
        label={isNew ? t('identity.user_first_password') : t('identity.password_next')}
        hint={isNew ? t('identity.user_first_password_hint') : t('identity.user_password_hint')}
        error={wasTried && isShort ? t('identity.password_short', { length: password.length }) : ofServer('password')}
      >
        <PasswordInput value={password} onChange={setPassword} autoComplete="new-password" />
      </Field>
    </Dialog>
  );
}
