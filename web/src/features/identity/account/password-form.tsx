import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal';
import { RefusalNotice, useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { PasswordInput } from '../../../ui/fields/password-input';
import { Panel } from '../../../ui/layout/panel';
import { toast } from '../../../ui/overlays/toasts';
import { shortestPassword } from '../passwords';
import { useChangePassword } from './use-account';

const none = { current: '', next: '', again: '' };

export function PasswordForm(): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const [typed, setTyped] = useState(none);
  const [wasTried, setWasTried] = useState(false);
  const change = useChangePassword(() => {
    setTyped(none);
    setWasTried(false);
    toast({ title: t('identity.password_changed') });
  });
  const isShort = typed.next.length < shortestPassword;
  const differs = typed.again !== typed.next;
  // The server's word on the present password belongs to its field, anything else below.
  const isWrong = isRefusal(change.error, 'identity.password_wrong');
  const set = (field: keyof typeof none) => (value: string) => setTyped({ ...typed, [field]: value });

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if (typed.current !== '' && !isShort && !differs && !change.isPending) {
      change.mutate({ current: typed.current, next: typed.next });
    }
  };

  return (
    <Panel title={t('identity.password_change')}>
      <form className="stack" onSubmit={submit} noValidate>
        <Field label={t('identity.password_current')} error={wasTried && typed.current === '' ? t('ui.field_empty') : isWrong ? text(change.error) : undefined}>
          <PasswordInput value={typed.current} onChange={set('current')} />
        </Field>
        <Field label={t('identity.password_next')} hint={t('identity.password_rule')} error={wasTried && isShort ? t('identity.password_short', { length: typed.next.length }) : undefined}>
          <PasswordInput value={typed.next} onChange={set('next')} autoComplete="new-password" />
        </Field>
        <Field label={t('identity.password_again')} error={wasTried && differs ? t('identity.password_differs') : undefined}>
          <PasswordInput value={typed.again} onChange={set('again')} autoComplete="new-password" />
        </Field>
        {!isWrong && <RefusalNotice error={change.error} />}
        <div className="account-foot">
          <Button type="submit" busy={change.isPending}>
            {t('identity.password_change')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
