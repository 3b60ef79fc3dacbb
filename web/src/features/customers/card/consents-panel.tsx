import { Check, Plus, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consent, ConsentChannel, ConsentKind, Customer } from '../../../api/customer-types';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Segmented } from '../../../ui/actions/segmented';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { Panel } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';
import { useConsents, useDeclare } from './use-card';

const kinds: readonly ConsentKind[] = ['marketing', 'profiling', 'dataSharing', 'callRecording'];
const channels: readonly ConsentChannel[] = ['any', 'phone', 'sms', 'email', 'post'];

/** What the customer agreed to; the last word of each kind and channel holds, those before it are kept. */
export function ConsentsPanel({ customer }: { customer: Customer }): ReactElement {
  const { t } = useTranslation();
  const mayWrite = useCan('customers.write') && customer.erasedAt == null;
  const { data, error } = useConsents(customer.id);
  const [isOpen, setIsOpen] = useState(false);
  const [all, setAll] = useState(false);
  const rows = (data ?? []).filter((row) => all || row.isCurrent);
  return (
    <Panel title={t('customers.consents')} aside={mayWrite && !isOpen && <IconButton look="quiet" size="small" icon={Plus} label={t('customers.consent_new')} onClick={() => setIsOpen(true)} />}>
      {data === undefined ? error === null ? <Skeleton lines={2} /> : <RefusalNotice error={error} /> : rows.length === 0 && !isOpen ? <p className="t2">{t('customers.consents_none')}</p> : null}
      <ul className="stack g4">
        {rows.map((row) => (
          <ConsentLine key={row.id} row={row} />
        ))}
      </ul>
      {(data ?? []).some((row) => !row.isCurrent) && (
        <Button look="quiet" size="small" onClick={() => setAll(!all)}>
          {t(all ? 'customers.consents_current' : 'customers.consents_history')}
        </Button>
      )}
      {isOpen && <ConsentForm customer={customer} lastVersion={data?.[0]?.textVersion ?? ''} onDone={() => setIsOpen(false)} />}
    </Panel>
  );
}

function ConsentLine({ row }: { row: Consent }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className="row">
      <span className="grow">
        <span className={row.isCurrent ? undefined : 't2'}>{`${t(`customers.consent_kind.${row.kind}`)} · ${t(`customers.consent_channel.${row.channel}`)}`}</span>
        <span className="s t2 customer-line">{[format.date(row.at), row.by, t('customers.consent_text', { version: row.textVersion })].filter(Boolean).join(' · ')}</span>
      </span>
      <Tag tone={row.isGiven && row.isCurrent ? 'ok' : 'neutral'} icon={row.isGiven ? Check : X}>
        {t(row.isGiven ? 'customers.consent_given' : 'customers.consent_withdrawn')}
      </Tag>
    </li>
  );
}

function ConsentForm({ customer, lastVersion, onDone }: { customer: Customer; lastVersion: string; onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [kind, setKind] = useState<ConsentKind>('marketing');
  const [channel, setChannel] = useState<ConsentChannel>('phone');
  const [isGiven, setIsGiven] = useState<'given' | 'withdrawn'>('given');
  const [textVersion, setTextVersion] = useState(lastVersion);
  const declare = useDeclare(customer.id, onDone);
  return (
    <form
      className="stack g8 customer-group"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (textVersion.trim() !== '') {
          declare.mutate({ kind, channel, isGiven: isGiven === 'given', textVersion: textVersion.trim() });
        }
      }}
    >
      <div className="two">
        <Field label={t('customers.consent_kind')}>
          <Select value={kind} options={kinds.map((value) => ({ value, label: t(`customers.consent_kind.${value}`) }))} onChange={(next) => setKind(next ?? kind)} />
        </Field>
        <Field label={t('customers.consent_channel')}>
          <Select value={channel} options={channels.map((value) => ({ value, label: t(`customers.consent_channel.${value}`) }))} onChange={(next) => setChannel(next ?? channel)} />
        </Field>
      </div>
      <Segmented full label={t('customers.consent_says')} value={isGiven} options={[{ value: 'given', label: t('customers.consent_given') }, { value: 'withdrawn', label: t('customers.consent_withdrawn') }]} onChange={setIsGiven} />
      <Field label={t('customers.consent_version')} hint={t('customers.consent_version_hint')}>
        <TextInput value={textVersion} maxLength={40} onChange={setTextVersion} />
      </Field>
      <RefusalNotice error={declare.error} />
      <div className="row">
        <Button type="submit" busy={declare.isPending} disabled={textVersion.trim() === ''}>
          {t('customers.consent_save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
