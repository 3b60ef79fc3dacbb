import { Repeat } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SideSection } from '../../../ui/layout/panel';
import { Count } from '../../../ui/marks/count';
import { useFormat } from '../../../ui/text/use-format';
import { StatusTag } from './status-tag';
import { useSubscriptionsOf } from './use-subscriptions';
import '../customers.css';

/** Beside the request: what the caller has, so that nobody asks him. */
export function DeskSubscriptions({ customerId }: { customerId: string }): ReactElement | null {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useSubscriptionsOf(customerId);
  const rows = (data ?? []).filter((row) => row.status !== 'ended');
  return rows.length === 0 ? null : (
    <SideSection title={t('customers.subscriptions')} icon={Repeat} aside={<Count value={rows.length} />}>
      <ul className="stack g4">
        {rows.map((row) => (
          <li key={row.id} className="row">
            <span className="grow">
              <span className="md">{row.subject}</span>
              <span className="s t2 customer-line">{[row.number, row.place].filter(Boolean).join(' · ')}</span>
            </span>
            {row.status === 'active' ? row.monthly !== null && <span className="num s">{format.money(row.monthly)}</span> : <StatusTag status={row.status} />}
          </li>
        ))}
      </ul>
    </SideSection>
  );
}
