import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRequest } from '../../../api/request-types';
import { Tabs } from '../../../ui/layout/tabs';
import { useTypedSubject } from '../record/typed-subject';
import { RequestFamily } from './request-family';
import { SimilarRequests } from './similar-requests';
import './side.css';

export type RequestSideProps = {
  request: ServiceRequest;
  /** More helps, above and below what requests themselves know: a script, articles, products. */
  before?: ReactNode;
  after?: ReactNode;
  customer: ReactNode;
};

/** Beside a request: what helps to solve it, and who its customer is. */
export function RequestSide({ request, before, after, customer }: RequestSideProps): ReactElement {
  const { t } = useTranslation();
  const [tab, setTab] = useState<'help' | 'customer'>('help');
  const typed = useTypedSubject(request.id);
  return (
    <div className="request-tabs">
      <Tabs
        label={t('requests.help')}
        tabs={[
          { key: 'help', label: t('requests.help') },
          { key: 'customer', label: t('requests.customer') },
        ]}
        value={tab}
        onChange={setTab}
      >
        {tab === 'customer' ? (
          customer
        ) : (
          <>
            {before}
            <SimilarRequests request={request} subject={typed ?? request.subject} />
            <RequestFamily request={request} />
            {after}
          </>
        )}
      </Tabs>
    </div>
  );
}
