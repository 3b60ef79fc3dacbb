import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import type { CustomerDraft } from './customer-draft';

const known = (country: string): string => (country === 'TR' || country === 'SE' ? country : 'other');

/** Tax number and identity number, named as the customer's country names them. */
export function NationalNumbers({ draft, onChange, masked }: { draft: CustomerDraft; onChange: (change: Partial<CustomerDraft>) => void; masked?: string | null }): ReactElement {
  const { t } = useTranslation();
  const country = known(draft.country);
  return (
    <>
      {draft.kind !== 'individual' && (
        <Field label={t(`customers.tax_number.${country}`)}>
          <TextInput inputMode="numeric" value={draft.taxNumber} maxLength={30} onChange={(taxNumber) => onChange({ taxNumber })} />
        </Field>
      )}
      {draft.kind !== 'corporate' && (
        <Field label={t(`customers.identity_number.${country}`)} hint={masked == null ? undefined : t('customers.identity_kept', { number: masked })}>
          <TextInput inputMode="numeric" autoComplete="off" value={draft.identityNumber ?? ''} maxLength={30} onChange={(text) => onChange({ identityNumber: text === '' ? undefined : text })} />
        </Field>
      )}
    </>
  );
}
