import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '../../../api/customer-types';
import { useOffer } from '../../../api/offer';
import { RefusalNotice } from '../../../api/refusal-notice';
import type { Interaction } from '../../../api/request-types';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextArea } from '../../../ui/fields/text-area';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { useNames } from '../../../ui/text/names';
import { CustomerField } from '../record/customer-field';
import { useClassify, useRecordInteraction } from './use-interactions';

const channels = ['email', 'fax', 'letter', 'visit', 'sms', 'web', 'phone'] as const;

/** A contact as somebody writes it down, or what a call was about. Without a category it is not saved (W-D01). */
export function InteractionDialog({ interaction, onClose }: { /** Null for a new one. */ interaction: Interaction | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const offer = useOffer(interaction?.unit);
  const record = useRecordInteraction();
  const classify = useClassify(interaction?.id ?? '');
  const [categoryId, setCategoryId] = useState<string | null>(interaction?.category?.id ?? null);
  const [methodId, setMethodId] = useState<string | null>(interaction?.method?.id ?? null);
  const [channel, setChannel] = useState<string>('email');
  const [customer, setCustomer] = useState<CustomerSummary | null>(null);
  const [text, setText] = useState(interaction?.text ?? '');
  const options = (table: string): { value: string; label: string }[] => offer.rows(table).map((row) => ({ value: row.id, label: names(row.names) }));
  const saved = {
    onSuccess: (contact: Interaction) => {
      toast({ title: t('interactions.saved'), ...(interaction === null && contact.automaticAnswer !== '' ? { detail: t('interactions.answered_by_itself') } : {}) });
      onClose();
    },
  };
  const save = (): void => (interaction === null ? record.mutate({ categoryId, methodId, channel, customerId: customer?.id ?? null, text }, saved) : classify.mutate({ categoryId, methodId, text }, saved));

  return (
    <Dialog
      title={t(interaction === null ? 'interactions.new' : 'interactions.classify')}
      confirmLabel={t('interactions.save')}
      busy={record.isPending || classify.isPending}
      disabled={categoryId === null}
      refusal={<RefusalNotice error={record.error ?? classify.error} />}
      onConfirm={save}
      onClose={onClose}
    >
      <div className="stack g8">
        <Field label={t('interactions.category')} required>
          <Select value={categoryId} options={options('interaction_categories')} onChange={setCategoryId} />
        </Field>
        <Field label={t('interactions.method')}>
          <Select clearable value={methodId} options={options('contact_methods')} onChange={setMethodId} />
        </Field>
        {interaction === null && (
          <>
            <Field label={t('interactions.channel')}>
              <Select value={channel} options={channels.map((one) => ({ value: one, label: t(`requests.channel.${one}`) }))} onChange={(next) => setChannel(next ?? 'email')} />
            </Field>
            <Field label={t('requests.customer')}>
              <CustomerField value={customer} readOnly={false} onChange={setCustomer} />
            </Field>
          </>
        )}
        <Field label={t('interactions.text')}>
          <TextArea rows={3} value={text} maxLength={8000} onChange={setText} />
        </Field>
        {interaction !== null && interaction.automaticAnswer !== '' && (
          <section aria-label={t('interactions.automatic_answer')}>
            <h3 className="t2 s">{t('interactions.automatic_answer')}</h3>
            <p className="contact-answer">{interaction.automaticAnswer}</p>
          </section>
        )}
      </div>
    </Dialog>
  );
}
