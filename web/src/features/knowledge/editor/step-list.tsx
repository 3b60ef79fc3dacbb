import { ArrowDown, ArrowUp, GripVertical, ListChecks, Plus, Trash2 } from 'lucide-react';
import { useRef, useState, type DragEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { classes } from '../../../ui/classes';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Count } from '../../../ui/marks/count';
import { Tag } from '../../../ui/marks/tag';
import { Menu } from '../../../ui/overlays/menu';
import type { Language } from '../../../ui/text/language';
import type { Problem, Step, StepKind } from '../knowledge-types';
import { addStep, moveStep, removeStep, textIn, type Edit } from './edit-state';
import { StepForm } from './step-form';
import './step-list.css';

export type StepListProps = { edit: Edit; language: Language; mainLanguage: Language; problems: readonly Problem[]; change: (change: (edit: Edit) => Edit) => void };

const kinds: readonly StepKind[] = ['say', 'ask', 'fill', 'result'];

/** The steps of a script; the chosen one opens in place. Steps are dragged, or moved with the arrows of the open one. */
export function StepList({ edit, language, mainLanguage, problems, change }: StepListProps): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(edit.draft.steps[0]?.key ?? null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { steps } = edit.draft;
  useShortcuts([{ key: 'a', label: t('knowledge.add_step'), group: t('knowledge.title'), run: () => setIsAdding(true) }]);

  const add = (kind: StepKind): void => {
    const added = addStep(edit, kind, open);
    change(() => added.edit);
    setOpen(added.key);
  };
  const drop = (event: DragEvent, to: number): void => {
    event.preventDefault();
    if (dragged !== null) {
      change((now) => moveStep(now, dragged, to));
      setDragged(null);
    }
  };
  return (
    <section className="panel steps" aria-labelledby="script-steps">
      <div className="ph">
        <h2 id="script-steps">{t('knowledge.kind.script')}</h2>
        <Count value={steps.length} />
        <span className="end row g4">
          <Button ref={button} size="small" icon={Plus} keys="a" aria-haspopup="menu" onClick={() => setIsAdding(true)}>
            {t('knowledge.step')}
          </Button>
          {isAdding && <Menu anchor={button} align="end" label={t('knowledge.add_step')} onClose={() => setIsAdding(false)} entries={kinds.map((kind) => ({ label: t(`knowledge.step_kind.${kind}`), run: () => add(kind) }))} />}
        </span>
      </div>
      {steps.length === 0 && <EmptyState icon={ListChecks} title={t('knowledge.no_steps')}>{t('knowledge.no_steps_hint')}</EmptyState>}
      <ol>
        {steps.map((step, index) => {
          const isOpen = step.key === open;
          const own = problems.filter((problem) => problem.step === step.key);
          return (
            <li key={step.key} className={classes('step', isOpen && 'on', dragged === step.key && 'dragged')} onDragOver={(event) => dragged !== null && event.preventDefault()} onDrop={(event) => drop(event, index)}>
              <span className="step-grip" draggable onDragStart={() => setDragged(step.key)} onDragEnd={() => setDragged(null)} title={t('knowledge.drag')}>
                <GripVertical className="i s" aria-hidden="true" />
              </span>
              <span className="step-number">{index + 1}</span>
              {isOpen ? (
                <StepForm edit={edit} step={step} index={index} language={language} mainLanguage={mainLanguage} change={change} />
              ) : (
                <button type="button" className="step-line" aria-expanded="false" onClick={() => setOpen(step.key)}>
                  <Tag tone={step.kind === 'result' ? 'accent' : 'neutral'}>{t(`knowledge.step_kind.${step.kind}`)}</Tag>
                  <span className="cut grow">{textIn(edit.draft, language).steps[step.key] ?? <i className="t3">{textIn(edit.draft, mainLanguage).steps[step.key] ?? t('knowledge.no_words')}</i>}</span>
                  <StepGoes step={step} steps={steps} index={index} />
                </button>
              )}
              {isOpen && (
                <span className="step-acts">
                  <IconButton icon={ArrowUp} size="small" look="quiet" label={t('knowledge.move_up')} disabled={index === 0} onClick={() => change((now) => moveStep(now, step.key, index - 1))} />
                  <IconButton icon={ArrowDown} size="small" look="quiet" label={t('knowledge.move_down')} disabled={index === steps.length - 1} onClick={() => change((now) => moveStep(now, step.key, index + 1))} />
                  <IconButton icon={Trash2} size="small" look="quiet" label={t('knowledge.remove_step', { number: index + 1 })} onClick={() => change((now) => removeStep(now, step.key))} />
                </span>
              )}
              {own.length > 0 && (
                <ul className="step-problems">
                  {own.map((problem) => (
                    <li key={problem.code} className={problem.isError ? 'danger' : 'warn'}>
                      {t(`knowledge.problem.${problem.code}`)}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function StepGoes({ step, steps, index }: { step: Step; steps: readonly Step[]; index: number }): ReactElement {
  const { t } = useTranslation();
  if (step.kind === 'ask') {
    return (
      <span className="s t2 row g4">
        <Count value={step.answers.length} /> {t('knowledge.answers')}
      </span>
    );
  }
  if (step.kind === 'result') {
    return <span className="s t2">{step.result === null ? '' : t(`knowledge.result.${step.result}`)}</span>;
  }
  const next = step.next === null ? index + 1 : steps.findIndex((one) => one.key === step.next);
  return (
    <span className="s t2 row g4 nowrap">
      <ArrowDown className="i s" aria-hidden="true" />
      {next < steps.length ? next + 1 : t('knowledge.end')}
    </span>
  );
}
