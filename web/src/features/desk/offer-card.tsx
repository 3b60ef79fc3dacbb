import { Phone, PhoneIncoming } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskCall } from '../../api/desk-types';
import { RefusalNotice } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { isTextField, useShortcuts } from '../../ui/keys/shortcuts';
import { MenuPath } from '../../ui/phone/menu-path';
import { useNames } from '../../ui/text/names';
import { serverNow, useNow } from '../../ui/text/now';
import { useFormat } from '../../ui/text/use-format';
import { CallerTags } from './caller-tags';
import './offer-card.css';

export type OfferCardProps = { call: DeskCall; matters: ReactNode; isBusy: boolean; refusal: unknown; onAnswer: () => void; onReject: () => void };

/** A call rings: who, on which way, how long waited. Enter answers, Esc refuses; who is typing keeps his focus. */
export function OfferCard({ call, matters, isBusy, refusal, onAnswer, onReject }: OfferCardProps): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const answer = useRef<HTMLButtonElement>(null);
  const number = call.callingNumber == null ? t('customers.withheld') : format.phone(call.callingNumber);
  const who = call.customer?.name ?? number;

  useShortcuts([
    { key: 'enter', label: t('desk.answer'), group: t('desk.keys_call'), run: onAnswer },
    { key: 'escape', label: t('desk.reject'), group: t('desk.keys_call'), run: onReject },
  ]);

  const card = useRef<HTMLElement>(null);
  // On a narrow screen the page may be scrolled past it.
  useEffect(() => {
    card.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);

  // The answer button is under the finger unless somebody is writing or deciding something.
  useEffect(() => {
    const focused = document.activeElement;
    if (!isTextField(focused) && focused?.closest('dialog, [role="menu"], [role="dialog"]') == null) {
      answer.current?.focus({ preventScroll: true });
    }
  }, []);

  return (
    <section ref={card} className="offer" role="alertdialog" aria-live="assertive" aria-label={t('desk.offer_of', { who, team: names(call.team.names) })}>
      <TimeLeft call={call} />
      <div className="offer-ring">
        <span className="ring">
          <PhoneIncoming aria-hidden="true" />
        </span>
        <BackIn call={call} />
      </div>
      <div className="offer-who">
        <p className="row offer-name">
          <b className="cut">{who}</b>
          <CallerTags call={call} />
        </p>
        {call.customer != null && <p className="num offer-number">{number}</p>}
        <dl className="offer-facts">
          {call.customer == null && call.candidates.length > 0 && (
            <>
              <dt>{t('desk.candidates')}</dt>
              <dd>
                {t('desk.maybe', { names: call.candidates.map((candidate) => candidate.contactName ?? candidate.name).join(', ') })}
              </dd>
            </>
          )}
          <dt>{t('calls.menu_path')}</dt>
          <dd>{call.menuPath.length === 0 ? '–' : <MenuPath label={t('calls.menu_path')} steps={call.menuPath.map((step) => ({ key: step.key ?? undefined, label: names(step.label) }))} />}</dd>
          <dt>{t('calls.waited')}</dt>
          <dd>
            <b className="num md">{format.clock(call.waitedSeconds)}</b> <span className="t2">{t('desk.in_queue', { team: names(call.team.names) })}</span>
          </dd>
          <dt>{t('desk.language')}</dt>
          <dd>{t(`customers.language.${call.language}`, { defaultValue: call.language })}</dd>
        </dl>
      </div>
      <div className="offer-matters">{matters}</div>
      <div className="offer-acts">
        <Button ref={answer} look="primary" size="large" className="offer-answer" icon={Phone} keys="enter" busy={isBusy} onClick={onAnswer}>
          {t('desk.answer')}
        </Button>
        <Button keys="escape" onClick={onReject}>
          {t('desk.reject')}
        </Button>
        <RefusalNotice error={refusal} />
      </div>
    </section>
  );
}

/** The line on top shrinks to the left until the call goes back to its queue. */
function TimeLeft({ call }: { call: DeskCall }): ReactElement | null {
  const now = useNow(250);
  // The first sight of an offer is its whole time; how long a team rings is a setting the desk need not know.
  const [total] = useState(() => (call.ringsUntil == null ? 1000 : Math.max(1000, Date.parse(call.ringsUntil) - serverNow())));
  if (call.ringsUntil == null) {
    return null;
  }
  const share = Math.min(1, Math.max(0, (Date.parse(call.ringsUntil) - now) / total));
  return <span className="offer-left" aria-hidden="true" style={{ transform: `scaleX(${share.toFixed(3)})` }} />;
}

function BackIn({ call }: { call: DeskCall }): ReactElement | null {
  const { t } = useTranslation();
  const now = useNow();
  return call.ringsUntil == null ? null : (
    <span className="s t2" role="timer" aria-live="off">
      {t('desk.back_in', { seconds: Math.max(0, Math.ceil((Date.parse(call.ringsUntil) - now) / 1000)) })}
    </span>
  );
}
