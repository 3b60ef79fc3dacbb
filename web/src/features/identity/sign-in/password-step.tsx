import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../api/refusal';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { PasswordInput } from '../../../ui/fields/password-input';
import { TextInput } from '../../../ui/fields/text-input';

export type PasswordStepProps = {
  userName: string;
  password: string;
  onUserName: (value: string) => void;
  onPassword: (value: string) => void;
  keep: boolean;
  onKeep: (keep: boolean) => void;
  refusal: Refusal | null;
  isBusy: boolean;
  onSubmit: () => void;
};

export function PasswordStep({ userName, password, onUserName, onPassword, keep, onKeep, refusal, isBusy, onSubmit }: PasswordStepProps): ReactElement {
  const { t } = useTranslation();
  const [wasTried, setWasTried] = useState(false);
  const missing = (value: string): string | undefined => (wasTried && value.trim() === '' ? t('ui.field_empty') : undefined);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (userName.trim() !== '' && password !== '' && !isBusy) {
      onSubmit();
    }
  };

  return (
    <form className="stack g16" onSubmit={submit} noValidate>
      <Field label={t('identity.user_name')} size="touch" error={missing(userName)}>
        <TextInput value={userName} onChange={onUserName} name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />
      </Field>
      <Field label={t('identity.password')} size="touch" error={missing(password)}>
        <PasswordInput value={password} onChange={onPassword} name="password" />
      </Field>
      <Checkbox size="touch" label={t('identity.keep')} checked={keep} onChange={onKeep} />
      <RefusalNotice error={refusal} />
      <Button type="submit" look="primary" size="touch" className="wide" busy={isBusy}>
        {t('identity.sign_in')}
      </Button>
    </form>
  );
}
