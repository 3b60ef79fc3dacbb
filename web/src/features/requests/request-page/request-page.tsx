import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { usePageTitle } from '../../../ui/shell/page-title';
import { RequestRecord } from '../record/request-record';
import type { LiveCall } from '../record/request-timeline';
import { useRequest } from '../record/use-request';
import { useRequestNews } from '../request-news';
import { CustomerSide } from '../side/customer-side';
import { EmptyCustomerSide } from '../side/empty-side';
import './request-page.css';

/** One request with its customer; the app may put more beside it. */
export function RequestPage({ liveCall, side }: { liveCall?: LiveCall | undefined; /** What stands beside the request, given the customer's part. */ side?: ((customer: ReactNode) => ReactNode) | undefined }): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data: request } = useRequest(id);
  usePageTitle(request === undefined ? t('requests.title') : `${request.number} ${request.subject ?? ''}`.trim());
  useRequestNews();
  const customer = request?.customer == null ? <EmptyCustomerSide /> : <CustomerSide customer={request.customer} without={id} />;
  return (
    <div className="request-page">
      <div className="request-main">
        <RequestRecord id={id} liveCall={liveCall} />
      </div>
      <aside className="request-side" aria-label={t('requests.customer')}>
        {side === undefined ? customer : side(customer)}
      </aside>
    </div>
  );
}
