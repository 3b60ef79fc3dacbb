import { useEffect, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ServiceRequest } from '../../../api/request-types';
import { toast } from '../../../ui/overlays/toasts';
import { usePageTitle } from '../../../ui/shell/page-title';
import { RequestRecord } from '../record/request-record';
import type { LiveCall } from '../record/request-timeline';
import { useRequest } from '../record/use-request';
import { useRequestNews } from '../request-news';
import { CustomerSide } from '../side/customer-side';
import { EmptyCustomerSide } from '../side/empty-side';
import { RequestSide } from '../side/request-side';
import './request-page.css';

export type RequestPageProps = {
  liveCall?: LiveCall | undefined;
  /** Of other features: in the head, and in the help panel above and below the similar problems. */
  headAside?: ((request: ServiceRequest) => ReactNode) | undefined;
  helpBefore?: ((request: ServiceRequest) => ReactNode) | undefined;
  helpAfter?: ((request: ServiceRequest) => ReactNode) | undefined;
};

/** One request with what helps to solve it. The number of a merged one leads to where its matter is followed; `?itself` shows it. */
export function RequestPage({ liveCall, headAside, helpBefore, helpAfter }: RequestPageProps): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { data: request } = useRequest(id);
  usePageTitle(request === undefined ? t('requests.title') : `${request.number} ${request.subject}`.trim());
  useRequestNews();

  const into = search.has('itself') ? undefined : request?.mergedInto?.id;
  const number = request?.number;
  useEffect(() => {
    if (into !== undefined) {
      toast({ kind: 'info', title: t('requests.merged_led', { number }), action: { label: t('requests.merged_show', { number }), run: () => void navigate(`/requests/${id}?itself`) } });
      void navigate(`/requests/${into}`, { replace: true });
    }
  }, [into, id, number, navigate, t]);

  return (
    <div className="request-page">
      <div className="request-main">
        <RequestRecord id={id} liveCall={liveCall} aside={headAside} />
      </div>
      <aside className="request-side" aria-label={t('requests.help')}>
        {request !== undefined && (
          <RequestSide
            key={request.id}
            request={request}
            before={helpBefore?.(request)}
            after={helpAfter?.(request)}
            customer={request.customer == null ? <EmptyCustomerSide /> : <CustomerSide customer={request.customer} without={id} />}
          />
        )}
      </aside>
    </div>
  );
}
