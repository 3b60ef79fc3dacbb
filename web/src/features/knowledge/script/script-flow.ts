import type { GivenAnswer, ScriptResult, StepView } from '../knowledge-types';

/** Where a reader stands in a script; the same rules as the server's, so that a preview needs none. */
export type Place = { taken: readonly string[]; at: string | null; ahead: readonly string[]; result: ScriptResult | null; opens: string | null };

export type FlowStep = Pick<StepView, 'key' | 'kind' | 'next' | 'result'> & { answers: readonly { key: string; next: string | null; article: { id: string } | null }[] };

export function placeOf(steps: readonly FlowStep[], given: readonly GivenAnswer[]): Place {
  const taken: string[] = [];
  let at = 0;
  for (const one of given) {
    const step = steps[at];
    if (step === undefined || step.key !== one.step) {
      break;
    }
    const chosen = step.answers.find((answer) => answer.key === one.answer);
    taken.push(step.key);
    if (step.kind === 'result' || chosen?.article != null) {
      return { taken, at: null, ahead: [], result: step.result ?? null, opens: chosen?.article?.id ?? null };
    }
    at = after(steps, at, chosen?.next ?? null);
  }
  return { taken, at: steps[at]?.key ?? null, ahead: aheadOf(steps, at), result: null, opens: null };
}

/** Steps lead forward only; one that would lead back ends the way. */
function after(steps: readonly FlowStep[], at: number, next: string | null): number {
  const named = next ?? steps[at]?.next ?? null;
  if (named === null) {
    return at + 1;
  }
  const found = steps.findIndex((step) => step.key === named);
  return found > at ? found : steps.length;
}

/** What follows if every question takes its first answer that goes on. */
function aheadOf(steps: readonly FlowStep[], from: number): string[] {
  const ahead: string[] = [];
  let at = from;
  let step = steps[at];
  while (step !== undefined && step.kind !== 'result') {
    const first = step.kind === 'ask' ? step.answers.find((answer) => answer.article === null) : undefined;
    at = after(steps, at, first?.next ?? null);
    step = steps[at];
    if (step !== undefined) {
      ahead.push(step.key);
    }
  }
  return ahead;
}
