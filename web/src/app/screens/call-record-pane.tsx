import { FilePlus2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskCall } from '../../api/desk-types';
import { useCallRequest } from '../../features/desk/call-request';
import { RequestRecord } from '../../features/requests/record/request-record';
import { useRequestsOfCall } from '../../features/requests/record/use-customers';
import { Button } from '../../ui/actions/button';
import { EmptyState } from '../../ui/layout/empty-state';
import { Skeleton } from '../../ui/layout/skeleton';
import { useNewRequestAct } from '../../ui/shell/new-act';
import { liveCallOf } from './live-call';

/** The request of the call: the one opened or continued in it, else the way to one. */
export function CallRecordPane({ call, isWrapUp }: { call: DeskCall; isWrapUp: boolean }): ReactElement {
  const { t } = useTranslation();
  const chosen = useCallRequest(call.callId);
  const linked = useRequestsOfCall(call.callId);
  const startNew = useNewRequestAct();
  const id = chosen ?? linked.data?.[0]?.id;

  if (id !== undefined) {
    return <RequestRecord id={id} liveCall={liveCallOf(call)} primary={!isWrapUp} />;
  }
  if (linked.isPending) {
    return (
      <div className="page">
        <Skeleton lines={6} />
      </div>
    );
  }
  return (
    <div className="centre">
      <h1 className="sr">{t('desk.title')}</h1>
      <EmptyState
        icon={FilePlus2}
        title={t('desk.no_request')}
        action={
          startNew === null ? undefined : (
            <Button look="primary" size="large" keys="n" onClick={() => startNew()}>
              {t('requests.new_request')}
            </Button>
          )
        }
      >
        {t(call.customer == null ? 'desk.no_request_hint' : 'desk.no_request_hint_customer')}
      </EmptyState>
    </div>
  );
}
