import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import type { ContactDraft } from './customer-draft';

/** The people who speak for the account. */
export function ContactRows({ contacts, onChange }: { contacts: readonly ContactDraft[]; onChange: (contacts: ContactDraft[]) => void }): ReactElement {
  const { t } = useTranslation();
  const change = (at: number, next: Partial<ContactDraft>): void => onChange(contacts.map((contact, index) => (index === at ? { ...contact, ...next } : contact)));
  return (
    <fieldset className="customer-group">
      <legend>{t('customers.contacts')}</legend>
      {contacts.map((contact, index) => (
        <div key={contact.id ?? `new-${index}`} className="customer-contact-row" role="group" aria-label={contact.name === '' ? t('customers.contact') : contact.name}>
          <Field label={t('customers.contact_name')}>
            <TextInput value={contact.name} maxLength={200} onChange={(name) => change(index, { name })} />
          </Field>
          <Field label={t('customers.contact_title')}>
            <TextInput value={contact.title} maxLength={100} onChange={(title) => change(index, { title })} />
          </Field>
          <Field label={t('customers.phone')}>
            <TextInput type="tel" value={contact.phone} maxLength={120} onChange={(phone) => change(index, { phone })} />
          </Field>
          <Field label={t('customers.email')}>
            <TextInput type="email" value={contact.email} maxLength={254} onChange={(email) => change(index, { email })} />
          </Field>
          <IconButton look="quiet" icon={X} label={t('customers.contact_remove')} onClick={() => onChange(contacts.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button look="quiet" size="small" icon={Plus} onClick={() => onChange([...contacts, { id: null, name: '', title: '', email: '', phone: '' }])}>
        {t('customers.contact_add')}
      </Button>
    </fieldset>
  );
}
