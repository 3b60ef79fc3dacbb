import { Check, CircleCheck, CircleX, ListChecks, Share2, Undo2 } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { classes } from '../../../ui/classes';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { SideSection } from '../../../ui/layout/panel';
import type { GivenAnswer, ScriptResult, StepView } from '../knowledge-types';
import { placeOf } from './script-flow';
import './script.css';

export type ScriptPanelProps = {
  title: string;
  steps: readonly StepView[];
  answers: readonly GivenAnswer[];
  onAnswer: (answers: GivenAnswer[]) => void;
  /** Digits answer, 0 skips, Backspace goes one step back. */
  keys?: boolean;
  busy?: boolean;
  aside?: ReactNode;
  heading?: 'h2' | 'h3';
  /** Below the end: put into the note, use in the request. */
  end?: ReactNode;
};

/** A script as the agent goes through it: what is done, the step now, what is ahead (I-22). */
export function ScriptPanel({ title, steps, answers, onAnswer, keys = false, busy = false, aside, heading, end }: ScriptPanelProps): ReactElement {
  const { t } = useTranslation();
  const place = placeOf(steps, answers);
  const byKey = new Map(steps.map((step) => [step.key, step]));
  const now = place.at === null ? undefined : byKey.get(place.at);
  const total = place.taken.length + (now === undefined ? 0 : 1) + place.ahead.length;
  const give = (answer: string | null, value: string | null = null): void => {
    if (now !== undefined && !busy) {
      onAnswer([...answers.slice(0, place.taken.length), { step: now.key, answer, value }]);
    }
  };
  const back = (): void => onAnswer(answers.slice(0, Math.max(0, place.taken.length - 1)));
  const choices = now?.kind === 'ask' ? now.answers.map(({ key }) => key) : now === undefined || now.kind === 'fill' ? [] : [null];

  useShortcuts(
    keys
      ? [
          ...choices.slice(0, 9).map((answer, index) => ({ key: String(index + 1), run: () => give(answer) })),
          ...(now?.canSkip === true ? [{ key: '0', run: () => give(null) }] : []),
          ...(answers.length > 0 ? [{ key: 'backspace', run: back }] : []),
          ...(now === undefined ? [] : [{ key: '1', label: t('knowledge.script_keys'), group: t('knowledge.title'), run: () => (choices[0] === undefined ? undefined : give(choices[0])) }]),
        ]
      : [],
  );

  return (
    <SideSection
      title={t('knowledge.script_of', { title })}
      icon={ListChecks}
      {...(heading === undefined ? {} : { heading })}
      aside={
        <>
          <span className="num">{t('knowledge.progress', { at: Math.min(total, place.taken.length + (now === undefined ? 0 : 1)), total })}</span>
          {answers.length > 0 && <IconButton icon={Undo2} look="quiet" size="small" label={t('knowledge.step_back')} onClick={back} {...(keys ? { keys: 'backspace' } : {})} />}
          {aside}
        </>
      }
    >
      <ol className="script">
        {place.taken.map((key, index) => (
          <li key={key} className="done">
            <span className="n">
              <Check className="i s" aria-hidden="true" />
            </span>
            <span>
              <span className="sr">{t('knowledge.step_done')} </span>
              {saidOf(byKey.get(key), answers[index])}
            </span>
          </li>
        ))}
        {now !== undefined && <StepNow key={now.key} step={now} number={place.taken.length + 1} keys={keys} busy={busy} onGive={give} />}
        {place.ahead.map((key, index) => (
          <li key={key}>
            <span className="n">{place.taken.length + index + 2}</span>
            <span>{byKey.get(key)?.text}</span>
          </li>
        ))}
      </ol>
      {place.at === null && <ScriptEnd result={place.result} opens={byOpens(steps, place.opens)}>{end}</ScriptEnd>}
    </SideSection>
  );
}

function saidOf(step: StepView | undefined, given: GivenAnswer | undefined): string {
  const said = given?.value ?? step?.answers.find((answer) => answer.key === given?.answer)?.text;
  return said == null || said === '' ? (step?.text ?? '') : `${step?.text.replace(/[?:]\s*$/, '') ?? ''}: ${said}`;
}

function byOpens(steps: readonly StepView[], id: string | null): string | null {
  return steps.flatMap((step) => step.answers).find((answer) => answer.article?.id === id && id !== null)?.article?.title ?? null;
}

type StepNowProps = { step: StepView; number: number; keys: boolean; busy: boolean; onGive: (answer: string | null, value?: string | null) => void };

function StepNow({ step, number, keys, busy, onGive }: StepNowProps): ReactElement {
  const { t } = useTranslation();
  const key = (sign: string): { keys?: string } => (keys ? { keys: sign } : {});
  return (
    <li className="now" aria-current="step">
      <span className="n">{number}</span>
      <div className="grow">
        <p className="script-words">{step.kind === 'ask' || step.kind === 'say' ? t('knowledge.said', { text: step.text.replace(/^[“"”]|[“"”]$/g, '') }) : step.text}</p>
        {step.kind === 'fill' ? (
          <FillStep step={step} busy={busy} onGive={onGive} />
        ) : (
          <div className="script-answers">
            {step.kind === 'ask' &&
              step.answers.map((answer, index) => (
                <Button key={answer.key} size="small" busy={busy} onClick={() => onGive(answer.key)} {...key(String(index + 1))}>
                  {answer.text}
                </Button>
              ))}
            {step.kind === 'say' && (
              <Button size="small" busy={busy} onClick={() => onGive(null)} {...key('1')}>
                {t('knowledge.was_read')}
              </Button>
            )}
            {step.kind === 'result' && (
              <Button size="small" busy={busy} onClick={() => onGive(null)} {...key('1')}>
                {t(`knowledge.finish.${step.result ?? 'solved'}`)}
              </Button>
            )}
            {step.canSkip && (
              <Button size="small" look="quiet" busy={busy} onClick={() => onGive(null)} {...key('0')}>
                {t('knowledge.skip')}
              </Button>
            )}
          </div>
        )}
      </div>
    </li>
  );
}

function FillStep({ step, busy, onGive }: Pick<StepNowProps, 'step' | 'busy' | 'onGive'>): ReactElement {
  const { t } = useTranslation();
  const [value, setValue] = useState('');
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!step.isRequired || value.trim() !== '') {
      onGive(null, value.trim() === '' ? null : value.trim());
    }
  };
  return (
    <form className="script-fill" onSubmit={submit}>
      <TextInput ref={input} value={value} onChange={setValue} maxLength={500} aria-label={step.text} aria-required={step.isRequired || undefined} />
      <Button type="submit" size="small" busy={busy} disabled={step.isRequired && value.trim() === ''} keys="enter">
        {t('knowledge.write')}
      </Button>
    </form>
  );
}

const ends = { solved: CircleCheck, unsolved: CircleX, passOn: Share2 } as const;

function ScriptEnd({ result, opens, children }: { result: ScriptResult | null; opens: string | null; children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const Icon = result === null ? Check : ends[result];
  return (
    <div className={classes('script-end', result ?? undefined)} role="status">
      <p className="row g4 md">
        <Icon className="i s" aria-hidden="true" />
        {opens === null ? t(result === null ? 'knowledge.ended' : `knowledge.result.${result}`) : t('knowledge.goes_on_in', { title: opens })}
      </p>
      {children}
    </div>
  );
}
