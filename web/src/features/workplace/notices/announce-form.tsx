import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { MultiSelect } from '../../../ui/fields/select';
import { TextArea } from '../../../ui/fields/text-area';
import { toast } from '../../../ui/overlays/toasts';
import { useNames } from '../../../ui/text/names';
import { useAnnounce, useAudience, type Announcement } from './use-notices';

const empty: Announcement = { text: '', isWarning: false, users: [], teams: [], units: [] };

/** A warning or a message to departments, teams or people. */
export function AnnounceForm({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const audience = useAudience();
  const announce = useAnnounce();
  const form = useRef<HTMLFormElement>(null);
  const [written, setWritten] = useState(empty);
  const set = (change: Partial<Announcement>): void => setWritten({ ...written, ...change });
  const reaches = written.users.length + written.teams.length + written.units.length > 0;

  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);

  const send = (): void =>
    announce.mutate(written, {
      onSuccess: ({ reached }) => {
        toast({ title: t('notices.announce_sent', { count: reached }) });
        onDone();
      },
    });

  return (
    <form
      ref={form}
      className="notices announce"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{t('notices.announce')}</h2>
      <Field label={t('notices.announce_text')} required>
        <TextArea rows={3} maxLength={500} value={written.text} onChange={(text) => set({ text })} />
      </Field>
      <Field label={t('notices.announce_to_units')}>
        <MultiSelect value={written.units} loading={audience.isPending} options={(audience.data?.units ?? []).map((unit) => ({ value: unit.code, label: names(unit.names) }))} onChange={(units) => set({ units })} />
      </Field>
      <Field label={t('notices.announce_to_teams')}>
        <MultiSelect value={written.teams} loading={audience.isPending} options={(audience.data?.teams ?? []).map((team) => ({ value: team.id, label: names(team.names) }))} onChange={(teams) => set({ teams })} />
      </Field>
      <Field label={t('notices.announce_to_people')}>
        <MultiSelect value={written.users} loading={audience.isPending} options={(audience.data?.people ?? []).map((person) => ({ value: person.id, label: person.name }))} onChange={(users) => set({ users })} />
      </Field>
      <Checkbox checked={written.isWarning} label={t('notices.announce_warning')} onChange={(isWarning) => set({ isWarning })} />
      <RefusalNotice error={announce.error ?? audience.error} />
      <div className="row g4 end">
        <Button onClick={onDone}>{t('ui.cancel')}</Button>
        <Button type="submit" look="primary" busy={announce.isPending} disabled={written.text.trim() === '' || !reaches}>
          {t('notices.announce_send')}
        </Button>
      </div>
    </form>
  );
}
