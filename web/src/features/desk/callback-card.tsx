import { useMutation } from '@tanstack/react-query';
import { PhoneOutgoing } from 'lucide-react';
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../api/client';
import type { DeskCallback } from '../../api/desk-types';
import { RefusalNotice } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { isTextField, useShortcuts } from '../../ui/keys/shortcuts';
import { RunningTime } from '../../ui/phone/running-time';
import { useNames } from '../../ui/text/names';
import { useFormat } from '../../ui/text/use-format';
import './offer-card.css';

/** A promise rings: whom, for which team, since when he waits. Enter calls, Esc leaves it to another. */
export function CallbackCard({ callback }: { callback: DeskCallback }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const take = useRef<HTMLButtonElement>(null);
  const order = useMutation({ mutationFn: (act: 'take' | 'reject') => send('POST', `/api/queues/callbacks/${callback.id}/${act}`) });
  const number = format.phone(callback.number);

  useShortcuts([
    { key: 'enter', label: t('desk.callback_take'), group: t('desk.callback'), run: () => order.mutate('take') },
    { key: 'escape', label: t('desk.callback_leave'), group: t('desk.callback'), run: () => order.mutate('reject') },
  ]);
  useEffect(() => {
    const focused = document.activeElement;
    if (!isTextField(focused) && focused?.closest('dialog, [role="menu"], [role="dialog"]') == null) {
      take.current?.focus({ preventScroll: true });
    }
  }, []);

  return (
    <section className="offer callback" role="alertdialog" aria-live="assertive" aria-label={`${t('desk.callback')}: ${number}, ${names(callback.team.names)}`}>
      <div className="offer-ring">
        <span className="ring">
          <PhoneOutgoing aria-hidden="true" />
        </span>
        <RunningTime until={Date.parse(callback.ringsUntil)} />
      </div>
      <div className="offer-who">
        <p className="row offer-name">
          <b className="cut num">{number}</b>
        </p>
        <p className="t2">{t('desk.callback_hint')}</p>
        <dl className="offer-facts">
          <dt>{t('desk.team')}</dt>
          <dd>{names(callback.team.names)}</dd>
          <dt>{t('calls.waited')}</dt>
          <dd>
            <RunningTime since={Date.parse(callback.placeAt)} />
          </dd>
          <dt>{t('desk.language')}</dt>
          <dd>{t(`customers.language.${callback.language}`, { defaultValue: callback.language })}</dd>
        </dl>
      </div>
      <div className="offer-matters">
        <RefusalNotice error={order.error} />
      </div>
      <div className="offer-acts">
        <Button ref={take} look="primary" size="large" className="offer-answer" icon={PhoneOutgoing} keys="enter" busy={order.isPending} onClick={() => order.mutate('take')}>
          {t('desk.callback_take')}
        </Button>
        <Button keys="escape" onClick={() => order.mutate('reject')}>
          {t('desk.callback_leave')}
        </Button>
      </div>
    </section>
  );
}
