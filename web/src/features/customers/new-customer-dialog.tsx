import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, CustomerKind } from '../../api/customer-types';
import { isRefusal } from '../../api/refusal';
import { RefusalNotice } from '../../api/refusal-notice';
import { Segmented } from '../../ui/actions/segmented';
import { Field } from '../../ui/fields/field';
import { Select } from '../../ui/fields/select';
import { TextArea } from '../../ui/fields/text-area';
import { TextInput } from '../../ui/fields/text-input';
import { Dialog } from '../../ui/overlays/dialog';
import { toast } from '../../ui/overlays/toasts';
import { languageNames, languages, useLanguage } from '../../ui/text/language';
import { useFormat } from '../../ui/text/use-format';
import { useCreateCustomer, type CustomerDraft } from './use-customers';

const kinds: readonly CustomerKind[] = ['individual', 'corporate', 'prospect'];

/** A new customer with what one asks first; the rest is added on the card. */
export function NewCustomerDialog({ onClose, onCreated }: { onClose: () => void; onCreated: (customer: Customer) => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const [draft, setDraft] = useState<CustomerDraft>({ kind: 'individual', firstName: '', lastName: '', company: '', language, phone: '', email: '', address: '', city: '', note: '' });
  const create = useCreateCustomer(({ customer, warnings }) => {
    for (const warning of warnings) {
      toast({ kind: 'info', title: t('customers.phone_also_used', { phone: format.phone(warning.phone), names: warning.customers.map((other) => other.name).join(', ') }) });
    }
    onCreated(customer);
  });
  const set = (change: Partial<CustomerDraft>): void => setDraft({ ...draft, ...change });
  const errorOf = (field: string): string | undefined => (isRefusal(create.error) ? create.error.fieldErrors(field) : undefined);
  const isCompany = draft.kind === 'corporate';
  const isNamed = isCompany ? draft.company.trim() !== '' : draft.firstName.trim() !== '' || draft.lastName.trim() !== '' || draft.company.trim() !== '';

  return (
    <Dialog title={t('customers.new')} confirmLabel={t('customers.save')} busy={create.isPending} disabled={!isNamed} refusal={<RefusalNotice error={create.error} />} onConfirm={() => create.mutate(draft)} onClose={onClose}>
      <div className="stack g8">
        <Field label={t('customers.kind')} group>
          <Segmented full label={t('customers.kind')} value={draft.kind} options={kinds.map((value) => ({ value, label: t(`customers.kind.${value}`) }))} onChange={(kind) => set({ kind })} />
        </Field>
        {draft.kind !== 'individual' && (
          <Field label={t('customers.company')} required={isCompany} error={errorOf('company')}>
            <TextInput value={draft.company} maxLength={200} onChange={(company) => set({ company })} />
          </Field>
        )}
        {!isCompany && (
          <div className="two">
            <Field label={t('customers.first_name')} error={errorOf('firstName')}>
              <TextInput value={draft.firstName} maxLength={100} onChange={(firstName) => set({ firstName })} />
            </Field>
            <Field label={t('customers.last_name')} error={errorOf('lastName')}>
              <TextInput value={draft.lastName} maxLength={100} onChange={(lastName) => set({ lastName })} />
            </Field>
          </div>
        )}
        <div className="two">
          <Field label={t('customers.phone')} error={errorOf('phones')}>
            <TextInput type="tel" value={draft.phone} maxLength={40} onChange={(phone) => set({ phone })} />
          </Field>
          <Field label={t('customers.email')} error={errorOf('emails')}>
            <TextInput type="email" value={draft.email} maxLength={254} onChange={(email) => set({ email })} />
          </Field>
          <Field label={t('customers.city')}>
            <TextInput value={draft.city} maxLength={100} onChange={(city) => set({ city })} />
          </Field>
          <Field label={t('customers.language')}>
            <Select value={draft.language} options={languages.map((code) => ({ value: code as string, label: languageNames[code] }))} onChange={(next) => set({ language: next ?? draft.language })} />
          </Field>
        </div>
        <Field label={t('customers.note')}>
          <TextArea rows={2} value={draft.note} maxLength={4000} onChange={(note) => set({ note })} />
        </Field>
      </div>
    </Dialog>
  );
}
