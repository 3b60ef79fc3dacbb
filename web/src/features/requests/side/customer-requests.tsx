import { Inbox } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Panel } from '../../../ui/layout/panel';
import { Table } from '../../../ui/records/table';
import { useRequestColumns } from '../list/request-columns';
import { useRequestsOf } from '../record/use-customers';
import { useRequestNews } from '../request-news';

/** The customer's requests on his page, last moved first. */
export function CustomerRequests({ customerId }: { customerId: string }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, isPending } = useRequestsOf(customerId);
  const columns = useRequestColumns(['number', 'channel', 'subject', 'stage', 'owner', 'changed']);
  useRequestNews();
  return (
    <Panel title={t('requests.customer_requests')} flush aside={<Link to={`/requests?customer=${customerId}`}>{t('requests.view_all')}</Link>}>
      {error !== null && data === undefined ? (
        <div className="panel-body">
          <RefusalNotice error={error} />
        </div>
      ) : (
        <Table label={t('requests.customer_requests')} columns={columns} rows={data ?? []} rowKey={(row) => row.id} onOpen={(row) => void navigate(`/requests/${row.id}`)} isLoading={isPending} empty={<EmptyState icon={Inbox} title={t('requests.customer_none')} />} />
      )}
    </Panel>
  );
}
