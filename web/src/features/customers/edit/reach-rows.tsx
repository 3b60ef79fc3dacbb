import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneKind } from '../../../api/customer-types';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import type { PhoneDraft } from './customer-draft';

const kinds: readonly PhoneKind[] = ['mobile', 'home', 'work', 'other', 'fax'];

/** Numbers, the first the one to call; faxes among them. */
export function PhoneRows({ phones, onChange }: { phones: readonly PhoneDraft[]; onChange: (phones: PhoneDraft[]) => void }): ReactElement {
  const { t } = useTranslation();
  const change = (at: number, next: Partial<PhoneDraft>): void => onChange(phones.map((phone, index) => (index === at ? { ...phone, ...next } : phone)));
  return (
    <fieldset className="customer-group">
      <legend>{t('customers.phones')}</legend>
      {phones.map((phone, index) => (
        <div key={index} className="row customer-reach">
          <Select label={t('customers.phone_kind')} value={phone.kind} options={kinds.map((kind) => ({ value: kind, label: t(`customers.phone_kind.${kind}`) }))} onChange={(kind) => change(index, { kind: kind ?? phone.kind })} />
          <TextInput type="tel" aria-label={t('customers.phone_n', { n: index + 1 })} value={phone.number} maxLength={40} onChange={(number) => change(index, { number })} />
          <label className="row g4 s nowrap">
            <input type="radio" name="primary-phone" checked={phone.isPrimary} onChange={() => onChange(phones.map((other, at) => ({ ...other, isPrimary: at === index })))} />
            {t('customers.phone_primary')}
          </label>
          <IconButton look="quiet" size="small" icon={X} label={t('customers.phone_remove')} onClick={() => onChange(phones.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button look="quiet" size="small" icon={Plus} onClick={() => onChange([...phones, { number: '', kind: 'mobile', isPrimary: phones.length === 0 }])}>
        {t('customers.phone_add')}
      </Button>
    </fieldset>
  );
}

/** Mail addresses, the first the one to write to. */
export function EmailRows({ emails, onChange }: { emails: readonly string[]; onChange: (emails: string[]) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <fieldset className="customer-group">
      <legend>{t('customers.emails')}</legend>
      {emails.map((email, index) => (
        <div key={index} className="row customer-reach">
          <TextInput type="email" aria-label={t('customers.email_n', { n: index + 1 })} value={email} maxLength={254} onChange={(next) => onChange(emails.map((other, at) => (at === index ? next : other)))} />
          <IconButton look="quiet" size="small" icon={X} label={t('customers.email_remove')} onClick={() => onChange(emails.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button look="quiet" size="small" icon={Plus} onClick={() => onChange([...emails, ''])}>
        {t('customers.email_add')}
      </Button>
    </fieldset>
  );
}
