import { RotateCw } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Facts } from '../../../ui/layout/panel';
import { Tag, type Tone } from '../../../ui/marks/tag';
import { toast } from '../../../ui/overlays/toasts';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { useRetryDelivery, useTroubleText, type Delivery, type DeliveryState } from './use-deliveries';

const tones: Record<DeliveryState, Tone> = { waiting: 'info', waitsForMail: 'warn', done: 'ok', failed: 'danger' };

export function DeliveryStateTag({ state }: { state: DeliveryState }): ReactElement {
  const { t } = useTranslation();
  return <Tag tone={tones[state]}>{t(`processes.delivery_state.${state}`)}</Tag>;
}

/** The number, leading to the record where it has a page. */
export function DeliveryRecord({ delivery }: { delivery: Delivery }): ReactElement {
  const { t } = useTranslation();
  const words = delivery.number === '' ? t('processes.delivery_announcement') : delivery.number;
  return delivery.path === '' ? <>{words}</> : <Link to={delivery.path}>{words}</Link>;
}

/** One delivery in full: where to, how often it was tried, what went wrong, and the way to try it again. */
export function DeliveryDetails({ delivery }: { delivery: Delivery }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const trouble = useTroubleText()(delivery);
  const retry = useRetryDelivery(() => toast({ title: t('processes.delivery_retried') }));
  const rows: { label: string; value: ReactNode }[] = [
    { label: t('processes.delivery_what'), value: t(`processes.delivery_kind.${delivery.kind}`) },
    { label: t('processes.delivery_to'), value: delivery.target ?? delivery.recipient ?? '–' },
    ...(delivery.stage === '' ? [] : [{ label: t('processes.stage'), value: delivery.stageNames === null ? delivery.stage : names(delivery.stageNames) }]),
    { label: t('processes.delivery_at'), value: format.dateTime(delivery.dueAt) },
    { label: t('processes.delivery_tries'), value: format.number(delivery.attempts) },
    ...(delivery.nextAt == null ? [] : [{ label: t('processes.delivery_next'), value: format.dateTime(delivery.nextAt) }]),
    ...(trouble === null ? [] : [{ label: t('processes.delivery_trouble'), value: trouble }]),
  ];
  return (
    <div className="delivery-details">
      <header className="row g8">
        <h2 className="grow">
          <DeliveryRecord delivery={delivery} />
        </h2>
        <DeliveryStateTag state={delivery.state} />
      </header>
      <Facts rows={rows} />
      {delivery.state === 'waitsForMail' && <p className="t2">{t('processes.delivery_mailbox_says')}</p>}
      <RefusalNotice error={retry.error} />
      {delivery.state === 'failed' && (
        <Button icon={RotateCw} busy={retry.isPending} onClick={() => retry.mutate(delivery.id)}>
          {t('processes.delivery_retry')}
        </Button>
      )}
    </div>
  );
}
