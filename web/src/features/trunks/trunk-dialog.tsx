import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../api/refusal-notice';
import { Segmented } from '../../ui/actions/segmented';
import { Checkbox } from '../../ui/fields/checkbox';
import { Field } from '../../ui/fields/field';
import { PasswordInput } from '../../ui/fields/password-input';
import { Select } from '../../ui/fields/select';
import { TextInput } from '../../ui/fields/text-input';
import { Dialog } from '../../ui/overlays/dialog';
import { draftOf, planOf, portFor, type TrunkDraft } from './trunk-draft';
import type { Trunk, TrunkKind, TrunkNumberFormat, TrunkTransport } from './trunk-types';
import { useSaveTrunk } from './use-trunks';

type TrunkDialogProps = { /** Null for a new one. */ trunk: Trunk | null; /** Where a new one stands. */ order: number; onClose: () => void; onDone: (trunk: Trunk) => void };

const formats: readonly TrunkNumberFormat[] = ['e164', 'digits', 'national'];
const regions = ['TR', 'SE', 'GB', 'DE', 'US'] as const;

/** Sets a trunk up or changes one. Empty password: the one that is there stays. */
export function TrunkDialog({ trunk, order, onClose, onDone }: TrunkDialogProps): ReactElement {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<TrunkDraft>(() => draftOf(trunk, order, 'TR'));
  const save = useSaveTrunk(onDone);
  const set = (change: Partial<TrunkDraft>): void => setDraft({ ...draft, ...change });
  const plain = { spellCheck: false, autoCapitalize: 'none', autoComplete: 'off' } as const;

  return (
    <Dialog
      title={trunk === null ? t('trunks.new') : t('trunks.edit', { name: trunk.name })}
      confirmLabel={t('ui.save')}
      busy={save.isPending}
      disabled={draft.name.trim() === '' || draft.host.trim() === ''}
      refusal={<RefusalNotice error={save.error} />}
      onConfirm={() => save.mutate({ id: trunk?.id ?? null, plan: planOf(draft, trunk?.version ?? 0) })}
      onClose={onClose}
    >
      <Segmented<TrunkKind>
        full
        label={t('trunks.kind')}
        value={draft.kind}
        options={[
          { value: 'registration', label: t('trunks.kind_of.registration') },
          { value: 'address', label: t('trunks.kind_of.address') },
        ]}
        onChange={(kind) => set({ kind })}
      />
      <div className="two">
        <Field label={t('trunks.name')}>
          <TextInput value={draft.name} maxLength={80} onChange={(name) => set({ name })} />
        </Field>
        <Field label={t('trunks.order')} hint={t('trunks.order_hint')}>
          <TextInput value={draft.order} inputMode="numeric" maxLength={3} onChange={(next) => set({ order: next })} />
        </Field>
      </div>
      <div className="trunk-host">
        <Field label={t('trunks.host')}>
          <TextInput value={draft.host} maxLength={253} {...plain} onChange={(host) => set({ host })} />
        </Field>
        <Field label={t('trunks.port')}>
          <TextInput value={draft.port} inputMode="numeric" maxLength={5} onChange={(port) => set({ port })} />
        </Field>
        <Field label={t('trunks.transport')}>
          <Select<TrunkTransport>
            options={[
              { value: 'udp', label: 'UDP' },
              { value: 'tcp', label: 'TCP' },
              { value: 'tls', label: 'TLS' },
            ]}
            value={draft.transport}
            onChange={(next) => next !== null && set({ transport: next, port: portFor(next, draft) })}
          />
        </Field>
      </div>
      <div className="two">
        <Field label={t('trunks.user')} hint={draft.kind === 'address' ? t('trunks.user_hint') : undefined}>
          <TextInput value={draft.user} maxLength={80} {...plain} onChange={(user) => set({ user })} />
        </Field>
        <Field label={t('trunks.password')} hint={trunk?.hasPassword === true ? t('trunks.password_kept') : undefined}>
          <PasswordInput value={draft.password} maxLength={200} autoComplete="new-password" onChange={(password) => set({ password })} />
        </Field>
      </div>
      <div className="two">
        <Field label={t('trunks.format')}>
          <Select<TrunkNumberFormat> options={formats.map((one) => ({ value: one, label: t(`trunks.format_of.${one}`) }))} value={draft.format} onChange={(next) => next !== null && set({ format: next })} />
        </Field>
        <Field label={t('trunks.caller_number')} hint={t('trunks.caller_number_hint')}>
          <TextInput value={draft.callerNumber} inputMode="tel" maxLength={40} onChange={(callerNumber) => set({ callerNumber })} />
        </Field>
      </div>
      <div className="row g16 wrap">
        <Checkbox checked={draft.callsOut} label={t('trunks.calls_out')} onChange={(callsOut) => set({ callsOut })} />
        <Checkbox checked={draft.takesIn} label={t('trunks.takes_in')} onChange={(takesIn) => set({ takesIn })} />
        <Checkbox checked={draft.handsOver} label={t('trunks.hands_over')} onChange={(handsOver) => set({ handsOver })} />
      </div>
      <details className="trunk-more">
        <summary>{t('trunks.more')}</summary>
        <div className="stack g8">
          <Field label={t('trunks.networks')} hint={t('trunks.networks_hint')}>
            <TextInput value={draft.networks} maxLength={500} placeholder="203.0.113.7, 198.51.100.0/24" {...plain} onChange={(networks) => set({ networks })} />
          </Field>
          <div className="two">
            <Field label={t('trunks.domain')} hint={t('trunks.domain_hint')}>
              <TextInput value={draft.domain} maxLength={253} {...plain} onChange={(domain) => set({ domain })} />
            </Field>
            <Field label={t('trunks.auth_user')} hint={t('trunks.auth_user_hint')}>
              <TextInput value={draft.authUser} maxLength={80} {...plain} onChange={(authUser) => set({ authUser })} />
            </Field>
          </div>
          <div className="two">
            <Field label={t('trunks.region')}>
              <Select<string> options={regions.map((one) => ({ value: one, label: one }))} value={draft.region} onChange={(next) => next !== null && set({ region: next })} />
            </Field>
            <Field label={t('trunks.prefix')}>
              <TextInput value={draft.prefix} maxLength={10} inputMode="tel" onChange={(prefix) => set({ prefix })} />
            </Field>
          </div>
          <div className="trunk-limits">
            <Field label={t('trunks.most_calls')}>
              <TextInput value={draft.mostCalls} inputMode="numeric" maxLength={5} onChange={(mostCalls) => set({ mostCalls })} />
            </Field>
            <Field label={t('trunks.asks_every')}>
              <TextInput value={draft.asksEverySeconds} inputMode="numeric" maxLength={4} onChange={(asksEverySeconds) => set({ asksEverySeconds })} />
            </Field>
            <Field label={t('trunks.registers')}>
              <TextInput value={draft.registersMinutes} inputMode="numeric" maxLength={4} onChange={(registersMinutes) => set({ registersMinutes })} />
            </Field>
          </div>
        </div>
      </details>
    </Dialog>
  );
}
