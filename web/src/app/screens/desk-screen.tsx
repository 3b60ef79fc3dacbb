import type { ReactElement } from 'react';
import type { CallCommand, DeskCall } from '../../api/desk-types';
import { RefusalNotice, useRefusalText } from '../../api/refusal-notice';
import { openTransfer, useTransferOpen } from '../../api/side-bridge';
import { useSubscriptionsOf } from '../../features/customers/subscriptions/use-subscriptions';
import { ConsultCard } from '../../features/desk/consult-card';
import { DeskPage } from '../../features/desk/desk-page';
import { TransferPanel } from '../../features/desk/transfer-panel';
import { VerificationPanel } from '../../features/desk/verification-panel';
import { useCallRequest } from '../../features/desk/call-request';
import { useBalance } from '../../features/desk/use-balance';
import { PhoneCard } from '../../features/phone/phone-card';
import { useCallCommand, useDesk } from '../../features/phone/use-desk';
import { OwnWork } from '../../features/requests/own-work/own-work';
import { useResolvedToday } from '../../features/requests/own-work/use-own-work';
import { useRequestsOf, useRequestsOfCall } from '../../features/requests/record/use-customers';
import { useRequest } from '../../features/requests/record/use-request';
import { OfferMatters } from '../../features/requests/side/offer-matters';
import { AnnouncedList } from '../../features/workplace/notices/announced-list';
import { toast } from '../../ui/overlays/toasts';
import { Skeleton } from '../../ui/layout/skeleton';
import type { RequestRow } from '../../api/request-types';
import { ComposerSource } from '../../ui/records/composer-source';
import { articleSource } from '../../features/knowledge/insert/article-picker';
import { CallRecordPane } from './call-record-pane';
import { CalledCustomer } from './called-customer';
import { RequestSide } from './request-side';

/** The desk: the phone's call, the caller's customer and the request, side by side. */
export function DeskScreen(): ReactElement {
  const { data: desk, error } = useDesk();
  const order = useCallCommand();
  const call = desk?.call ?? null;
  const customerId = call?.customer?.id;
  const matters = useRequestsOf(customerId);
  const balance = useBalance(customerId);
  const subscriptions = useSubscriptionsOf(customerId);
  const resolved = useResolvedToday();

  if (desk === undefined) {
    return <div className="page">{error === null ? <Skeleton lines={6} /> : <RefusalNotice error={error} />}</div>;
  }
  const command = (what: CallCommand): void => (call === null ? undefined : order.mutate({ callId: call.callId, command: what }));

  return (
    <ComposerSource value={articleSource}>
      <DeskPage
      desk={desk}
      onOrder={command}
      isOrdering={order.isPending && order.variables.command === 'answer'}
      orderRefusal={order.variables?.callId === call?.callId ? order.error : null}
      work={<OwnWork />}
      resolved={resolved}
      matters={<OfferMatters customerId={customerId} />}
      figures={{ openRequests: customerId === undefined ? undefined : matters.data?.filter((row) => !isOver(row)).length, subscriptions: subscriptions.data?.filter((row) => row.status !== 'ended').length, balance }}
      record={(current) => <CallRecordPane call={current} isWrapUp={desk.presence.activity === 'wrapUp'} />}
      side={(current) => <CallSide call={current} />}
      announced={<AnnouncedList />}
      phone={<PhoneCard presence={desk.presence} kind={desk.phone.kind} />}
      />
    </ComposerSource>
  );
}

function isOver(row: RequestRow): boolean {
  return row.stage.kind === 'closed' || row.stage.kind === 'rejected' || row.stage.kind === 'resolved';
}

function CallSide({ call }: { call: DeskCall }): ReactElement {
  const text = useRefusalText();
  const chosen = useCallRequest(call.callId);
  const linked = useRequestsOfCall(call.callId);
  const requestId = chosen ?? linked.data?.[0]?.id;
  const back = useCallCommand();
  const isTransferring = useTransferOpen(call.callId);
  if (call.state === 'verifying') {
    return (
      <VerificationPanel
        call={call}
        isBusy={back.isPending}
        onTakeBack={() => back.mutate({ callId: call.callId, command: 'take-back' }, { onError: (error) => toast({ kind: 'error', title: text(error) }) })}
      />
    );
  }
  if (call.consult != null && !call.consult.isAsked) {
    return (
      <>
        <ConsultCard call={call} consult={call.consult} />
        <CalledCustomer call={call} named={null} requestId={requestId} />
      </>
    );
  }
  if (isTransferring && call.state !== 'ended') {
    return <TransferPanel call={call} onClose={() => openTransfer(null)} />;
  }
  return requestId === undefined ? <CalledCustomer call={call} named={null} requestId={undefined} /> : <HelpedCall key={requestId} requestId={requestId} call={call} />;
}

/** Help from the knowledge base beside the customer, once the call has a request. In wrap-up the digits set the outcome of the call. */
function HelpedCall({ requestId, call }: { requestId: string; call: DeskCall }): ReactElement {
  const { data: request } = useRequest(requestId);
  const customer = <CalledCustomer call={call} named={request?.customer ?? null} requestId={requestId} />;
  return request === undefined ? customer : <RequestSide request={request} customer={customer} teamId={call.team.id} keys={call.state !== 'ended'} />;
}
