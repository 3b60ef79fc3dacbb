import { CalendarRange, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/actions/icon-button';
import { Segmented } from '../../../ui/actions/segmented';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { TextInput } from '../../../ui/fields/text-input';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Skeleton } from '../../../ui/layout/skeleton';
import { usePageTitle } from '../../../ui/shell/page-title';
import { serverNow } from '../../../ui/text/now';
import { writeTime } from '../../../ui/text/time-text';
import { useFormat } from '../../../ui/text/use-format';
import type { StaffingInterval, StaffingPlan } from '../types';
import { dayOf, daysAfter, mondayOf, useAsked } from './period';
import { ReportFrame, TeamField } from './report-frame';
import { useReportTeams, useStaffing } from './use-reports';

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** How many agents the callers of a week would need, by Erlang C or A. */
export function StaffingPage(): ReactElement {
  const { t } = useTranslation();
  const teams = useReportTeams();
  const lastWeek = daysAfter(mondayOf(dayOf(serverNow())), -7);
  const [get, set] = useAsked({ week: lastWeek, model: 'erlangC', minutes: '30', shrinkagePercent: '30' });
  const team = get('team') || (teams.data?.[0]?.id ?? '');
  const asked = { team, week: get('week'), model: get('model'), minutes: get('minutes'), percent: get('percent'), withinSeconds: get('withinSeconds'), shrinkagePercent: get('shrinkagePercent'), patienceSeconds: get('model') === 'erlangA' ? get('patienceSeconds') : '', handlingSeconds: get('handlingSeconds') };
  const plan = useStaffing(asked);
  usePageTitle(t('supervision.tab.staffing'));
  const week = mondayOf(get('week'));

  return (
    <ReportFrame
      page="staffing"
      error={plan.error}
      filters={
        <>
          <TeamField value={team} onChange={(chosen) => set({ team: chosen })} />
          <Field label={t('supervision.week_of')}>
            <span className="row g4">
              <IconButton icon={ChevronLeft} label={t('supervision.week_before')} onClick={() => set({ week: daysAfter(week, -7) })} />
              <DateField value={week} onChange={(day) => set({ week: day === null ? null : mondayOf(day) })} />
              <IconButton icon={ChevronRight} label={t('supervision.week_after')} onClick={() => set({ week: daysAfter(week, 7) })} />
            </span>
          </Field>
          <Field label={t('supervision.model')} group>
            <Segmented
              label={t('supervision.model')}
              value={asked.model}
              options={[
                { value: 'erlangC', label: t('supervision.erlang_c') },
                { value: 'erlangA', label: t('supervision.erlang_a') },
              ]}
              onChange={(model) => set({ model })}
            />
          </Field>
          <Field label={t('supervision.interval')}>
            <Select value={asked.minutes} options={['15', '30', '60'].map((value) => ({ value, label: t('supervision.minutes', { count: Number(value) }) }))} onChange={(minutes) => set({ minutes })} />
          </Field>
          <NumberField label={t('supervision.percent')} unit="%" value={asked.percent} standard={plan.data?.percent} min={1} max={99} onChange={(percent) => set({ percent })} />
          <NumberField label={t('supervision.within_seconds')} unit={t('supervision.seconds_unit')} value={asked.withinSeconds} standard={plan.data?.withinSeconds} min={1} max={600} onChange={(withinSeconds) => set({ withinSeconds })} />
          <NumberField label={t('supervision.handling')} unit={t('supervision.seconds_unit')} value={asked.handlingSeconds} standard={plan.data?.handlingSeconds} min={1} max={7200} onChange={(handlingSeconds) => set({ handlingSeconds })} />
          {asked.model === 'erlangA' && (
            <NumberField label={t('supervision.patience')} unit={t('supervision.seconds_unit')} value={asked.patienceSeconds} standard={plan.data?.patienceSeconds} min={1} max={3600} onChange={(patienceSeconds) => set({ patienceSeconds })} />
          )}
          <NumberField label={t('supervision.shrinkage')} unit="%" value={asked.shrinkagePercent} standard={30} min={0} max={90} onChange={(shrinkagePercent) => set({ shrinkagePercent })} />
        </>
      }
    >
      <p className="t2 report-note">{t(asked.model === 'erlangA' ? 'supervision.erlang_a_note' : 'supervision.erlang_c_note')}</p>
      {plan.data === undefined ? (
        plan.error === null && <Skeleton lines={8} />
      ) : plan.data.intervals.length === 0 ? (
        <EmptyState icon={CalendarRange} title={t('supervision.no_history')}>
          {t(plan.data.calls > 0 ? 'supervision.no_handling_hint' : 'supervision.no_history_hint')}
        </EmptyState>
      ) : (
        <PlanTable plan={plan.data} />
      )}
    </ReportFrame>
  );
}

