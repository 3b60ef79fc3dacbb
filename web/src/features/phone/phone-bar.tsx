import { PhoneIncoming } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskSnapshot } from '../../api/desk-types';
import { RefusalNotice } from '../../api/refusal-notice';
import { PhoneBar as Bar, QueueFigure } from '../../ui/phone/phone-bar';
import { useNames } from '../../ui/text/names';
import { useNow } from '../../ui/text/now';
import { useFormat } from '../../ui/text/use-format';
import { CallTools } from './call-tools';
import { OfferedTools } from './offered-tools';
import { PhoneStatus } from './phone-status';
import { PresenceMenu } from './presence-menu';
import { useDesk } from './use-desk';
import { WrapUpTools } from './wrap-up-tools';
import './phone.css';

/** The bar on every page: what I am, what I am in, what waits for me. */
export function PhoneBar(): ReactElement {
  const { t } = useTranslation();
  const { data: desk, error } = useDesk();
  return (
    <Bar label={t('desk.phone_bar')} queues={desk?.teams.map((team) => <TeamFigure key={team.teamId} team={team} />)}>
      {desk === undefined ? <RefusalNotice error={error} /> : <Content desk={desk} />}
    </Bar>
  );
}

function Content({ desk }: { desk: DeskSnapshot }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const { call, presence } = desk;
  return (
    <>
      <PresenceMenu presence={presence} />
      {call?.state === 'offered' && (
        <>
          <span className="row t2 phone-from">
            <PhoneIncoming className="i acc" aria-hidden="true" />
            <span className="phone-who">
              <b className="cut">{call.customer?.name ?? (call.callingNumber == null ? t('customers.withheld') : format.phone(call.callingNumber))}</b>
              <span className="cut s">{t('desk.from_queue', { team: names(call.team.names) })}</span>
            </span>
          </span>
          <OfferedTools call={call} />
        </>
      )}
      {call != null && call.state !== 'offered' && call.state !== 'ended' && <CallTools call={call} />}
      {presence.activity === 'wrapUp' && presence.wrapUpUntil != null && <WrapUpTools key={call?.callId} presence={presence} callId={call?.callId} team={call?.team.id} until={presence.wrapUpUntil} />}
      <PhoneStatus presence={presence} kind={desk.phone.kind} />
    </>
  );
}

/** Waiting longer than this is too long; halfway there it is worth a look. */
const tooLong = 180;

function TeamFigure({ team }: { team: DeskSnapshot['teams'][number] }): ReactElement {
  const names = useNames();
  const format = useFormat();
  const now = useNow(5000);
  const since = team.longestWaitSince == null ? undefined : Date.parse(team.longestWaitSince);
  const waited = since === undefined ? 0 : (now - since) / 1000;
  return (
    <QueueFigure
      name={names(team.names)}
      waiting={team.waiting}
      longestSince={since}
      level={team.serviceLevelPercent == null ? undefined : format.percent(team.serviceLevelPercent)}
      tone={waited > tooLong ? 'danger' : waited > tooLong / 2 ? 'warn' : 'normal'}
    />
  );
}
