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
import './request-page.css';

export type RequestPageProps = {
  liveCall?: LiveCall | undefined;
  /** In the head: due times and what other features say in one word. */
  headAside?: ((request: ServiceRequest) => ReactNode) | undefined;
  /** What stands beside the request, given the customer's part. */
  side?: ((customer: ReactNode) => ReactNode) | undefined;
};

/** One request with what helps to solve it. The number of a merged one leads to where its matter is followed; `?itself` shows it. */
export function RequestPage({ liveCall, headAside, side }: RequestPageProps): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { data: request } = useRequest(id);
  usePageTitle(request === undefined ? t('requests.title') : `${request.number} ${request.subject}`.trim());
  useRequestNews();
  const customer = request?.customer == null ? <EmptyCustomerSide /> : <CustomerSide customer={request.customer} without={id} />;

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
        {side === undefined ? customer : side(customer)}
      </aside>
    </div>
  );
}
