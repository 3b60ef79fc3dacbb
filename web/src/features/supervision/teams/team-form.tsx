import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { classes } from '../../../ui/classes';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { NamesField } from '../../../ui/fields/names-field';
import { Select } from '../../../ui/fields/select';
import { toast } from '../../../ui/overlays/toasts';
import { useNames } from '../../../ui/text/names';
import { useTimeZones } from '../../../ui/text/time-zones';
import type { TeamSettings } from '../types';
import { HoursRows } from './hours-rows';
import { areSkills, MemberRows } from './member-rows';
import { NumberField } from './seconds-field';
import { useAllDispositions, useSaveTeam } from './use-teams';

/** Everything a team is set up by: promise, routing, people, hours, what callers hear. */
export function TeamForm({ team, teams }: { team: TeamSettings; teams: readonly TeamSettings[] }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [draft, setDraft] = useState(team);
  const save = useSaveTeam();
  const dispositions = useAllDispositions();
  const zones = useTimeZones(draft.timeZone);
  const set = (part: Partial<TeamSettings>): void => setDraft((now) => ({ ...now, ...part }));
  const promise = (part: Partial<TeamSettings['promise']>): void => set({ promise: { ...draft.promise, ...part } });
  const routing = (part: Partial<TeamSettings['routing']>): void => set({ routing: { ...draft.routing, ...part } });
  const speech = (part: Partial<TeamSettings['speech']>): void => set({ speech: { ...draft.speech, ...part } });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(team);
  const isWrong = draft.members.some((member) => !areSkills(member.skills ?? '')) || draft.promise.alarmSeconds < draft.promise.warningSeconds;

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(draft, { onSuccess: (saved) => toast({ title: t('supervision.team_saved', { name: names(saved.names) }) }) });
  };

  return (
    <form className="team-form" onSubmit={onSubmit}>
      <Part title={t('supervision.part_team')} ends>
        <NamesField label={t('supervision.team_name')} value={draft.names} onChange={(value) => set({ names: value })} />
        <Field label={t('supervision.time_zone')}>
          <Select value={draft.timeZone} options={zones} onChange={(timeZone) => timeZone !== null && set({ timeZone })} />
        </Field>
      </Part>
      <Part title={t('supervision.part_people')} note={t('supervision.part_people_note')} wide>
        <MemberRows members={draft.members} onChange={(members) => set({ members })} />
      </Part>
      <Part title={t('supervision.part_ring')} checks={<Checkbox label={t('supervision.without_agents')} checked={draft.acceptsWithoutAgents} onChange={(acceptsWithoutAgents) => set({ acceptsWithoutAgents })} />}>
        <NumberField label={t('supervision.ring_seconds')} value={draft.ringSeconds} min={5} max={120} onChange={(ringSeconds) => set({ ringSeconds })} />
        <NumberField label={t('supervision.wrap_up_seconds')} hint={t('supervision.wrap_up_hint')} value={draft.wrapUpSeconds} min={0} max={900} onChange={(wrapUpSeconds) => set({ wrapUpSeconds })} />
        <NumberField label={t('supervision.max_wait')} hint={t('supervision.max_wait_hint')} value={draft.maxWaitSeconds} min={0} max={14_400} onChange={(maxWaitSeconds) => set({ maxWaitSeconds })} />
      </Part>
      <Part title={t('supervision.part_promise')} note={t('supervision.part_promise_note')}>
        <NumberField label={t('supervision.percent')} unit="%" value={draft.promise.percent} min={1} max={100} onChange={(percent) => promise({ percent })} />
        <NumberField label={t('supervision.within_seconds')} value={draft.promise.withinSeconds} min={1} max={600} onChange={(withinSeconds) => promise({ withinSeconds })} />
        <NumberField label={t('supervision.short_abandon')} hint={t('supervision.short_abandon_hint')} value={draft.promise.shortAbandonSeconds} min={0} max={60} onChange={(shortAbandonSeconds) => promise({ shortAbandonSeconds })} />
        <NumberField label={t('supervision.warning_seconds')} value={draft.promise.warningSeconds} min={1} max={3600} onChange={(warningSeconds) => promise({ warningSeconds })} />
        <NumberField label={t('supervision.alarm_seconds')} value={draft.promise.alarmSeconds} min={1} max={3600} {...(draft.promise.alarmSeconds < draft.promise.warningSeconds ? { hint: t('supervision.alarm_wrong') } : {})} onChange={(alarmSeconds) => promise({ alarmSeconds })} />
      </Part>
      <Part title={t('supervision.part_routing')} checks={<Checkbox label={t('supervision.matches_language')} checked={draft.routing.matchesLanguage} onChange={(matchesLanguage) => routing({ matchesLanguage })} />}>
        <NumberField label={t('supervision.head_start')} hint={t('supervision.head_start_hint')} value={draft.routing.headStartSeconds} min={0} max={3600} onChange={(headStartSeconds) => routing({ headStartSeconds })} />
        <Field label={t('supervision.overflow_to')}>
          <Select value={draft.routing.overflowTo ?? null} placeholder={t('supervision.overflow_nowhere')} clearable options={teams.filter((one) => one.id !== team.id).map((one) => ({ value: one.id, label: names(one.names) }))} onChange={(overflowTo) => routing({ overflowTo })} />
        </Field>
        <NumberField label={t('supervision.overflow_after')} hint={t('supervision.overflow_hint')} value={draft.routing.overflowAfterSeconds} min={0} max={3600} onChange={(overflowAfterSeconds) => routing({ overflowAfterSeconds })} />
        <NumberField label={t('supervision.last_agent_days')} unit={t('supervision.days_unit')} hint={t('supervision.last_agent_hint')} value={draft.routing.lastAgentDays} min={0} max={365} onChange={(lastAgentDays) => routing({ lastAgentDays })} />
        <NumberField label={t('supervision.last_agent_wait')} value={draft.routing.lastAgentWaitSeconds} min={0} max={300} onChange={(lastAgentWaitSeconds) => routing({ lastAgentWaitSeconds })} />
        <NumberField label={t('supervision.relax_skills')} hint={t('supervision.relax_skills_hint')} value={draft.routing.relaxSkillsSeconds} min={0} max={3600} onChange={(relaxSkillsSeconds) => routing({ relaxSkillsSeconds })} />
        <NumberField label={t('supervision.keep_place')} hint={t('supervision.keep_place_hint')} value={draft.routing.keepPlaceSeconds} min={0} max={3600} onChange={(keepPlaceSeconds) => routing({ keepPlaceSeconds })} />
      </Part>
      <Part
        title={t('supervision.part_speech')}
        note={t('supervision.part_speech_note')}
        checks={
          <>
            <Checkbox label={t('supervision.speech_position')} checked={draft.speech.position} onChange={(position) => speech({ position })} />
            <Checkbox label={t('supervision.speech_wait')} checked={draft.speech.wait} onChange={(wait) => speech({ wait })} />
            <Checkbox label={t('supervision.offers_callback')} checked={draft.speech.offersCallback ?? false} onChange={(offersCallback) => speech({ offersCallback })} />
          </>
        }
      >
        <NumberField label={t('supervision.speech_every')} hint={t('supervision.speech_every_hint')} value={draft.speech.everySeconds} min={0} max={600} onChange={(everySeconds) => speech({ everySeconds })} />
      </Part>
      {dispositions.length > 0 && (
        <Part
          title={t('supervision.part_wrap_up')}
          note={t('supervision.part_wrap_up_note')}
          checks={dispositions.map((row) => (
            <Checkbox key={row.id} label={names(row.names)} checked={draft.dispositions.includes(row.code)} onChange={(on) => set({ dispositions: on ? [...draft.dispositions, row.code] : draft.dispositions.filter((code) => code !== row.code) })} />
          ))}
        />
      )}
      <Part title={t('supervision.part_hours')} wide>
        <HoursRows hours={draft.openingHours} onChange={(openingHours) => set({ openingHours })} />
        <Checkbox label={t('supervision.ends_at_closing')} checked={draft.routing.endsAtClosing} onChange={(endsAtClosing) => routing({ endsAtClosing })} />
      </Part>
      <div className="team-foot">
        <RefusalNotice error={save.error} />
        <span className="row">
          <Button type="submit" look="primary" busy={save.isPending} disabled={!isChanged || isWrong}>
            {t('supervision.save')}
          </Button>
          <Button disabled={!isChanged} onClick={() => setDraft(team)}>
            {t('supervision.undo')}
          </Button>
        </span>
      </div>
    </form>
  );
}

type PartProps = { title: string; note?: string; wide?: boolean; /** Fields whose labels are not equally high stand on one line. */ ends?: boolean; checks?: ReactNode; children?: ReactNode };

function Part({ title, note, wide = false, ends = false, checks, children }: PartProps): ReactElement {
  return (
    <fieldset className="team-part">
      <legend>{title}</legend>
      {note !== undefined && <p className="t2">{note}</p>}
      {children !== undefined && <div className={wide ? 'team-wide' : classes('team-fields', ends && 'ends')}>{children}</div>}
      {checks !== undefined && <div className="team-checks">{checks}</div>}
    </fieldset>
  );
}
