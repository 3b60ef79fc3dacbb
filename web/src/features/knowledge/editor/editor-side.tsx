import { ChartNoAxesColumn, CircleAlert, Eye, Languages, RotateCcw, TriangleAlert } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { SideSection } from '../../../ui/layout/panel';
import { Tag, type Tone } from '../../../ui/marks/tag';
import { languageNames, languages, type Language } from '../../../ui/text/language';
import { useFormat } from '../../../ui/text/use-format';
import { classes } from '../../../ui/classes';
import type { ArticleUse, ArticleView, DraftCard, GivenAnswer, Step } from '../knowledge-types';
import { ArticleBody } from '../reading/article-body';
import { ScriptPanel } from '../script/script-panel';
import { useArticleUse, useTree } from '../use-knowledge';
import { textIn, type Edit } from './edit-state';

type SideProps = { card: DraftCard; edit: Edit; language: Language; onLanguage: (language: Language) => void; onConfirm: (language: Language) => void };

/** Beside the draft: exactly what the agent will see, the languages, what is missing, and how it is used. */
export function EditorSide({ card, edit, language, onLanguage, onConfirm }: SideProps): ReactElement {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<GivenAnswer[]>([]);
  const view = usePreview(card, edit, language);
  return (
    <aside className="ed-side" aria-label={t('knowledge.agent_sees')}>
      <div className="ed-side-head">
        <Eye className="i s acc" aria-hidden="true" />
        <h2>{t('knowledge.agent_sees')}</h2>
        {card.kind === 'script' && (
          <span className="end">
            <Button size="small" look="quiet" icon={RotateCcw} onClick={() => setAnswers([])}>
              {t('knowledge.from_start')}
            </Button>
          </span>
        )}
      </div>
      {card.kind === 'script' ? (
        <ScriptPanel title={view.title} steps={view.steps} answers={answers} onAnswer={setAnswers} />
      ) : (
        <section className="side-section">
          <h3>{view.title}</h3>
          <ArticleBody article={view} onOpen={() => undefined} />
        </section>
      )}
      <Problems card={card} />
      <LanguageStates card={card} edit={edit} onLanguage={onLanguage} onConfirm={onConfirm} />
      {card.publishedNumber !== null && <UseFigures card={card} edit={edit} language={language} />}
    </aside>
  );
}

/** The draft in the form of a published article. */
function usePreview(card: DraftCard, edit: Edit, language: Language): ArticleView {
  const tree = useTree(null);
  const text = textIn(edit.draft, language);
  const main = textIn(edit.draft, card.mainLanguage);
  const rowOf = (id: string | null): ArticleView['target'] => {
    const leaf = tree.data?.articles.find((one) => one.id === id);
    return leaf === undefined ? null : { id: leaf.id, kind: leaf.kind, title: leaf.title, language: leaf.language, isFallback: leaf.isFallback, isOutdated: leaf.isOutdated };
  };
  const words = (key: string): string => text.steps[key] ?? main.steps[key] ?? '';
  const stepOf = (step: Step): ArticleView['steps'][number] => ({ ...step, text: words(step.key), answers: step.answers.map((answer) => ({ key: answer.key, text: words(`${step.key}.${answer.key}`), next: answer.next, article: rowOf(answer.article) })) });
  const url = edit.draft.url;
  return {
    id: card.id,
    kind: card.kind,
    number: card.draftNumber,
    title: text.title === '' ? main.title : text.title,
    language: text.title === '' ? card.mainLanguage : language,
    isFallback: text.title === '' && language !== card.mainLanguage,
    languages: [],
    isOutdated: edit.isOutdated,
    reviewOn: edit.reviewOn,
    body: text.body === '' ? main.body : text.body,
    phone: edit.draft.phone === '' ? null : edit.draft.phone,
    url: url !== null && /^https?:\/\/./i.test(url) ? url : null,
    host: url !== null && URL.canParse(url) ? new URL(url).host : null,
    target: rowOf(edit.draft.target),
    steps: edit.draft.steps.map(stepOf),
    audience: edit.draft.scope.audience,
    units: edit.draft.scope.units,
    categories: [],
    publishedAt: card.changedAt,
  };
}