/** A number that holds when one leaves it; emptied it is the standard again. */
function NumberField({ label, unit, value, standard, min, max, onChange }: { label: string; unit: string; value: string; standard: number | null | undefined; min: number; max: number; onChange: (value: string | null) => void }): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const finish = (): void => {
    if (typed !== null) {
      const number = Number(typed);
      onChange(typed.trim() === '' ? null : Number.isFinite(number) ? String(Math.min(max, Math.max(min, Math.round(number)))) : value);
      setTyped(null);
    }
  };
  return (
    <Field label={label}>
      <TextInput
        className="staff-number num"
        inputMode="numeric"
        value={typed ?? value}
        placeholder={standard == null ? '' : String(standard)}
        onChange={setTyped}
        onBlur={finish}
        onKeyDown={(event) => event.key === 'Enter' && finish()}
        after={<span className="t3">{unit}</span>}
      />
    </Field>
  );
}

/** The week as a picture of heads, and every interval in figures. */
function PlanTable({ plan }: { plan: StaffingPlan }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(...plan.intervals.map((interval) => interval.scheduled));
  const minutes = [...new Set(plan.intervals.map((interval) => interval.minute))].sort((one, other) => one - other);
  const at = new Map(plan.intervals.map((interval) => [`${interval.day} ${interval.minute}`, interval]));
  const days = [...new Set(plan.intervals.map((interval) => interval.day))].sort();
  const words = (interval: StaffingInterval): string =>
    t('supervision.interval_words', { calls: interval.calls, agents: interval.agents, scheduled: interval.scheduled, level: format.percent(interval.serviceLevelPercent) });
  return (
    <div className="staffing">
      <div className="report-scroll" tabIndex={0} role="region" aria-label={t('supervision.heads')}>
        <table className="heads">
          <caption>{t('supervision.heads')}</caption>
          <thead>
            <tr>
              <td />
              {minutes.map((minute) => (
                <th key={minute} scope="col">
                  {writeTime(minute)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day}>
                <th scope="row">{t(`supervision.day.${weekdays[day] ?? 'monday'}`)}</th>
                {minutes.map((minute) => {
                  const interval = at.get(`${day} ${minute}`);
                  return (
                    <td key={minute} style={interval === undefined ? undefined : { background: `color-mix(in srgb, var(--accent) ${Math.round((40 * interval.scheduled) / most)}%, transparent)` }} title={interval === undefined ? undefined : words(interval)}>
                      {interval?.scheduled ?? ''}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="report-scroll" tabIndex={0} role="region" aria-label={t('supervision.tab.staffing')}>
        <table className="report">
          <thead>
            <tr>
              <th scope="col">{t('supervision.interval')}</th>
              {(['calls', 'handling', 'load', 'agents', 'scheduled', 'level', 'waits', 'average_wait', 'occupancy'] as const).map((name) => (
                <th key={name} scope="col">
                  <abbr title={t(`supervision.plan_hint.${name}`)}>{t(`supervision.plan.${name}`)}</abbr>
                </th>
              ))}
              {plan.patienceSeconds != null && <th scope="col">{t('supervision.plan.abandon')}</th>}
            </tr>
          </thead>
          <tbody>
            {plan.intervals.map((interval) => (
              <tr key={`${interval.day} ${interval.minute}`}>
                <th scope="row">
                  {t(`supervision.day.${weekdays[interval.day] ?? 'monday'}`)} <span className="num">{writeTime(interval.minute)}</span>
                </th>
                <td>{format.number(interval.calls)}</td>
                <td>{format.clock(interval.handlingSeconds)}</td>
                <td>{format.number(interval.load)}</td>
                <td className="sum">{format.number(interval.agents)}</td>
                <td className="sum">{format.number(interval.scheduled)}</td>
                <td>{format.percent(interval.serviceLevelPercent)}</td>
                <td>{format.percent(interval.waitPercent)}</td>
                <td>{format.clock(interval.averageWaitSeconds)}</td>
                <td>{format.percent(interval.occupancyPercent)}</td>
                {plan.patienceSeconds != null && <td>{format.percent(interval.abandonPercent)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
