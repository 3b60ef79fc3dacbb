import { Plus, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffer } from '../../../api/offer';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { Field } from '../../../ui/fields/field';
import { Select, type Option } from '../../../ui/fields/select';
import { TextArea } from '../../../ui/fields/text-area';
import { TextInput } from '../../../ui/fields/text-input';
import { Kbd } from '../../../ui/marks/kbd';
import type { Language } from '../../../ui/text/language';
import { useNames } from '../../../ui/text/names';
import type { ScriptResult, Step, StepKind } from '../knowledge-types';
import { useTree } from '../use-knowledge';
import { addAnswer, changeKind, changeStep, textIn, withWords, type Edit } from './edit-state';

const mostAnswers = 9;
const kinds: readonly StepKind[] = ['say', 'ask', 'fill', 'result'];
const results: readonly ScriptResult[] = ['solved', 'unsolved', 'passOn'];

type StepFormProps = { edit: Edit; step: Step; index: number; language: Language; mainLanguage: Language; change: (change: (edit: Edit) => Edit) => void };

/** One step, open: its kind, its words, what its answers lead to. */
export function StepForm({ edit, step, index, language, mainLanguage, change }: StepFormProps): ReactElement {
  const { t } = useTranslation();
  const words = textIn(edit.draft, language).steps;
  const first = textIn(edit.draft, mainLanguage).steps;
  const hint = (key: string): string | undefined => (language === mainLanguage ? undefined : first[key]);
  const set = (change_: Partial<Step>): void => change((now) => changeStep(now, step.key, change_));
  return (
    <div className="step-form">
      <div className="step-two">
        <Field label={t('knowledge.step')}>
          <Select value={step.kind} onChange={(kind) => kind !== null && change((now) => changeKind(now, step, kind))} options={kinds.map((value) => ({ value, label: t(`knowledge.step_kind.${value}`) }))} />
        </Field>
        <Field label={t(`knowledge.words_of.${step.kind}`)} hint={hint(step.key)}>
          <TextArea rows={1} maxLength={800} lang={language} value={words[step.key] ?? ''} onChange={(text) => change((now) => withWords(now, language, step.key, text))} />
        </Field>
      </div>
      {step.kind === 'ask' && <Answers edit={edit} step={step} index={index} language={language} hint={hint} change={change} />}
      {step.kind === 'fill' && <FillTarget edit={edit} step={step} onChange={(field) => set({ field })} />}
      {step.kind === 'result' && (
        <Field label={t('knowledge.result')}>
          <Select value={step.result} onChange={(result) => set({ result })} options={results.map((value) => ({ value, label: t(`knowledge.result.${value}`) }))} />
        </Field>
      )}
      {step.kind !== 'result' && step.kind !== 'ask' && (
        <Field label={t('knowledge.next')}>
          <Select value={step.next ?? ''} onChange={(next) => set({ next: next === '' ? null : next })} options={nextOptions(edit, index, language, t)} />
        </Field>
      )}
      <div className="step-foot">
        <Checkbox label={t('knowledge.writes_note')} checked={step.writesNote} onChange={(writesNote) => set({ writesNote })} />
        {step.kind === 'ask' && <Checkbox label={t('knowledge.can_skip')} checked={step.canSkip} onChange={(canSkip) => set({ canSkip })} />}
        {step.kind === 'fill' && <Checkbox label={t('knowledge.is_required')} checked={step.isRequired} onChange={(isRequired) => set({ isRequired })} />}
        {step.kind === 'ask' && step.answers.length < mostAnswers && (
          <span className="end">
            <Button size="small" look="quiet" icon={Plus} onClick={() => change((now) => addAnswer(now, step))}>
              {t('knowledge.answer')}
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}

type AnswersProps = Omit<StepFormProps, 'mainLanguage'> & { hint: (key: string) => string | undefined };

function Answers({ edit, step, index, language, hint, change }: AnswersProps): ReactElement {
  const { t } = useTranslation();
  const tree = useTree(null);
  const words = textIn(edit.draft, language).steps;
  const articles: Option<string>[] = (tree.data?.articles ?? []).filter((leaf) => !leaf.isRetired).map((leaf) => ({ value: `article:${leaf.id}`, label: t('knowledge.to_article', { title: leaf.title }) }));
  const options = [...nextOptions(edit, index, language, t), ...articles];
  const lead = (key: string, to: string): void =>
    change((now) =>
      changeStep(now, step.key, {
        answers: step.answers.map((answer) => (answer.key === key ? { ...answer, next: to === '' || to.startsWith('article:') ? null : to, article: to.startsWith('article:') ? to.slice('article:'.length) : null } : answer)),
      }),
    );
  return (
    <div className="step-answers">
      <span className="hd">{t('knowledge.key')}</span>
      <span className="hd">{t('knowledge.answer')}</span>
      <span className="hd">{t('knowledge.next')}</span>
      <span />
      {step.answers.map((answer, at) => {
        const key = `${step.key}.${answer.key}`;
        return (
          <div key={answer.key} className="contents">
            <Kbd keys={String(at + 1)} />
            <TextInput maxLength={120} lang={language} aria-label={t('knowledge.answer_number', { number: at + 1 })} placeholder={hint(key)} value={words[key] ?? ''} onChange={(text) => change((now) => withWords(now, language, key, text))} />
            <Select label={t('knowledge.next_of', { number: at + 1 })} value={answer.article !== null ? `article:${answer.article}` : (answer.next ?? '')} onChange={(to) => lead(answer.key, to ?? '')} options={options} />
            <IconButton icon={X} size="small" look="quiet" label={t('knowledge.remove_answer', { number: at + 1 })} onClick={() => change((now) => changeStep(now, step.key, { answers: step.answers.filter((one) => one.key !== answer.key) }))} />
          </div>
        );
      })}
    </div>
  );
}

/** Steps lead forward only: the one below, or any later one. */
function nextOptions(edit: Edit, index: number, language: Language, t: ReturnType<typeof useTranslation>['t']): Option<string>[] {
  const words = textIn(edit.draft, language).steps;
  return [
    { value: '', label: t('knowledge.next_step') },
    ...edit.draft.steps.slice(index + 1).map((step, at) => ({ value: step.key, label: `${index + at + 2} ${words[step.key] ?? t(`knowledge.step_kind.${step.kind}`)}` })),
  ];
}

function FillTarget({ edit, step, onChange }: { edit: Edit; step: Step; onChange: (field: string | null) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const offer = useOffer();
  const own = edit.draft.scope.categories.flatMap((id) => offer.find('request_categories', id)?.fields ?? []);
  const options = [
    ...['note', 'subject', 'text'].map((value) => ({ value, label: t(`knowledge.field.${value}`) })),
    ...own.map((field) => ({ value: `extra:${field.code}`, label: names(field.names) })),
  ];
  const known = options.some((option) => option.value === step.field) || step.field === null ? options : [...options, { value: step.field, label: step.field }];
  return (
    <Field label={t('knowledge.field')}>
      <Select value={step.field} onChange={onChange} options={known} />
    </Field>
  );
}