function Problems({ card }: { card: DraftCard }): ReactElement | null {
  const { t } = useTranslation();
  const general = card.problems.filter((problem) => problem.step === null);
  const ofSteps = card.problems.filter((problem) => problem.step !== null && problem.isError).length;
  if (general.length === 0 && ofSteps === 0) {
    return null;
  }
  return (
    <SideSection title={t('knowledge.problems')} icon={TriangleAlert}>
      <ul className="editor-problems">
        {general.map((problem) => (
          <li key={`${problem.code}${problem.language ?? ''}`} className={problem.isError ? 'danger' : 'warn'}>
            {problem.isError ? <CircleAlert className="i s" aria-hidden="true" /> : <TriangleAlert className="i s" aria-hidden="true" />}
            {t(`knowledge.problem.${problem.code}`, { language: problem.language === null ? '' : languageNames[problem.language as Language] })}
          </li>
        ))}
        {ofSteps > 0 && (
          <li className="danger">
            <CircleAlert className="i s" aria-hidden="true" />
            {t('knowledge.problem.in_steps', { count: ofSteps })}
          </li>
        )}
      </ul>
    </SideSection>
  );
}

const stateTones: Record<string, Tone> = { missing: 'neutral', partly: 'warn', old: 'warn', upToDate: 'ok' };

function LanguageStates({ card, edit, onLanguage, onConfirm }: Omit<SideProps, 'language'>): ReactElement {
  const { t } = useTranslation();
  return (
    <SideSection title={t('knowledge.languages')} icon={Languages}>
      <ul className="lang-states">
        {languages.map((language) => {
          const state = card.languages[language];
          const isMain = language === card.mainLanguage;
          return (
            <li key={language}>
              <button type="button" className="lang-name" onClick={() => onLanguage(language)}>
                {languageNames[language]}
                {isMain && <span className="t2"> · {t('knowledge.first_language')}</span>}
              </button>
              {state?.state === 'old' && !edit.confirmed.includes(language) && (
                <Button size="small" look="quiet" onClick={() => onConfirm(language)}>
                  {t('knowledge.confirm_translation')}
                </Button>
              )}
              {isMain ? (
                <Tag tone={card.hasDraft ? 'warn' : 'ok'}>{t(card.hasDraft ? 'knowledge.not_published' : 'knowledge.published')}</Tag>
              ) : (
                state !== undefined && <Tag tone={stateTones[state.state] ?? 'neutral'}>{t(`knowledge.text_state.${state.state}`, { count: state.parts })}</Tag>
              )}
            </li>
          );
        })}
      </ul>
    </SideSection>
  );
}

function UseFigures({ card, edit, language }: { card: DraftCard; edit: Edit; language: Language }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: use } = useArticleUse(card.id);
  if (use === undefined) {
    return null;
  }
  return (
    <SideSection title={t('knowledge.use_figures')} icon={ChartNoAxesColumn} aside={t('knowledge.four_weeks')}>
      <dl className="use">
        <div>
          <dd className="num">{format.number(use.opened)}</dd>
          <dt>{t('knowledge.times_opened')}</dt>
        </div>
        <div>
          <dd className="num">{use.helped === null ? '–' : format.percent(use.helped)}</dd>
          <dt>{t('knowledge.helped')}</dt>
        </div>
        <div>
          <dd className="num">{use.meanSeconds === null ? '–' : format.clock(use.meanSeconds)}</dd>
          <dt>{t('knowledge.mean_time')}</dt>
        </div>
      </dl>
      {use.steps.length > 0 && use.opened > 0 && <Reached use={use} words={textIn(edit.draft, language).steps} order={edit.draft.steps.map((step) => step.key)} />}
    </SideSection>
  );
}

function Reached({ use, words, order }: { use: ArticleUse; words: Readonly<Record<string, string>>; order: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(1, ...use.steps.map((step) => step.reached));
  const { leftAt } = use;
  return (
    <>
      <h4 className="s t2 reached-head">{t('knowledge.reached')}</h4>
      <ol className="reached">
        {use.steps.map((step, index) => (
          <li key={step.key} className={classes(step.key === leftAt?.key && 'low')} title={words[step.key]}>
            <span>{index + 1}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className="back" width="100" height="8" />
              <rect className="bar" width={(100 * step.reached) / most} height="8" />
            </svg>
            <span className="num">{format.number(step.reached)}</span>
          </li>
        ))}
      </ol>
      {leftAt !== null && (
        <p className="s t2 row g4 left-at">
          <TriangleAlert className="i s warn" aria-hidden="true" />
          <span>
            {t('knowledge.left_at', { number: order.indexOf(leftAt.key) + 1, count: leftAt.count })}
            {leftAt.afterAnswer !== null && ` ${t('knowledge.left_after', { answer: words[`${leftAt.afterStep ?? ''}.${leftAt.afterAnswer}`] ?? '' })}`}
          </span>
        </p>
      )}
    </>
  );
}
