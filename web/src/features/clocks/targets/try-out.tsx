import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockChoices, Target, TargetAnswer } from '../../../api/clock-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { DateField } from '../../../ui/fields/date-field';
import { Field } from '../../../ui/fields/field';
import { Select } from '../../../ui/fields/select';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { hours } from '../due/due-explanation';
import { SegmentBar } from '../due/segments';
import { useZoneTimes } from '../due/zone-times';
import { ScopeFields } from './scope-fields';
import type { Scope } from './scopes';
import { useScopeWords } from './target-matrix';
import { useTryTargets } from './use-targets';

/** "A request like this one, opened then": which target wins and when it is due. */
export function TryOut({ choices, targets }: { choices: ClockChoices; targets: readonly Target[] }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [scope, setScope] = useState<Scope>({ unit: choices.units[0]?.code ?? null, teamId: null, categoryId: null });
  const [priorityId, setPriorityId] = useState<string | null>(choices.priorities.find((one) => one.code === 'normal')?.id ?? null);
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const tried = useTryTargets({ ...scope, unit: scope.unit ?? '', priorityId, openedAt });
  return (
    <aside className="cal-side" aria-label={t('clocks.try')}>
      <h2>{t('clocks.try')}</h2>
      <ScopeFields choices={choices} value={scope} onChange={setScope} unitNeeded />
      <Field label={t('clocks.priority')}>
        <Select value={priorityId} clearable placeholder={t('clocks.any')} options={choices.priorities.filter((one) => one.isActive).map((one) => ({ value: one.id, label: names(one.names) }))} onChange={setPriorityId} />
      </Field>
      <Field label={t('clocks.opened_at')} hint={openedAt === null ? t('clocks.now') : undefined}>
        <DateField withTime value={openedAt} onChange={setOpenedAt} />
      </Field>
      <RefusalNotice error={tried.error} />
      {tried.data !== undefined && tried.error === null && (
        <div role="status">
          <Result kind="response" answer={tried.data.firstAnswer} choices={choices} targets={targets} />
          <Result kind="resolution" answer={tried.data.resolution} choices={choices} targets={targets} />
        </div>
      )}
    </aside>
  );
}

function Result({ kind, answer, choices, targets }: { kind: 'response' | 'resolution'; answer: TargetAnswer | null; choices: ClockChoices; targets: readonly Target[] }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const words = useScopeWords(choices);
  const zone = useZoneTimes(answer?.timeZone ?? 'UTC');
  const won = targets.find((target) => target.id === answer?.targetId);
  const priority = choices.priorities.find((one) => one.id === won?.priorityId);
  return (
    <section className="try-clock">
      <h3 className="row">
        {t(`clocks.kind.${kind}`)}
        <span className="end num">{answer === null ? t('clocks.no_target') : answer.dueAt === null ? t('clocks.never_due') : zone.dayTime(answer.dueAt)}</span>
      </h3>
      {answer !== null && (
        <>
          <p className="t2 s">
            {t('clocks.rule', {
              minutes: hours(answer.minutes * 60, format.duration),
              target: won === undefined ? '' : [...words(won), ...(priority === undefined ? [] : [names(priority.names)])].join(' · '),
              calendar: answer.calendar === null ? t('clocks.no_calendar') : names(answer.calendar),
            })}
          </p>
          <SegmentBar segments={answer.segments} />
        </>
      )}
    </section>
  );
}
