import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../api/refusal-notice';
import { Checkbox } from '../../ui/fields/checkbox';
import { Field } from '../../ui/fields/field';
import { TextInput } from '../../ui/fields/text-input';
import { Dialog } from '../../ui/overlays/dialog';
import { useNames } from '../../ui/text/names';
import type { OutboundRule } from './trunk-types';
import { useSaveRule } from './use-trunks';

/** What people of one role may call. */
export function RuleDialog({ rule, onClose }: { rule: OutboundRule; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [draft, setDraft] = useState({ ...rule, perHour: String(rule.perHour) });
  const save = useSaveRule(onClose);
  const { national, international, premium, allowed, barred, transfers, version } = draft;
  return (
    <Dialog
      title={t('trunks.rule_of', { name: rule.names == null ? t('trunks.everybody') : names(rule.names) })}
      confirmLabel={t('ui.save')}
      busy={save.isPending}
      refusal={<RefusalNotice error={save.error} />}
      onConfirm={() => save.mutate({ role: rule.role, plan: { version, national, international, premium, allowed, barred, transfers, perHour: draft.perHour.trim() === '' ? -1 : Number(draft.perHour) || 0 } })}
      onClose={onClose}
    >
      <Checkbox checked={national} label={t('trunks.kind_of_number.national')} onChange={(next) => setDraft({ ...draft, national: next })} />
      <Checkbox checked={international} label={t('trunks.kind_of_number.international')} onChange={(next) => setDraft({ ...draft, international: next })} />
      <Checkbox checked={premium} label={t('trunks.kind_of_number.premium')} onChange={(next) => setDraft({ ...draft, premium: next })} />
      <Field label={t('trunks.allowed')} hint={t('trunks.prefixes_hint')}>
        <TextInput value={allowed} maxLength={400} spellCheck={false} placeholder="+46, +4930" onChange={(next) => setDraft({ ...draft, allowed: next })} />
      </Field>
      <Field label={t('trunks.barred')} hint={t('trunks.barred_hint')}>
        <TextInput value={barred} maxLength={400} spellCheck={false} onChange={(next) => setDraft({ ...draft, barred: next })} />
      </Field>
      <Field label={t('trunks.per_hour_long')}>
        <TextInput value={draft.perHour} inputMode="numeric" maxLength={4} onChange={(next) => setDraft({ ...draft, perHour: next })} />
      </Field>
      <Checkbox checked={transfers} label={t('trunks.transfers_long')} onChange={(next) => setDraft({ ...draft, transfers: next })} />
    </Dialog>
  );
}
