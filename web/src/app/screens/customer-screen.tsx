import { Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useCan } from '../../api/me';
import { RefusalNotice } from '../../api/refusal-notice';
import { CustomerPage } from '../../features/customers/customer-page';
import { VerifyAct } from '../../features/phone/verify-act';
import { CustomerRequests } from '../../features/requests/side/customer-requests';
import { useOpenRequest } from '../../features/requests/record/use-open-request';
import { useRequestsOf } from '../../features/requests/record/use-customers';
import { Button } from '../../ui/actions/button';

/** A customer with his requests. */
export function CustomerScreen(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const mayWrite = useCan('requests.write');
  const mayRead = useCan('requests.read');
  const requests = useRequestsOf(mayRead ? id : undefined);
  const open = useOpenRequest((request) => void navigate(`/requests/${request.id}`));
  return (
    <CustomerPage
      id={id}
      whenWithheld={<VerifyAct />}
      openRequests={requests.data?.filter((row) => row.stage.kind !== 'closed' && row.stage.kind !== 'rejected' && row.stage.kind !== 'resolved').length}
      requests={mayRead && <CustomerRequests customerId={id} />}
      acts={
        mayWrite && (
          <>
            <RefusalNotice error={open.error} />
            <Button look="primary" icon={Plus} busy={open.isPending} onClick={() => open.mutate({ customerId: id })}>
              {t('requests.new_request')}
            </Button>
          </>
        )
      }
    />
  );
}
