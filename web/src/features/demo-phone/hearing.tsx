import { Grid3x3, Headset, Monitor } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../ui/classes';
import { formatClock } from '../../ui/text/format';
import { linesOf } from './heard-lines';
import type { DemoPhoneState, DemoStage } from './demo-types';

const steps: readonly DemoStage[] = ['greeting', 'menu', 'verification', 'agent'];

/** What the caller hears and presses, and where in the call he is. */
export function Hearing({ phone }: { phone: DemoPhoneState }): ReactElement {
  const { t } = useTranslation();
  const log = useRef<HTMLOListElement>(null);
  const lines = linesOf(phone.heard);
  // Until the menu says where he is, the caller is being greeted.
  const stage = phone.stage === 'queue' ? 'agent' : (phone.stage ?? (phone.state === 'connected' ? 'greeting' : null));
  const at = stage === null ? -1 : steps.indexOf(stage);
  const seen = phone.state === 'connected' && (phone.stage === 'queue' || phone.stage === 'agent');
  const talked = phone.stage === 'agent';
  const agent = phone.state === 'connected' ? (talked ? 'agent_talks' : seen ? 'agent_sees' : 'agent_not_yet') : phone.state === 'ended' && talked ? 'agent_writes' : 'agent_not_yet';

  useEffect(() => {
    if (log.current !== null) {
      log.current.scrollTop = log.current.scrollHeight;
    }
  }, [lines.length]);

  return (
    <section className="hearing" aria-labelledby="hearing">
      <h2 id="hearing">{t('demo-phone.heard')}</h2>
      <ol className="hearing-path" aria-label={t('demo-phone.place')}>
        {steps.map((step, index) => (
          <li key={step} className={classes(index < at && (step === 'greeting' || phone.reached.includes(step)) && 'd', index === at && 'n')} aria-current={index === at ? 'step' : undefined}>
            {step === 'agent' && phone.stage === 'queue' ? t('demo-phone.stage.queue') : t(`demo-phone.stage.${step}`)}
          </li>
        ))}
      </ol>
      <ol className="hearing-log" aria-live="polite" ref={log} tabIndex={0} aria-label={t('demo-phone.heard')}>
        {lines.length === 0 && <li className="hearing-nothing t2">{t('demo-phone.nothing_heard')}</li>}
        {lines.map((line, index) => (
          <li key={line.at} className={classes(index === lines.length - 1 && line.kind === 'said' && phone.state === 'connected' && 'now')}>
            <time dateTime={line.at} className="num">
              {formatClock(line.second)}
            </time>
            {line.kind === 'key' ? (
              <span className="hearing-key">
                <Grid3x3 className="i" aria-hidden="true" />
                {line.text.includes('•') ? <span aria-label={t('demo-phone.secret_keys')}>{line.text}</span> : t('demo-phone.pressed', { keys: line.text })}
              </span>
            ) : (
              <div className="hearing-said">
                {line.text}
                {line.options.length > 0 && (
                  <ul>
                    {line.options.map((option) => (
                      <li key={option.key}>
                        <kbd>{option.key}</kbd>
                        {option.text}
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      <div className="hearing-see" role="status">
        {seen ? <Headset className="i l acc" aria-hidden="true" /> : <Monitor className="i l acc" aria-hidden="true" />}
        <span>
          <b className="b">{t(`demo-phone.${agent}`)}</b>
          <span className="t2">{t(`demo-phone.${agent}_hint`)}</span>
        </span>
      </div>
    </section>
  );
}
