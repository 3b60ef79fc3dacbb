import { UserX } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import { IconButton } from '../../../ui/actions/icon-button';
import { Panel } from '../../../ui/layout/panel';
import { Avatar } from '../../../ui/marks/avatar';
import { useFormat } from '../../../ui/text/use-format';
import { EraseDialog } from './erase-dialog';

/** The people who speak for the account. */
export function ContactsPanel({ customer }: { customer: Customer }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  const mayErase = useCan('customers.erase');
  const [erasing, setErasing] = useState<string>();
  if (customer.contacts.length === 0) {
    return null;
  }
  return (
    <Panel title={t('customers.contacts')} flush>
      <ul className="customer-contacts">
        {customer.contacts.map((contact) => (
          <li key={contact.id} className="row">
            <Avatar name={contact.name} decorative />
            <span className="grow">
              <b className="md">{contact.name}</b>
              {contact.title != null && <span className="s t2"> {contact.title}</span>}
              <span className="s t2 customer-line">{[...contact.phones.map((phone) => format.phone(phone.number)), contact.email].filter(Boolean).join(' · ')}</span>
            </span>
            {mayErase && <IconButton look="quiet" size="small" icon={UserX} label={t('customers.erase_contact', { name: contact.name })} onClick={() => setErasing(contact.id)} />}
          </li>
        ))}
      </ul>
      {erasing !== undefined && <EraseDialog customer={customer} contact={customer.contacts.find((contact) => contact.id === erasing)} onClose={() => setErasing(undefined)} />}
    </Panel>
  );
}
