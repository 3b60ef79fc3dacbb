import { Building2, User, X } from 'lucide-react';
import { useDeferredValue, useId, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '../../../api/customer-types';
import { IconButton } from '../../../ui/actions/icon-button';
import { TextInput } from '../../../ui/fields/text-input';
import { useFindCustomers } from './use-customers';

/** One customer, found by name, number or phone while typing. Arrows move, Enter takes. */
export function CustomerField({ value, onChange, readOnly }: { value: CustomerSummary | null; onChange: (customer: CustomerSummary | null) => void; readOnly: boolean }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [isOpen, setIsOpen] = useState(false);
  const asked = useDeferredValue(typed.trim());
  const { data: found, isFetching, isPlaceholderData } = useFindCustomers(asked);
  // Enter must not take a customer that the words before have found.
  const isOld = isPlaceholderData || asked !== typed.trim();
  const rows = asked.length > 1 && !isOld ? (found ?? []) : [];

  const take = (customer: CustomerSummary): void => {
    onChange(customer);
    setTyped('');
    setIsOpen(false);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      setAt((at + step + rows.length) % rows.length);
    } else if (event.key === 'Enter' && isOpen && rows[at] !== undefined) {
      event.preventDefault();
      take(rows[at]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setIsOpen(false);
    }
  };

  if (value !== null) {
    const Icon = value.kind === 'corporate' ? Building2 : User;
    return (
      <TextInput
        icon={Icon}
        readOnly
        value={`${value.name} · ${value.number}`}
        onChange={() => undefined}
        after={readOnly ? undefined : <IconButton look="quiet" size="small" icon={X} label={t('requests.customer_remove')} onClick={() => onChange(null)} />}
      />
    );
  }

  const isListed = isOpen && asked.length > 1;
  return (
    <div className="finder">
      <TextInput
        icon={User}
        role="combobox"
        autoComplete="off"
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-activedescendant={isListed && rows[at] !== undefined ? `${id}-${rows[at].id}` : undefined}
        value={typed}
        readOnly={readOnly}
        placeholder={readOnly ? undefined : t('customers.search')}
        onChange={(text) => {
          setTyped(text);
          setAt(0);
          setIsOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      />
      {isListed && (
        <ul className="pop finder-list" role="listbox" id={`${id}-list`} aria-label={t('requests.customer')}>
          {rows.map((customer, index) => (
            <li
              key={customer.id}
              id={`${id}-${customer.id}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => take(customer)}
            >
              <span className="cut">{customer.name}</span>
              <span className="t3 s">{customer.number}</span>
              <span className="t3 s">{t(`customers.kind.${customer.kind}`)}</span>
            </li>
          ))}
          {rows.length === 0 && <li className="t2" role="option" aria-selected="false" aria-disabled="true">{isFetching || isOld ? t('requests.customer_searching') : t('requests.customer_no_match', { text: asked })}</li>}
        </ul>
      )}
    </div>
  );
}
