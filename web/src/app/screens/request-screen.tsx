import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { useDesk } from '../../features/phone/use-desk';
import { useRequest } from '../../features/requests/record/use-request';
import { RequestPage } from '../../features/requests/request-page/request-page';

/** A request on its own page; a call in progress that belongs to it shows as live. */
export function RequestScreen(): ReactElement {
  const { id = '' } = useParams();
  const { data: desk } = useDesk();
  const { data: request } = useRequest(id);
  const call = desk?.call;
  const isOurs = call != null && call.state !== 'ended' && call.state !== 'offered' && request?.calls.includes(call.callId) === true;
  return <RequestPage liveCall={isOurs ? { callId: call.callId, connectedAt: call.connectedAt ?? null } : undefined} />;
}
