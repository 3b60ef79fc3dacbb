import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, CustomerSummary, DefinitionName } from '../../../api/customer-types';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { AddressFields } from '../edit/address-fields';
import { useOffer } from '../use-offer';
import { PayerField } from './payer-field';
import { minorOf, type SubscriptionDraft } from './use-subscriptions';

const currencies = ['TRY', 'SEK', 'EUR', 'USD'];

export type SubscriptionFormProps = {
  customer: Customer;
  draft: SubscriptionDraft;
  onChange: (draft: SubscriptionDraft) => void;
  payer: CustomerSummary | null;
  onPayer: (payer: CustomerSummary | null) => void;
  category: DefinitionName | null;
  /** Units to choose from; none when it is already open. */
  units: readonly { value: string; label: string }[];
};

/** Everything of a subscription that is written. */
export function SubscriptionForm({ customer, draft, onChange, payer, onPayer, category, units }: SubscriptionFormProps): ReactElement {
  const { t } = useTranslation();
  const categories = useOffer('subscription_categories', category);
  const set = (next: Partial<SubscriptionDraft>): void => onChange({ ...draft, ...next });
  const line = (at: number, next: Partial<SubscriptionDraft['lines'][number]>): void => set({ lines: draft.lines.map((one, index) => (index === at ? { ...one, ...next } : one)) });

  return (
    <div className="stack g8">
      <div className="customer-fields">
        <Field label={t('customers.subject')} required className="wide">
          <TextInput value={draft.subject} maxLength={200} onChange={(subject) => set({ subject })} />
        </Field>
        {units.length > 1 && (
          <Field label={t('customers.unit')}>
            <Select value={draft.unit} options={units} onChange={(unit) => set({ unit })} />
          </Field>
        )}
        <Field label={t('customers.category')}>
          <Select value={draft.categoryId} options={categories} clearable onChange={(categoryId) => set({ categoryId })} />
        </Field>
        {customer.contacts.length > 0 && (
          <Field label={t('customers.contact')}>
            <Select value={draft.contactId} options={customer.contacts.map((contact) => ({ value: contact.id, label: contact.name }))} clearable onChange={(contactId) => set({ contactId })} />
          </Field>
        )}
        <Field label={t('customers.invoice_customer')} className="wide">
          <PayerField customer={customer} payer={payer} onChange={onPayer} />
        </Field>
        <Field label={t('customers.starts_on')} required>
          <DateField value={draft.startsOn === '' ? null : draft.startsOn} onChange={(startsOn) => set({ startsOn: startsOn ?? '' })} />
        </Field>
        <Field label={t('customers.ends_on')}>
          <DateField value={draft.endsOn} onChange={(endsOn) => set({ endsOn })} />
        </Field>
        <Field label={t('customers.special_code')}>
          <TextInput value={draft.specialCode} maxLength={50} onChange={(specialCode) => set({ specialCode })} />
        </Field>
        <Field label={t('customers.currency')}>
          <Select value={draft.currency} options={currencies.map((code) => ({ value: code, label: code }))} onChange={(currency) => set({ currency: currency ?? draft.currency })} />
        </Field>
      </div>
      <fieldset className="customer-group">
        <legend>{t('customers.plan')}</legend>
        {draft.lines.map((one, index) => (
          <div key={one.id ?? `new-${index}`} className="customer-plan-row">
            <Field label={t('customers.plan_name')}>
              <TextInput value={one.name} maxLength={200} onChange={(name) => line(index, { name })} />
            </Field>
            <Field label={t('customers.monthly')} error={one.price.trim() !== '' && minorOf(one.price) === undefined ? t('customers.price_unreadable') : undefined}>
              <TextInput inputMode="decimal" className="r" value={one.price} maxLength={20} after={<span className="s t2">{draft.currency}</span>} onChange={(price) => line(index, { price })} />
            </Field>
            <IconButton look="quiet" icon={X} label={t('customers.plan_remove')} onClick={() => set({ lines: draft.lines.filter((_, at) => at !== index) })} />
          </div>
        ))}
        <Button look="quiet" size="small" icon={Plus} onClick={() => set({ lines: [...draft.lines, { id: null, name: '', price: '' }] })}>
          {t('customers.plan_add')}
        </Button>
      </fieldset>
      <AddressFields title={t('customers.delivery_address')} place={draft.address} onChange={(address) => set({ address })} />
      <Field label={t('customers.description')}>
        <TextArea rows={2} value={draft.description} maxLength={4000} onChange={(description) => set({ description })} />
      </Field>
    </div>
  );
}
