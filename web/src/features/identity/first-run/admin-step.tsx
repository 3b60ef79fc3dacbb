import { ArrowLeft } from 'lucide-react';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { PasswordInput } from '../../../ui/fields/password-input';
import { TextInput } from '../../../ui/fields/text-input';
import { Notice } from '../../../ui/layout/notice';
import { shortestPassword } from '../passwords';

export type AdminAnswers = { displayName: string; userName: string; password: string; again: string };

export type AdminStepProps = {
  answers: AdminAnswers;
  onChange: (answers: AdminAnswers) => void;
  onBack: () => void;
  onFinish: () => void;
  refusal: Error | null;
  isBusy: boolean;
};

export function AdminStep({ answers, onChange, onBack, onFinish, refusal, isBusy }: AdminStepProps): ReactElement {
  const { t } = useTranslation();
  const [wasTried, setWasTried] = useState(false);
  const { displayName, userName, password, again } = answers;
  const isShort = password.length < shortestPassword;
  const differs = again !== password;
  const ofServer = (field: string): string | undefined => (isRefusal(refusal) ? refusal.fieldErrors(field) : undefined);
  const empty = (value: string): string | undefined => (wasTried && value.trim() === '' ? t('ui.field_empty') : undefined);
  const set = (field: keyof AdminAnswers) => (value: string) => onChange({ ...answers, [field]: value });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (displayName.trim() !== '' && userName.trim() !== '' && !isShort && !differs && !isBusy) {
      onFinish();
    }
  };

  return (
    <form className="first-run-form" onSubmit={submit} noValidate>
      <header>
        <h1>{t('identity.admin_title')}</h1>
        <p className="t2">{t('identity.admin_lead')}</p>
      </header>
      <div className="first-run-fields">
        <Field label={t('identity.display_name')} size="touch" error={empty(displayName) ?? ofServer('admin.displayName')}>
          <TextInput value={displayName} onChange={set('displayName')} autoComplete="name" maxLength={120} autoFocus />
        </Field>
        <Field label={t('identity.user_name')} size="touch" error={empty(userName) ?? ofServer('admin.userName')}>
          <TextInput value={userName} onChange={set('userName')} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={120} />
        </Field>
        <Field
          label={t('identity.password')}
          size="touch"
          hint={t('identity.password_rule')}
          error={wasTried && isShort ? t('identity.password_short', { length: password.length }) : ofServer('admin.password')}
        >
          <PasswordInput value={password} onChange={set('password')} autoComplete="new-password" />
        </Field>
        <Field label={t('identity.password_again')} size="touch" error={wasTried && differs ? t('identity.password_differs') : undefined}>
          <PasswordInput value={again} onChange={set('again')} autoComplete="new-password" />
        </Field>
      </div>
      <Notice>{t('identity.later_note')}</Notice>
      <RefusalNotice error={refusal} />
      <div className="first-run-bar">
        <Button size="touch" icon={ArrowLeft} onClick={onBack}>
          {t('identity.back')}
        </Button>
        <span className="grow" />
        <Button type="submit" look="primary" size="touch" busy={isBusy}>
          {t('identity.finish_setup')}
        </Button>
      </div>
    </form>
  );
}
