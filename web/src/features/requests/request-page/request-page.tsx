import type { ReactElement } from 'react';
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

/** One request with its customer. */
export function RequestPage({ liveCall }: { liveCall?: LiveCall | undefined }): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data: request } = useRequest(id);
  usePageTitle(request === undefined ? t('requests.title') : `${request.number} ${request.subject ?? ''}`.trim());
  useRequestNews();
  return (
    <div className="request-page">
      <div className="request-main">
        <RequestRecord id={id} liveCall={liveCall} />
      </div>
      <aside className="request-side" aria-label={t('requests.customer')}>
        {request?.customer == null ? <EmptyCustomerSide /> : <CustomerSide customer={request.customer} without={id} />}
      </aside>
    </div>
  );
}
