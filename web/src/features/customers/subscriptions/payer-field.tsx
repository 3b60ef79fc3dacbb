import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import type { Customer, CustomerRow, CustomerSummary } from '../../../api/customer-types';
import type { Page } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { TextInput } from '../../../ui/fields/text-input';

/** Who is billed: the customer himself, or another found by name or number. */
export function PayerField({ customer, payer, onChange }: { customer: Customer; payer: CustomerSummary | null; onChange: (payer: CustomerSummary | null) => void }): ReactElement {
  const { t } = useTranslation();
  const [isOther, setIsOther] = useState(false);
  const [typed, setTyped] = useState('');
  const asked = useDeferredValue(typed.trim());
  const { data } = useQuery({
    queryKey: ['customers', 'find', 'payer', asked],
    queryFn: () => send<Page<CustomerRow>>('GET', `/api/customers?${new URLSearchParams({ q: asked, take: '6' })}`),
    enabled: isOther && asked.length > 1,
  });
  if (!isOther) {
    const shown = payer ?? customer;
    return (
      <div className="row">
        <span className="grow cut">
          {shown.name} <span className="t2 num">{shown.number}</span>
        </span>
        <Button size="small" onClick={() => setIsOther(true)}>
          {t('customers.payer_other')}
        </Button>
        {payer !== null && payer.id !== customer.id && (
          <Button look="quiet" size="small" onClick={() => onChange(null)}>
            {t('customers.payer_self')}
          </Button>
        )}
      </div>
    );
  }
  return (
    <div className="stack g4">
      <TextInput icon={Search} autoFocus value={typed} maxLength={100} onChange={setTyped} onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          setIsOther(false);
        }
      }} />
      <ul className="payer-found" aria-live="polite">
        {asked.length > 1 &&
          (data?.items ?? []).map((row) => (
            <li key={row.id}>
              <Button
                look="quiet"
                size="small"
                onClick={() => {
                  onChange({ id: row.id, number: row.number, name: row.name, kind: row.kind, language: row.language, contactName: null });
                  setIsOther(false);
                  setTyped('');
                }}
              >
                {row.name} · {row.number}
              </Button>
            </li>
          ))}
      </ul>
    </div>
  );
}
