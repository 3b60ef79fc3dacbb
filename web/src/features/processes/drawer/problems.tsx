import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../../ui/marks/count';
import { useNames } from '../../../ui/text/names';
import { findStage } from '../designer/edit-design';
import type { Design, Problem } from '../process-types';

/** What is wrong with the drawing; a press leads to the stage it is at. */
export function Problems({ design, problems, onChoose }: { design: Design; problems: readonly Problem[]; onChoose: (stage: string) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const count = (severity: Problem['severity']): number => problems.filter((problem) => problem.severity === severity).length;
  const nameOf = (code: string | null | undefined): string => {
    const stage = findStage(design, code);
    return stage === undefined ? (code ?? '') : names(stage.names) || stage.code;
  };
  // A problem names stages by their code; people read names.
  const valueOf = (problem: Problem): string =>
    (problem.value ?? '')
      .split(' → ')
      .map((part) => (findStage(design, part) === undefined ? part : nameOf(part)))
      .join(' → ');
  const textOf = (problem: Problem): string =>
    t(`processes.problem.${problem.code}`, {
      stage: nameOf(problem.stage),
      outcome: problem.outcome == null ? '' : t(`processes.outcome.${problem.outcome}`),
      value: problem.code === 'kind_missing' ? t(`processes.kind.${problem.value}`) : problem.code === 'action_nobody' ? t(`processes.action.${problem.value}`) : valueOf(problem),
    });
  return (
    <section className="problems" aria-label={t('processes.problems')}>
      <header className="drawer-head">
        <h2>{t('processes.problems')}</h2>
        {count('error') > 0 && <Count value={count('error')} look="bad" label={t('processes.errors')} />}
        {count('warning') > 0 && <Count value={count('warning')} label={t('processes.warnings')} />}
      </header>
      {problems.length === 0 ? (
        <p className="problem-none">
          <CircleCheck className="i ok" aria-hidden="true" />
          {t('processes.no_problems')}
        </p>
      ) : (
        <ul>
          {problems.map((problem, index) => {
            const Icon = problem.severity === 'error' ? CircleAlert : TriangleAlert;
            const stage = findStage(design, problem.stage);
            return (
              <li key={index} className="problem">
                <Icon className={problem.severity === 'error' ? 'i s danger' : 'i s warn'} aria-hidden="true" />
                <div>
                  <span className="sr">{t(problem.severity === 'error' ? 'processes.error' : 'processes.warning')}: </span>
                  {textOf(problem)}
                  {stage !== undefined && (
                    <div>
                      <button type="button" className="linklike s" onClick={() => onChoose(stage.code)}>
                        {t('processes.go_to_stage')}
                      </button>
                    </div>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
