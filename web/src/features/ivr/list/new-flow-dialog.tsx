import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { Field } from '../../../ui/fields/field';
import { NamesField } from '../../../ui/fields/names-field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { Dialog } from '../../../ui/overlays/dialog';
import { useNames } from '../../../ui/text/names';
import { noNames, type FlowView } from '../flow-types';
import { flowsKey, useFlowChoices } from '../use-flows';
import { numbersOf } from './numbers-dialog';

/** A flow with one block: its callers go to a team's queue until more is drawn. */
export function NewFlowDialog({ onClose, onDone }: { onClose: () => void; onDone: (view: FlowView) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const queries = useQueryClient();
  const units = useUnits();
  const choices = useFlowChoices();
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);
  const [draft, setDraft] = useState({ code: '', names: noNames, unit: '', team: '', numbers: '' });
  const set = (part: Partial<typeof draft>): void => setDraft({ ...draft, ...part });
  const unit = draft.unit === '' && units.length === 1 ? (units[0]?.code ?? '') : draft.unit;
  const create = useMutation({
    mutationFn: () => send<FlowView>('POST', '/api/ivr/flows', { ...draft, unit, numbers: numbersOf(draft.numbers) }),
    onSuccess: (view) => {
      void queries.invalidateQueries({ queryKey: flowsKey });
      onDone(view);
    },
  });
  const isWhole = draft.code !== '' && unit !== '' && draft.team !== '' && [draft.names.tr, draft.names.sv, draft.names.en].every((name) => name.trim() !== '');
  return (
    <Dialog title={t('ivr.new_flow_title')} confirmLabel={t('ivr.create')} busy={create.isPending} disabled={!isWhole} onConfirm={() => create.mutate()} onClose={onClose} refusal={<RefusalNotice error={create.error} />}>
      <p className="t2">{t('ivr.new_flow_says')}</p>
      <NamesField ref={name} label={t('ivr.name')} value={draft.names} onChange={(value) => set({ names: value })} />
      <Field label={t('ivr.code')} hint={t('ivr.code_hint')}>
        <TextInput value={draft.code} maxLength={60} spellCheck={false} autoCapitalize="none" autoComplete="off" onChange={(code) => set({ code })} />
      </Field>
      <div className="two">
        <Field label={t('ivr.unit')}>
          <Select<string> options={units.map((one) => ({ value: one.code, label: names(one.names) }))} value={unit === '' ? null : unit} onChange={(next) => set({ unit: next ?? '', team: '' })} />
        </Field>
        <Field label={t('ivr.team')}>
          <Select<string> options={(choices.data?.teams ?? []).filter((one) => one.unit === unit).map((one) => ({ value: one.code, label: names(one.names) }))} value={draft.team === '' ? null : draft.team} onChange={(team) => set({ team: team ?? '' })} />
        </Field>
      </div>
      <Field label={t('ivr.numbers')} hint={t('ivr.numbers_hint')}>
        <TextInput value={draft.numbers} maxLength={500} inputMode="tel" onChange={(numbers) => set({ numbers })} />
      </Field>
    </Dialog>
  );
}
