import { ArrowLeftRight, CornerUpLeft, PhoneForwarded, Users } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsultAct, DeskCall, DeskConsult } from '../../api/desk-types';
import { RefusalNotice } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { RunningTime } from '../../ui/phone/running-time';
import { useConsultAct } from './use-transfer';
import './transfer-panel.css';

/** A colleague is asked: hand the caller over, let all three speak, change between them, or go back (I-12, I-23). */
export function ConsultCard({ call, consult }: { call: DeskCall; consult: DeskConsult }): ReactElement {
  const { t } = useTranslation();
  const { mutate, error, isPending, variables } = useConsultAct(call.callId);
  const act = (what: ConsultAct): void => mutate(what);
  const isThere = consult.state !== 'ringing';
  const group = t('desk.keys_call');
  useShortcuts(
    [
      { key: 'enter', label: t('desk.consult_complete'), group, run: () => act('complete') },
      { key: 'u', label: t('desk.consult_join'), group, run: () => act('join') },
      { key: 'g', label: t('desk.consult_swap'), group, run: () => act('swap') },
    ],
    isThere,
  );
  useShortcuts([{ key: 'escape', label: t('desk.consult_end'), group, run: () => act('end') }]);
  return (
    <section className="consult" aria-label={t('desk.consult_with', { name: consult.name })}>
      <p className="row">
        <b className="md grow">{t('desk.consult_with', { name: consult.name })}</b>
        <span className="num acc">
          <RunningTime since={Date.parse(consult.since)} />
        </span>
      </p>
      <p className="s t2" aria-live="polite">
        {t(`desk.consult_state.${consult.state}`)}
      </p>
      <Button look="primary" icon={PhoneForwarded} keys="enter" disabled={!isThere} busy={isPending && variables === 'complete'} onClick={() => act('complete')}>
        {t('desk.consult_complete')}
      </Button>
      <div className="consult-acts">
        <Button icon={Users} keys="u" disabled={!isThere || consult.state === 'together'} onClick={() => act('join')}>
          {t('desk.consult_join')}
        </Button>
        <Button icon={ArrowLeftRight} keys="g" disabled={!isThere} onClick={() => act('swap')}>
          {t('desk.consult_swap')}
        </Button>
        <Button icon={CornerUpLeft} keys="escape" onClick={() => act('end')}>
          {t('desk.consult_end')}
        </Button>
      </div>
      <RefusalNotice error={error} />
    </section>
  );
}
