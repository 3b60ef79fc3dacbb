import { Copy } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, CustomerKind } from '../../../api/customer-types';
import { isRefusal } from '../../../api/refusal';
import { Button } from '../../../ui/actions/button';
import { Segmented } from '../../../ui/actions/segmented';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Notice } from '../../../ui/layout/notice';
import { Panel } from '../../../ui/layout/panel';
import { toast } from '../../../ui/overlays/toasts';
import { languageNames, languages } from '../../../ui/text/language';
import { useFormat } from '../../../ui/text/use-format';
import { LookAlikeList } from '../look-alikes/look-alike-list';
import { useLookAlikes } from '../look-alikes/use-look-alikes';
import { pressKey } from '../press-key';
import { useChangeCustomer, useCreateCustomer, type Warned } from '../use-customers';
import { useOffer } from '../use-offer';
import { AddressFields } from './address-fields';
import { ContactRows } from './contact-rows';
import { draftOf, isNamed, type CustomerDraft } from './customer-draft';
import { CustomerRefusal } from './customer-refusal';
import { NationalNumbers } from './national-numbers';
import { EmailRows, PhoneRows } from './reach-rows';

/** The customer written in place. "Save as new" leaves this one as he was and makes another from what stands here. */
export function CustomerEditor({ customer, onDone, onNew }: { customer: Customer; onDone: () => void; onNew: (made: Customer) => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const [draft, setDraft] = useState<CustomerDraft>(() => draftOf(customer, format.phone));
  const [version, setVersion] = useState(customer.version);
  const key = useRef(pressKey());
  const methods = useOffer('contact_methods', customer.preferredMethod);
  const found = useLookAlikes(draft, customer.id);
  const warn = ({ warnings }: Warned): void =>
    warnings.forEach((warning) => toast({ kind: 'info', title: t('customers.phone_also_used', { phone: format.phone(warning.phone), names: warning.customers.map((other) => other.name).join(', ') }) }));
  const change = useChangeCustomer(customer.id, (answer) => {
    warn(answer);
    onDone();
  });
  const create = useCreateCustomer((answer) => {
    warn(answer);
    onNew(answer.customer);
  });
  const set = (next: Partial<CustomerDraft>): void => {
    key.current = pressKey();
    setDraft({ ...draft, ...next });
  };
  const save = (): void => {
    if (isNamed(draft) && !change.isPending) {
      change.mutate({ draft, version });
    }
  };
  const isBusy = change.isPending || create.isPending;
  const current = isRefusal(change.error, 'record.changed_meanwhile') ? (change.error.problem.current as Customer) : undefined;
  useShortcuts([
    { key: 'ctrl+enter', run: save },
    { key: 'escape', run: onDone },
  ]);

  return (
    <Panel title={t('customers.edit')}>
      <form
        className="stack g8 customer-editor"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {customer.kind === 'prospect' && (
          <Field label={t('customers.kind')} group hint={draft.kind === 'prospect' ? undefined : t('customers.promotes', { number: customer.number })}>
            <Segmented label={t('customers.kind')} value={draft.kind} options={(['prospect', 'individual', 'corporate'] as CustomerKind[]).map((value) => ({ value, label: t(`customers.kind.${value}`) }))} onChange={(kind) => set({ kind })} />
          </Field>
        )}
        <div className="customer-fields">
          {draft.kind !== 'individual' && (
            <Field label={t('customers.company')} required={draft.kind === 'corporate'} className="wide">
              <TextInput value={draft.company} maxLength={200} onChange={(company) => set({ company })} />
            </Field>
          )}
          {draft.kind !== 'corporate' && (
            <>
              <Field label={t('customers.first_name')}>
                <TextInput value={draft.firstName} maxLength={100} onChange={(firstName) => set({ firstName })} />
              </Field>
              <Field label={t('customers.last_name')}>
                <TextInput value={draft.lastName} maxLength={100} onChange={(lastName) => set({ lastName })} />
              </Field>
            </>
          )}
          <Field label={t('customers.language')}>
            <Select value={draft.language} options={languages.map((code) => ({ value: code as string, label: languageNames[code] }))} onChange={(language) => set({ language: language ?? draft.language })} />
          </Field>
          <Field label={t('customers.country')}>
            <TextInput value={draft.country} maxLength={2} onChange={(country) => set({ country: country.toLocaleUpperCase('en') })} />
          </Field>
          <NationalNumbers draft={draft} onChange={set} masked={customer.identityNumberMasked} />
          {draft.kind !== 'individual' && draft.country === 'TR' && (
            <Field label={t('customers.tax_office')}>
              <TextInput value={draft.taxOffice} maxLength={100} onChange={(taxOffice) => set({ taxOffice })} />
            </Field>
          )}
          <Field label={t('customers.preferred_method')}>
            <Select value={draft.preferredMethodId} options={methods} clearable onChange={(preferredMethodId) => set({ preferredMethodId })} />
          </Field>
        </div>
        <div className="row wrap g16">
          <Checkbox label={t('customers.only_preferred')} checked={draft.onlyPreferred && draft.preferredMethodId !== null} disabled={draft.preferredMethodId === null} onChange={(onlyPreferred) => set({ onlyPreferred })} />
          <Checkbox label={t('customers.is_buyer')} checked={draft.isBuyer} onChange={(isBuyer) => set({ isBuyer })} />
          <Checkbox label={t('customers.is_seller')} checked={draft.isSeller} onChange={(isSeller) => set({ isSeller })} />
        </div>
        <div className="customer-pairs">
          <PhoneRows phones={draft.phones} onChange={(phones) => set({ phones })} />
          <EmailRows emails={draft.emails} onChange={(emails) => set({ emails })} />
          <AddressFields title={t('customers.address_kind.main')} place={draft.addresses.main} onChange={(main) => set({ addresses: { ...draft.addresses, main } })} />
          <AddressFields
            title={t('customers.address_kind.work')}
            place={draft.addresses.work}
            onChange={(work) => set({ addresses: { ...draft.addresses, work } })}
            aside={
              <Button look="quiet" size="small" icon={Copy} onClick={() => set({ addresses: { ...draft.addresses, work: draft.addresses.main } })}>
                {t('customers.copy_to_work')}
              </Button>
            }
          />
        </div>
        {draft.kind !== 'individual' && <ContactRows contacts={draft.contacts} onChange={(contacts) => set({ contacts })} />}
        <Field label={t('customers.note')}>
          <TextArea rows={2} value={draft.note} maxLength={4000} onChange={(note) => set({ note })} />
        </Field>
        <LookAlikeList found={found.filter((one) => one.certainty === 'certain')} />
        {current === undefined ? (
          <CustomerRefusal error={change.error ?? create.error} />
        ) : (
          <Notice
            tone="warn"
            title={t('customers.changed_meanwhile')}
            action={
              <span className="row g4">
                <Button onClick={() => setVersion(current.version)} disabled={version === current.version}>
                  {t('customers.keep_mine')}
                </Button>
                <Button
                  onClick={() => {
                    setDraft(draftOf(current, format.phone));
                    setVersion(current.version);
                    change.reset();
                  }}
                >
                  {t('customers.take_theirs')}
                </Button>
              </span>
            }
          >
            {version === current.version ? t('customers.save_again') : t('customers.stored_now', { name: current.name })}
          </Notice>
        )}
        <div className="row wrap customer-acts">
          <Button look="primary" type="submit" keys="ctrl+enter" busy={change.isPending} disabled={!isNamed(draft) || isBusy}>
            {t('customers.save_changes')}
          </Button>
          <Button busy={create.isPending} disabled={!isNamed(draft) || isBusy} title={t('customers.save_as_new_hint')} onClick={() => create.mutate({ draft: asNew(draft), key: key.current })}>
            {t('customers.save_as_new')}
          </Button>
          <Button look="quiet" keys="escape" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

/** Another customer: the contacts are new people, and numbers that only one may have are not taken along. */
function asNew(draft: CustomerDraft): CustomerDraft {
  return { ...draft, taxNumber: '', contacts: draft.contacts.map((contact) => ({ ...contact, id: null })) };
}
