import { emptyText, type ArticleContent, type ArticleText, type DraftCard, type Step, type StepKind } from '../knowledge-types';
import type { Language } from '../../../ui/text/language';

/** What a writer changes: the draft, and where it stands. */
export type Edit = { draft: ArticleContent; folderId: string | null; reviewOn: string | null; isOutdated: boolean; confirmed: readonly Language[] };

export function editOf(card: DraftCard): Edit {
  return { draft: card.draft, folderId: card.folderId, reviewOn: card.reviewOn, isOutdated: card.isOutdated, confirmed: [] };
}

export function textIn(draft: ArticleContent, language: string): ArticleText {
  return draft.texts[language] ?? emptyText;
}

export function withText(edit: Edit, language: Language, change: Partial<ArticleText>): Edit {
  return { ...edit, draft: { ...edit.draft, texts: { ...edit.draft.texts, [language]: { ...textIn(edit.draft, language), ...change } } } };
}

export function withWords(edit: Edit, language: Language, key: string, words: string): Edit {
  return withText(edit, language, { steps: { ...textIn(edit.draft, language).steps, [key]: words } });
}

export function withSteps(edit: Edit, steps: readonly Step[]): Edit {
  return { ...edit, draft: { ...edit.draft, steps: [...steps] } };
}

export function changeStep(edit: Edit, key: string, change: Partial<Step>): Edit {
  return withSteps(
    edit,
    edit.draft.steps.map((step) => (step.key === key ? { ...step, ...change } : step)),
  );
}

/** A key that no other has: keys stay when steps are moved, so that texts and figures stay with them. */
function freshKey(prefix: string, taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`${prefix}${number}`)) {
    number += 1;
  }
  return `${prefix}${number}`;
}

export function addStep(edit: Edit, kind: StepKind, after: string | null): { edit: Edit; key: string } {
  const { steps } = edit.draft;
  const key = freshKey('s', steps.map((step) => step.key));
  const step: Step = { key, kind, next: null, answers: kind === 'ask' ? [{ key: 'a1', next: null, article: null }, { key: 'a2', next: null, article: null }] : [], field: kind === 'fill' ? 'note' : null, isRequired: false, canSkip: false, writesNote: kind !== 'say', result: kind === 'result' ? 'solved' : null };
  const at = after === null ? steps.length : steps.findIndex((one) => one.key === after) + 1;
  return { edit: withSteps(edit, [...steps.slice(0, at), step, ...steps.slice(at)]), key };
}

export function addAnswer(edit: Edit, step: Step): Edit {
  return changeStep(edit, step.key, { answers: [...step.answers, { key: freshKey('a', step.answers.map((answer) => answer.key)), next: null, article: null }] });
}

/** Another kind keeps what both kinds have. */
export function changeKind(edit: Edit, step: Step, kind: StepKind): Edit {
  return changeStep(edit, step.key, {
    kind,
    answers: kind === 'ask' && step.answers.length === 0 ? [{ key: 'a1', next: null, article: null }] : step.answers,
    field: kind === 'fill' ? (step.field ?? 'note') : step.field,
    result: kind === 'result' ? (step.result ?? 'solved') : step.result,
  });
}

export function removeStep(edit: Edit, key: string): Edit {
  const loose = (next: string | null): string | null => (next === key ? null : next);
  return withSteps(
    edit,
    edit.draft.steps.filter((step) => step.key !== key).map((step) => ({ ...step, next: loose(step.next), answers: step.answers.map((answer) => ({ ...answer, next: loose(answer.next) })) })),
  );
}

export function moveStep(edit: Edit, key: string, to: number): Edit {
  const { steps } = edit.draft;
  const moved = steps.find((step) => step.key === key);
  if (moved === undefined || to < 0 || to >= steps.length) {
    return edit;
  }
  const rest = steps.filter((step) => step.key !== key);
  return withSteps(edit, [...rest.slice(0, to), moved, ...rest.slice(to)]);
}
