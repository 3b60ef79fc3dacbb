import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, CustomerContact } from '../../../api/customer-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { useErase } from './use-card';

/** The one act that nothing brings back: it says what goes, what stays, and wants the customer's number typed. */
export function EraseDialog({ customer, contact, onClose }: { customer: Customer; contact?: CustomerContact | undefined; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  const erase = useErase(customer.id, () => {
    toast({ title: t('customers.erased') });
    onClose();
  });
  return (
    <Dialog
      title={t('customers.erase_question', { name: contact?.name ?? customer.name })}
      confirmLabel={t('customers.erase')}
      danger
      busy={erase.isPending}
      disabled={number.trim() !== customer.number}
      refusal={<RefusalNotice error={erase.error} />}
      onConfirm={() => erase.mutate({ number: number.trim(), contactId: contact?.id ?? null })}
      onClose={onClose}
    >
      <div className="stack g8">
        <p>{t('customers.erase_goes')}</p>
        <p className="t2">{t('customers.erase_stays')}</p>
        <Field label={t('customers.erase_type', { number: customer.number })}>
          <TextInput inputMode="numeric" autoComplete="off" autoFocus value={number} maxLength={20} onChange={setNumber} />
        </Field>
      </div>
    </Dialog>
  );
}
