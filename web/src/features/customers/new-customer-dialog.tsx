import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, CustomerKind } from '../../api/customer-types';
import { isRefusal } from '../../api/refusal';
import { Segmented } from '../../ui/actions/segmented';
import { Field } from '../../ui/fields/field';
import { Select } from '../../ui/fields/select';
import { TextArea } from '../../ui/fields/text-area';
import { TextInput } from '../../ui/fields/text-input';
import { Dialog } from '../../ui/overlays/dialog';
import { toast } from '../../ui/overlays/toasts';
import { languageNames, languages, useLanguage } from '../../ui/text/language';
import { useFormat } from '../../ui/text/use-format';
import { CustomerRefusal } from './edit/customer-refusal';
import { countryOf, emptyDraft, isNamed, type CustomerDraft } from './edit/customer-draft';
import { NationalNumbers } from './edit/national-numbers';
import { LookAlikeList } from './look-alikes/look-alike-list';
import { useLookAlikes } from './look-alikes/use-look-alikes';
import { pressKey } from './press-key';
import { useCreateCustomer } from './use-customers';

const kinds: readonly CustomerKind[] = ['individual', 'corporate', 'prospect'];

/** A new customer with what one asks first; the rest is added on the card. Who is already there is shown while typing. */
export function NewCustomerDialog({ onClose, onCreated, phone = '' }: { onClose: () => void; onCreated: (customer: Customer) => void; /** The number that calls. */ phone?: string }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const language = useLanguage();
  const key = useRef(pressKey());
  const [draft, setDraft] = useState<CustomerDraft>(() => ({ ...emptyDraft(language), phones: [{ number: phone, kind: 'mobile', isPrimary: true }] }));
  const found = useLookAlikes(draft);
  const create = useCreateCustomer(({ customer, warnings }) => {
    for (const warning of warnings) {
      toast({ kind: 'info', title: t('customers.phone_also_used', { phone: format.phone(warning.phone), names: warning.customers.map((other) => other.name).join(', ') }) });
    }
    onCreated(customer);
  });
  const set = (change: Partial<CustomerDraft>): void => {
    // What is sent after a refusal is another click.
    key.current = pressKey();
    setDraft({ ...draft, ...change });
  };
  const errorOf = (field: string): string | undefined => (isRefusal(create.error) ? create.error.fieldErrors(field) : undefined);
  const isCompany = draft.kind === 'corporate';
  const number = draft.phones[0]?.number ?? '';
  const address = draft.addresses.main;

  return (
    <Dialog title={t('customers.new')} confirmLabel={t('customers.save')} busy={create.isPending} disabled={!isNamed(draft)} refusal={<CustomerRefusal error={create.error} />} onConfirm={() => create.mutate({ draft, key: key.current })} onClose={onClose}>
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
            <Field label={t('customers.first_name')} required={draft.kind === 'individual'} error={errorOf('firstName')}>
              <TextInput value={draft.firstName} maxLength={100} onChange={(firstName) => set({ firstName })} />
            </Field>
            <Field label={t('customers.last_name')} required={draft.kind === 'individual'} error={errorOf('lastName')}>
              <TextInput value={draft.lastName} maxLength={100} onChange={(lastName) => set({ lastName })} />
            </Field>
          </div>
        )}
        <div className="two">
          <Field label={t('customers.phone')} error={errorOf('phones')}>
            <TextInput type="tel" value={number} maxLength={40} onChange={(next) => set({ phones: [{ number: next, kind: isCompany ? 'work' : 'mobile', isPrimary: true }] })} />
          </Field>
          <Field label={t('customers.email')} error={errorOf('emails')}>
            <TextInput type="email" value={draft.emails[0] ?? ''} maxLength={254} onChange={(email) => set({ emails: [email] })} />
          </Field>
          <Field label={t('customers.language')}>
            <Select value={draft.language} options={languages.map((code) => ({ value: code as string, label: languageNames[code] }))} onChange={(next) => set({ language: next ?? draft.language, country: countryOf(next ?? draft.language) })} />
          </Field>
          <Field label={t('customers.city')}>
            <TextInput value={address.city} maxLength={100} onChange={(city) => set({ addresses: { ...draft.addresses, main: { ...address, city } } })} />
          </Field>
          <NationalNumbers draft={draft} onChange={set} />
        </div>
        <Field label={t('customers.note')}>
          <TextArea rows={2} value={draft.note} maxLength={4000} onChange={(note) => set({ note })} />
        </Field>
        <LookAlikeList found={found} onOpen={onClose} />
      </div>
    </Dialog>
  );
}
