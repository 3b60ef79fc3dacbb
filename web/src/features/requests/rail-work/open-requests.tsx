import { useEffect, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DueMark } from '../../../api/due-mark';
import { useSignedIn } from '../../../api/me';
import { isRefusal } from '../../../api/refusal';
import { Kbd } from '../../../ui/marks/kbd';
import { StageMark } from '../../../ui/marks/stage-mark';
import { RailWork, WorkTab } from '../../../ui/shell/rail';
import { useNames } from '../../../ui/text/names';
import { channelIcon } from '../channel-icon';
import { useRequest } from '../record/use-request';
import { stageMarkOf } from '../stage-kind';
import { closeWork, useOpenWork } from './open-work';

/** The requests in hand, under the navigation: one press leads back to each. */
export function OpenRequests(): ReactElement {
  const { t } = useTranslation();
  const me = useSignedIn();
  const ids = useOpenWork(me.id);
  return (
    <RailWork title={t('requests.open_items')} aside={<Kbd keys="n" />}>
      {ids.map((id) => (
        <OpenRequest key={id} id={id} userId={me.id} />
      ))}
    </RailWork>
  );
}

function OpenRequest({ id, userId }: { id: string; userId: string }): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const { data: request, error } = useRequest(id);
  const isGone = isRefusal(error) && error.status === 404;
  // What is closed is no longer in hand.
  const isOver = request?.stage.kind === 'closed' || request?.stage.kind === 'rejected';

  useEffect(() => {
    if (isGone || isOver) {
      closeWork(userId, id);
    }
  }, [isGone, isOver, userId, id]);

  if (request === undefined) {
    return null;
  }
  const [icon, colour] = channelIcon(request.channel ?? '');
  return (
    <WorkTab
      to={`/requests/${id}`}
      icon={icon}
      colour={colour}
      title={request.number}
      detail={request.subject === '' ? t('requests.no_subject') : request.subject}
      mark={request.clock === null ? <StageMark kind={stageMarkOf(request.stage.kind)} hint={names(request.stage.names)} /> : <DueMark face={request.clock} short />}
    />
  );
}
