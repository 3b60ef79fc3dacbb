import { KeyRound, LockOpen, RefreshCw } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { PasswordInput } from '../../../ui/fields/password-input';
import { Notice } from '../../../ui/layout/notice';
import { Panel } from '../../../ui/layout/panel';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { usePasswordAct, useServicePassword } from './use-card';

/** The digits an account's people key to be verified: set, reset, unlocked, never read (I-17). */
export function ServicePasswordPanel({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const mayWrite = useCan('customers.write');
  const { data, error } = useServicePassword(customer.id);
  const [isSetting, setIsSetting] = useState(false);
  const [digits, setDigits] = useState('');
  const [shown, setShown] = useState<string>();
  const act = usePasswordAct(customer.id, (password) => {
    setShown(password);
    setDigits('');
    setIsSetting(false);
  });
  return (
    <Panel title={t('customers.service_password')}>
      <div className="stack g8">
        <RefusalNotice error={error} />
        {data !== undefined && (
          <p className="row g4 wrap">
            <span className="t2">{data.isSet ? (data.setAt === null ? t('customers.service_password_set') : t('customers.service_password_since', { date: format.date(data.setAt) })) : t('customers.service_password_none')}</span>
            {data.lockedUntil !== null && <Tag tone="danger">{t('customers.service_password_locked', { until: format.dateTime(data.lockedUntil) })}</Tag>}
            {data.lockedUntil === null && data.wrongTries > 0 && <Tag tone="warn">{t('customers.service_password_tries', { count: data.wrongTries })}</Tag>}
          </p>
        )}
        {shown !== undefined && (
          <Notice tone="ok" title={t('customers.service_password_new')} action={<Button size="small" onClick={() => setShown(undefined)}>{t('customers.service_password_told')}</Button>}>
            <b className="num service-digits">{shown}</b> {t('customers.service_password_once')}
          </Notice>
        )}
        {isSetting && (
          <form
            className="stack g8"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              act.mutate({ act: 'set', password: digits });
            }}
          >
            <Field label={t('customers.service_password_digits')}>
              <PasswordInput inputMode="numeric" autoComplete="off" autoFocus value={digits} maxLength={10} onChange={setDigits} />
            </Field>
            <div className="row">
              <Button type="submit" busy={act.isPending} disabled={!/^\d{4,10}$/.test(digits)}>
                {t('customers.service_password_save')}
              </Button>
              <Button look="quiet" onClick={() => setIsSetting(false)}>
                {t('ui.cancel')}
              </Button>
            </div>
          </form>
        )}
        <RefusalNotice error={act.error} />
        {mayWrite && !isSetting && (
          <div className="row wrap g4">
            <Button size="small" icon={KeyRound} onClick={() => setIsSetting(true)}>
              {t('customers.service_password_set_act')}
            </Button>
            <Button size="small" icon={RefreshCw} busy={act.isPending} onClick={() => act.mutate({ act: 'reset' })}>
              {t('customers.service_password_reset')}
            </Button>
            {data !== undefined && (data.lockedUntil !== null || data.wrongTries > 0) && (
              <Button size="small" icon={LockOpen} onClick={() => act.mutate({ act: 'unlock' })}>
                {t('customers.service_password_unlock')}
              </Button>
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}
