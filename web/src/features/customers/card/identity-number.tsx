import { Eye } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import type { Customer } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import { useRefusalText } from '../../../api/refusal-notice';
import { IconButton } from '../../../ui/actions/icon-button';
import { toast } from '../../../ui/overlays/toasts';

/** Masked; who may read it asks for it, which the server writes down. It is kept no longer than the page. */
export function IdentityNumber({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation();
  const mayRead = useCan('customers.identity');
  const text = useRefusalText();
  const [whole, setWhole] = useState<string>();
  const show = (): void => {
    send<{ identityNumber: string | null }>('GET', `/api/customers/${customer.id}/identity-number`).then(
      (answer) => setWhole(answer.identityNumber ?? ''),
      (error: unknown) => toast({ kind: 'error', title: t('customers.identity_show'), detail: text(error) }),
    );
  };
  return (
    <span className="row g4">
      <span className="num">{whole ?? customer.identityNumberMasked}</span>
      {mayRead && whole === undefined && <IconButton look="quiet" size="small" icon={Eye} label={t('customers.identity_show')} onClick={show} />}
    </span>
  );
}
