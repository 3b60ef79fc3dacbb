import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCommand, DeskCall, DeskSnapshot } from '../../api/desk-types';
import { usePageTitle } from '../../ui/shell/page-title';
import { CallbackCard } from './callback-card';
import { CallRibbon, type RibbonFigures } from './call-ribbon';
import { DeskBand } from './desk-band';
import { OfferCard } from './offer-card';
import './desk.css';

export type DeskPageProps = {
  desk: DeskSnapshot;
  /** Answer or refuse; the refusal of the last try, if any. */
  onOrder: (command: CallCommand) => void;
  isOrdering: boolean;
  orderRefusal: unknown;
  /** My own open work, below the band. */
  work: ReactNode;
  /** The caller's open matters, for the offer. */
  matters: ReactNode;
  /** My requests resolved today. */
  resolved?: number | undefined;
  figures: RibbonFigures;
  /** The request of the call, or what there is to choose. */
  record: (call: DeskCall) => ReactNode;
  side: (call: DeskCall) => ReactNode;
  /** What was announced to me. */
  announced: ReactNode;
  phone: ReactNode;
};

/** The agent's main page: his work and his day; over it the offered call; in a call the caller and the request. */
export function DeskPage(props: DeskPageProps): ReactElement {
  const { t } = useTranslation();
  const { desk, onOrder, isOrdering, orderRefusal, work, matters, resolved, figures, record, side, announced, phone } = props;
  const { call, presence } = desk;
  const isInCall = call !== null && (call.state === 'ended' ? presence.activity === 'wrapUp' : call.state !== 'offered');
  usePageTitle(call?.state === 'offered' ? t('desk.call_offered') : t('desk.title'));

  if (isInCall) {
    return (
      <div className="desk">
        <CallRibbon call={call} figures={figures} />
        <div className="desk-cols">
          <div className="desk-main">{record(call)}</div>
          <aside className="desk-side" aria-label={t('desk.side')}>
            <h2 className="sr">{t('desk.side')}</h2>
            {side(call)}
          </aside>
        </div>
      </div>
    );
  }

  return (
    <div className="desk-home">
      <h1 className="sr">{t('desk.title')}</h1>
      <div className="desk-band">
        <DeskBand desk={desk} resolved={resolved} announced={announced} phone={phone} />
        {call === null && desk.callback != null && <CallbackCard key={desk.callback.id} callback={desk.callback} />}
        {call?.state === 'offered' && <OfferCard key={call.callId} call={call} matters={matters} isBusy={isOrdering} refusal={orderRefusal} onAnswer={() => onOrder('answer')} onReject={() => onOrder('reject')} />}
      </div>
      {work}
    </div>
  );
}
