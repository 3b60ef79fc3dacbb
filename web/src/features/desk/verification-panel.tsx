import { CircleCheck, CircleX, CornerDownLeft, EyeOff, Headset, ListOrdered, Pause, Shield, Volume2, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskCall, DeskVerification } from '../../api/desk-types';
import { Button } from '../../ui/actions/button';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { RunningTime } from '../../ui/phone/running-time';
import { useFormat } from '../../ui/text/use-format';
import './verification-panel.css';

type Step = DeskVerification['steps'][number];

const icons: Partial<Record<Step['kind'], LucideIcon>> = { wrong: CircleX, failed: CircleX, unavailable: CircleX, verified: CircleCheck, readingInvoice: Volume2, back: CornerDownLeft, takenBack: CornerDownLeft };

/** The caller is in the verification menu: where he is, how often he was wrong, never a digit (I-16 … I-21). */
export function VerificationPanel({ call, isBusy, onTakeBack }: { call: DeskCall; isBusy: boolean; onTakeBack: () => void }): ReactElement {
  const { t } = useTranslation();
  const { steps } = call.verification;
  useShortcuts([{ key: 'escape', label: t('desk.take_back'), group: t('desk.keys_call'), run: onTakeBack }]);
  return (
    <section className="verification" aria-label={t('desk.verification')}>
      <header className="verification-head">
        <Shield className="i acc" aria-hidden="true" />
        <h3>{t('desk.verification')}</h3>
        {steps[0] !== undefined && (
          <span className="end num">
            <RunningTime since={Date.parse(steps[0].at)} />
          </span>
        )}
      </header>
      <div className="verification-legs">
        <span>
          <Headset className="i" aria-hidden="true" />
          <b>{t('desk.you')}</b>
          {t('desk.you_wait')}
        </span>
        <Pause className="i s t2" aria-hidden="true" />
        <span className="warn">
          <ListOrdered className="i" aria-hidden="true" />
          <b>{t('desk.caller')}</b>
          {t('desk.caller_in_menu')}
        </span>
      </div>
      <StepList verification={call.verification} />
      <footer className="verification-foot">
        <Button icon={CornerDownLeft} keys="escape" busy={isBusy} onClick={onTakeBack}>
          {t('desk.take_back')}
        </Button>
        <p className="row s t2">
          <EyeOff className="i s" aria-hidden="true" />
          {t('desk.digits_nowhere')}
        </p>
      </footer>
    </section>
  );
}

/** What happened in the menu so far, the last on the bottom; also shown after it. */
export function StepList({ verification }: { verification: DeskVerification }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { steps, wrongPairs, wrongAllowed } = verification;
  return (
    <ol className="verification-steps" aria-live="polite">
      {steps.map((step, index) => {
        const Icon = icons[step.kind];
        const isWrong = step.kind === 'wrong' || step.kind === 'failed';
        return (
          <li key={index} className={isWrong ? 'bad' : step.kind === 'verified' ? 'good' : undefined}>
            {Icon === undefined ? <span className="dot" aria-hidden="true" /> : <Icon className="i s" aria-hidden="true" />}
            <span className={index === steps.length - 1 ? 'md' : undefined}>{t(`desk.verification_step.${step.kind}`)}</span>
            <time className="num s t2" dateTime={step.at}>
              {format.time(step.at)}
            </time>
            {isWrong && index === lastWrong(steps) && (
              <span className="verification-tries">
                {Array.from({ length: wrongAllowed + 1 }, (_, at) => (
                  <i key={at} className={at < wrongPairs ? 'used' : at === wrongAllowed ? 'last' : undefined} aria-hidden="true" />
                ))}
                <span className="s t2">
                  {t('desk.wrong_pairs', { count: wrongPairs })} · {t('desk.third_ends')}
                </span>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function lastWrong(steps: readonly Step[]): number {
  return steps.findLastIndex((step) => step.kind === 'wrong' || step.kind === 'failed');
}
