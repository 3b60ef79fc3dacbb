import type { ReactElement } from 'react';
import { Select } from '../../../ui/fields/select';
import { useSubscriptionsOf } from './use-subscriptions';

/** For the request form: the customer's own subscriptions and nobody else's (W-S02). Stands inside a `Field`; draws nothing where there is nothing to choose. */
export function SubscriptionField({ customerId, value, onChange, disabled = false }: { customerId: string | undefined; value: string | null; onChange: (id: string | null) => void; disabled?: boolean }): ReactElement | null {
  const { data } = useSubscriptionsOf(customerId);
  const rows = (data ?? []).filter((row) => row.status !== 'ended' || row.id === value);
  return rows.length === 0 ? null : (
    <Select value={value} options={rows.map((row) => ({ value: row.id, label: `${row.number} · ${row.subject}${row.place === null ? '' : ` · ${row.place}`}` }))} clearable disabled={disabled} onChange={onChange} />
  );
}
