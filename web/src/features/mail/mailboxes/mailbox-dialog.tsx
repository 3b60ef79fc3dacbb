import { PlugZap } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailbox, MailboxTried } from '../../../api/mail-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { Button } from '../../../ui/actions/button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { Notice } from '../../../ui/layout/notice';
import { Dialog } from '../../../ui/overlays/dialog';
import { useNames } from '../../../ui/text/names';
import { draftOf, planOf, type MailboxDraft } from './mailbox-draft';
import { ServerFields } from './server-fields';
import { SignInFields } from './sign-in-fields';
import { useSaveMailbox, useTestMailbox } from './use-mailboxes';

type MailboxDialogProps = { /** Null for a new one. */ mailbox: Mailbox | null; onClose: () => void; onDone: (mailbox: Mailbox) => void };

/** Sets a mailbox up or changes one; its servers can be tried before anything is saved. */
export function MailboxDialog({ mailbox, onClose, onDone }: MailboxDialogProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const units = useUnits();
  const [draft, setDraft] = useState<MailboxDraft>(() => draftOf(mailbox, ''));
  const save = useSaveMailbox(onDone);
  const test = useTestMailbox();
  const unit = draft.unit === '' ? (units[0]?.code ?? '') : draft.unit;
  const kept = { id: mailbox?.id ?? null, plan: planOf({ ...draft, unit }, mailbox?.version ?? 0) };
  const set = (change: Partial<MailboxDraft>): void => setDraft({ ...draft, ...change });
  const text = (value: string): string | null => (value === '' ? null : value);
  const offered = test.data?.imap.certificate ?? test.data?.smtp.certificate ?? null;

  return (
    <Dialog
      title={mailbox === null ? t('mail.mailbox_new') : t('mail.mailbox_edit', { name: mailbox.name })}
      confirmLabel={t('ui.save')}
      busy={save.isPending}
      disabled={draft.name.trim() === '' || draft.address.trim() === '' || draft.imap.host.trim() === '' || draft.smtp.host.trim() === ''}
      refusal={<RefusalNotice error={save.error} />}
      onConfirm={() => save.mutate(kept)}
      onClose={onClose}
    >
      <div className="two">
        <Field label={t('mail.name')} hint={t('mail.name_hint')}>
          <TextInput value={draft.name} maxLength={80} onChange={(name) => set({ name })} />
        </Field>
        <Field label={t('mail.address')}>
          <TextInput value={draft.address} type="email" maxLength={254} spellCheck={false} autoCapitalize="none" onChange={(address) => set({ address })} />
        </Field>
      </div>
      <Field label={t('mail.unit')} hint={t('mail.unit_hint')}>
        <Select options={units.map((one) => ({ value: one.code, label: names(one.names) }))} value={unit} onChange={(next) => set({ unit: next ?? '', categoryId: null })} />
      </Field>
      <SignInFields mailbox={mailbox} value={draft} onChange={set} />
      <ServerFields kind="imap" byToken={draft.token !== null} value={draft.imap} hasPassword={mailbox?.imap.hasPassword === true} onChange={(imap) => set({ imap })} />
      <ServerFields kind="smtp" byToken={draft.token !== null} value={draft.smtp} hasPassword={mailbox?.smtp.hasPassword === true} onChange={(smtp) => set({ smtp })} />
      <div className="row g8 wrap">
        <Button icon={PlugZap} busy={test.isPending} disabled={draft.imap.host.trim() === ''} onClick={() => test.mutate(kept)}>
          {t('mail.test')}
        </Button>
        {offered !== null && (
          <Button look="plain" onClick={() => set({ certificate: offered })}>
            {t('mail.believe_certificate')}
          </Button>
        )}
      </div>
      <RefusalNotice error={test.error} />
      {test.data !== undefined && (
        <>
          <Tried name={t('mail.imap')} tried={test.data.imap} />
          <Tried name={t('mail.smtp')} tried={test.data.smtp} />
        </>
      )}
      <details className="mailbox-more">
        <summary>{t('mail.more')}</summary>
        <div className="stack g8">
          <div className="two">
            <Field label={t('mail.folder')}>
              <TextInput value={draft.folder ?? ''} placeholder="INBOX" maxLength={200} onChange={(folder) => set({ folder: text(folder) })} />
            </Field>
            <Field label={t('mail.done_folder')} hint={t('mail.done_folder_hint')}>
              <TextInput value={draft.doneFolder ?? ''} maxLength={200} onChange={(folder) => set({ doneFolder: text(folder) })} />
            </Field>
          </div>
          <Field label={t('mail.trusted_server')} hint={t('mail.trusted_server_hint')}>
            <TextInput value={draft.trustedServer ?? ''} maxLength={200} spellCheck={false} autoCapitalize="none" onChange={(server) => set({ trustedServer: text(server) })} />
          </Field>
          <Field label={t('mail.certificate')} hint={t('mail.certificate_hint')}>
            <TextInput value={draft.certificate ?? ''} maxLength={200} spellCheck={false} autoCapitalize="none" onChange={(certificate) => set({ certificate: text(certificate) })} />
          </Field>
          <div className="mailbox-limits">
            <Field label={t('mail.largest')}>
              <TextInput value={draft.largestMegabytes} inputMode="numeric" maxLength={3} onChange={(largestMegabytes) => set({ largestMegabytes })} />
            </Field>
            <Field label={t('mail.most_automatic')}>
              <TextInput value={draft.mostAutomatic} inputMode="numeric" maxLength={2} onChange={(mostAutomatic) => set({ mostAutomatic })} />
            </Field>
            <Field label={t('mail.takes_up')}>
              <TextInput value={draft.takesUpDays} inputMode="numeric" maxLength={4} onChange={(takesUpDays) => set({ takesUpDays })} />
            </Field>
          </div>
          <Checkbox checked={draft.usesPlus} label={t('mail.uses_plus')} onChange={(usesPlus) => set({ usesPlus })} />
        </div>
      </details>
      <Field label={t('mail.medium')}>
        <Select options={(['mail', 'fax'] as const).map((one) => ({ value: one, label: t(`mail.medium.${one}`) }))} value={draft.medium ?? 'mail'} onChange={(next) => set({ medium: next ?? 'mail' })} />
      </Field>
      <Checkbox checked={draft.acknowledges} label={t('mail.acknowledges')} onChange={(acknowledges) => set({ acknowledges })} />
    </Dialog>
  );
}

function Tried({ name, tried }: { name: string; tried: MailboxTried }): ReactElement {
  const { t } = useTranslation();
  if (!tried.works) {
    return (
      <Notice tone="danger" title={t('mail.test_failed', { name })}>
        {tried.problem == null ? tried.why : t(`mail.problem.${tried.problem}`, { said: tried.why ?? '' })}
      </Notice>
    );
  }
  const facts = [tried.letters == null ? null : t('mail.test_letters', { count: tried.letters }), tried.tellsAtOnce === true ? t('mail.test_idle') : tried.tellsAtOnce === false ? t('mail.test_poll') : null];
  return (
    <Notice tone="ok" title={t('mail.test_works', { name })}>
      {facts.filter((fact) => fact !== null).join(' · ')}
    </Notice>
  );
}
