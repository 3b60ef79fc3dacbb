import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { articleSource } from '../../features/knowledge/insert/article-picker';
import { useDesk } from '../../features/phone/use-desk';
import { useRequest } from '../../features/requests/record/use-request';
import { RequestPage } from '../../features/requests/request-page/request-page';
import { ComposerSource } from '../../ui/records/composer-source';
import { liveCallOf } from './live-call';
import { RequestSide } from './request-side';

/** A request on its own page; a call in progress that belongs to it shows as live. */
export function RequestScreen(): ReactElement {
  const { id = '' } = useParams();
  const { data: desk } = useDesk();
  const { data: request } = useRequest(id);
  const call = desk?.call;
  const isOurs = call != null && call.state !== 'offered' && request?.calls.includes(call.callId) === true;
  return (
    <ComposerSource value={articleSource}>
      <RequestPage
        liveCall={isOurs ? liveCallOf(call) : undefined}
        side={request === undefined ? undefined : (customer) => <RequestSide key={request.id} request={request} customer={customer} />}
      />
    </ComposerSource>
  );
}
