import { Save, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Calendar, ClockChoices } from '../../../api/clock-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { isRefusal } from '../../../api/refusal';
import { Button } from '../../../ui/actions/button';
import { classes } from '../../../ui/classes';
import { Field } from '../../../ui/fields/field';
import { MultiSelect, Select } from '../../../ui/fields/select';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Dialog } from '../../../ui/overlays/dialog';
import { useNames } from '../../../ui/text/names';
import { draftOf, type Draft } from './calendar-draft';
import { DayList } from './day-list';
import { NameFields } from './name-fields';
import { PreviewPanel } from './preview-panel';
import { useRemoveCalendar, useSaveCalendar } from './use-calendars';
import { WeekEditor } from './week-editor';

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

export type CalendarFormProps = { start: Draft; choices: ClockChoices | undefined; today: string; onSaved: (calendar: Calendar) => void; onRemoved: () => void };

/** A calendar being edited: nothing counts by it until it is saved, the preview already does. */
export function CalendarForm({ start, choices, today, onSaved, onRemoved }: CalendarFormProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [draft, setDraft] = useState(start);
  const [asks, setAsks] = useState(false);
  const save = useSaveCalendar(onSaved);
  const remove = useRemoveCalendar(onRemoved);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start);
  const stored = isRefusal(save.error, 'record.changed_meanwhile') ? (save.error.problem['current'] as Calendar | undefined) : undefined;
  const submit = (): void => {
    if (isChanged && !save.isPending) {
      save.mutate(draft);
    }
  };
  useShortcuts([{ key: 'ctrl+s', label: t('clocks.save'), group: t('clocks.calendars'), run: submit }]);

  return (
    <div className="cal-main">
      <div className="cal-form">
        <RefusalNotice error={save.error} />
        {stored !== undefined && (
          <Button onClick={() => setDraft(draftOf(stored))}>{t('clocks.show_stored')}</Button>
        )}
        <NameFields names={draft.calendar.names} onChange={(next) => setDraft({ ...draft, calendar: { ...draft.calendar, names: next } })} />
        <div className="use-fields">
          <Field label={t('clocks.time_zone')}>
            <Select value={draft.calendar.timeZone} options={zones} onChange={(timeZone) => timeZone !== null && setDraft({ ...draft, calendar: { ...draft.calendar, timeZone } })} />
          </Field>
          <Field label={t('clocks.used_by_units')}>
            <MultiSelect value={draft.units} options={(choices?.units ?? []).map((unit) => ({ value: unit.code, label: names(unit.names) }))} onChange={(units) => setDraft({ ...draft, units })} />
          </Field>
          <Field label={t('clocks.used_by_teams')}>
            <MultiSelect value={draft.teams} options={(choices?.teams ?? []).map((team) => ({ value: team.id, label: names(team.names) }))} onChange={(teams) => setDraft({ ...draft, teams })} />
          </Field>
        </div>
        <WeekEditor draft={draft} onChange={setDraft} />
        <DayList draft={draft} onChange={setDraft} today={today} />
        <div className={classes('row cal-foot', isChanged && 'due')}>
          <Button look="primary" icon={Save} keys="ctrl+s" busy={save.isPending} disabled={!isChanged} onClick={submit}>
            {t('clocks.save')}
          </Button>
          <span className="t2 s">{isChanged ? t('clocks.save_note') : t('clocks.unchanged')}</span>
          {draft.id !== null && (
            <Button look="quiet" icon={Trash2} className="end" onClick={() => setAsks(true)}>
              {t('clocks.remove')}
            </Button>
          )}
        </div>
      </div>
      <PreviewPanel calendar={draft.calendar} today={today} />
      {asks && (
        <Dialog title={t('clocks.remove_ask', { name: names(start.calendar.names) })} confirmLabel={t('clocks.remove')} danger busy={remove.isPending} refusal={<RefusalNotice error={remove.error} />} onConfirm={() => remove.mutate(start)} onClose={() => setAsks(false)}>
          <p className="t2">{t('clocks.remove_note')}</p>
        </Dialog>
      )}
    </div>
  );
}
