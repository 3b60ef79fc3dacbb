import { UserPlus } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerSummary } from '../../api/customer-types';
import type { DeskCall } from '../../api/desk-types';
import { useCan } from '../../api/me';
import { useRefusalText } from '../../api/refusal-notice';
import { NewCustomerDialog } from '../../features/customers/new-customer-dialog';
import { DeskSales } from '../../features/customers/sales/desk-sales';
import { DeskSubscriptions } from '../../features/customers/subscriptions/desk-subscriptions';
import { AccountOperations } from '../../features/desk/account-operations';
import { setCallRequest } from '../../features/desk/call-request';
import { FaultPanel } from '../../features/desk/fault-panel';
import { VerifyAct } from '../../features/phone/verify-act';
import { InformField } from '../../features/requests/field/inform-field';
import { useLinkCall } from '../../features/requests/record/use-request';
import { CandidateSide, CustomerSide } from '../../features/requests/side/customer-side';
import { Button } from '../../ui/actions/button';
import { toast } from '../../ui/overlays/toasts';

/** Beside the request of a call: whose matter it is, as far as one may see of him; for a stranger the hints, and the way to make him a customer (I-24). */
export function CalledCustomer({ call, named, requestId }: { call: DeskCall; /** Whom the request names, when the number names nobody. */ named: CustomerSummary | null; requestId: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const { mutate } = useLinkCall();
  const text = useRefusalText();
  const customer = call.customer ?? named;
  if (customer === null) {
    return (
      <>
        <CandidateSide candidates={call.candidates} />
        <NewCustomerAct number={call.callingNumber ?? ''} />
      </>
    );
  }
  const isClosed = customer.kind === 'corporate' && !(call.class === 'verifiedCorporate' && call.customer?.id === customer.id);
  return (
    <>
      <CustomerSide
        customer={customer}
        without={requestId}
        onContinue={(row) =>
          mutate(
            { id: row.id, callId: call.callId },
            { onSuccess: () => setCallRequest(call.callId, row.id), onError: (error) => toast({ kind: 'error', title: t('requests.call_link'), detail: text(error) }) },
          )
        }
      />
      {isClosed && (
        <div className="desk-side-act">
          <VerifyAct />
        </div>
      )}
      {call.team.code === 'advanced_support' && requestId !== undefined && <InformField requestId={requestId} callId={call.callId} onTold={() => setCallRequest(call.callId, requestId)} />}
      <FaultPanel key={`${call.callId} ${customer.id}`} call={call} customer={customer} />
      <AccountOperations call={call} customer={customer} />
      {!isClosed && (
        <>
          <DeskSubscriptions customerId={customer.id} />
          <DeskSales key={call.callId} customer={customer} source={{ callId: call.callId, requestId }} />
        </>
      )}
    </>
  );
}

function NewCustomerAct({ number }: { number: string }): ReactElement | null {
  const { t } = useTranslation();
  const mayWrite = useCan('customers.write');
  const [isOpen, setIsOpen] = useState(false);
  if (!mayWrite) {
    return null;
  }
  return (
    <div className="desk-side-act">
      <Button icon={UserPlus} onClick={() => setIsOpen(true)}>
        {t('customers.new')}
      </Button>
      {isOpen && (
        <NewCustomerDialog
          phone={number}
          onClose={() => setIsOpen(false)}
          onCreated={(made) => {
            setIsOpen(false);
            toast({ kind: 'done', title: made.name });
          }}
        />
      )}
    </div>
  );
}
