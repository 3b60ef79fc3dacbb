import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Count } from '../../../ui/marks/count';
import { exitName, teamName, titleOf, type Looks } from '../block-looks';
import type { Flow, Problem } from '../flow-types';

/** What a problem names, as people call it. */
function whatOf(looks: Looks, flow: Flow, { code, node, what }: Problem): string {
  const block = node == null ? undefined : flow.nodes[node];
  switch (code) {
    case 'dead_end':
    case 'ends_silently':
      return block === undefined || what == null ? '' : exitName(looks, block, what);
    case 'menu_empty_for':
      return looks.t(`ivr.class.${what}`);
    case 'prompt_untranslated':
      return (what ?? '').split(', ').map((one) => looks.t(`ui.language.${one}`)).join(', ');
    case 'queue_without_hours':
      return teamName(looks, what ?? '');
    default:
      return what ?? '';
  }
}

/** What is wrong with the drawing; a press leads to the block it is at. */
export function Problems({ flow, problems, looks, onChoose }: { flow: Flow; problems: readonly Problem[]; looks: Looks; onChoose: (name: string) => void }): ReactElement {
  const { t } = useTranslation();
  const count = (weight: Problem['weight']): number => problems.filter((problem) => problem.weight === weight).length;
  return (
    <section className="problems" aria-label={t('ivr.problems')}>
      <header className="drawer-head">
        <h2>{t('ivr.problems')}</h2>
        {count('error') > 0 && <Count value={count('error')} look="bad" label={t('ivr.errors')} />}
        {count('warning') > 0 && <Count value={count('warning')} label={t('ivr.warnings')} />}
        {count('error') > 0 && <span className="t2 s end cut">{t('ivr.publish_blocked')}</span>}
      </header>
      {problems.length === 0 ? (
        <p className="problem-none">
          <CircleCheck className="i ok" aria-hidden="true" />
          {t('ivr.no_problems')}
        </p>
      ) : (
        <ul>
          {problems.map((problem) => {
            const Icon = problem.weight === 'error' ? CircleAlert : TriangleAlert;
            const { node } = problem;
            return (
              <li key={`${problem.code}:${node}:${problem.what}`} className="problem flow-problem">
                <Icon className={problem.weight === 'error' ? 'i s danger' : 'i s warn'} aria-hidden="true" />
                <div className="grow">
                  <span className="sr">{t(problem.weight === 'error' ? 'ivr.error' : 'ivr.warning')}: </span>
                  {node != null && <b className="md">{titleOf(looks, flow, node)}: </b>}
                  {t(`ivr.problem.${problem.code}${problem.code === 'ends_silently' && problem.what != null ? '_at' : ''}`, { what: whatOf(looks, flow, problem) })}
                </div>
                {node != null && flow.nodes[node] !== undefined && (
                  <button type="button" className="linklike s" onClick={() => onChoose(node)}>
                    {t('ivr.go_to_block')}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
