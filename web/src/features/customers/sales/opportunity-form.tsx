import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Field } from '../../../ui/fields/field';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { toast } from '../../../ui/overlays/toasts';
import { pressKey } from '../press-key';
import { minorOf } from '../subscriptions/use-subscriptions';
import { useOpenOpportunity, type SaleSource } from './use-sales';

/** A chance of a sale in three fields (P-02). */
export function OpportunityForm({ customerId, currency, source, onDone }: { customerId: string; currency: string; source: SaleSource; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const key = useRef(pressKey());
  const [subject, setSubject] = useState('');
  const [amount, setAmount] = useState('');
  const [note, setNote] = useState('');
  const open = useOpenOpportunity((made) => {
    toast({ title: t('customers.opportunity_made', { number: made.number }) });
    onDone();
  });
  const minor = amount.trim() === '' ? null : minorOf(amount);
  const isReady = subject.trim() !== '' && minor !== undefined;
  const save = (): void => {
    if (isReady && !open.isPending) {
      open.mutate({ asked: { customerId, subject: subject.trim(), note: note.trim() === '' ? null : note.trim(), amount: minor === null ? null : { minor, currency }, ...source }, key: key.current });
    }
  };
  useShortcuts([
    { key: 'ctrl+enter', run: save },
    { key: 'escape', run: onDone },
  ]);
  const typed = (set: (text: string) => void) => (text: string) => {
    key.current = pressKey();
    set(text);
  };
  return (
    <form
      className="panel-body stack g8"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Field label={t('customers.opportunity_subject')} required>
        <TextInput autoFocus value={subject} maxLength={200} onChange={typed(setSubject)} />
      </Field>
      <Field label={t('customers.amount')} error={minor === undefined ? t('customers.price_unreadable') : undefined}>
        <TextInput inputMode="decimal" value={amount} maxLength={20} after={<span className="s t2">{currency}</span>} onChange={typed(setAmount)} />
      </Field>
      <Field label={t('customers.note')}>
        <TextArea rows={2} value={note} maxLength={4000} onChange={typed(setNote)} />
      </Field>
      <RefusalNotice error={open.error} />
      <div className="row">
        <Button type="submit" keys="ctrl+enter" busy={open.isPending} disabled={!isReady}>
          {t('customers.opportunity_save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
