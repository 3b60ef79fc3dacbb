import { Lightbulb, Plus, Search, Users } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { CustomerKind, CustomerRow } from '../../api/customer-types';
import { useCan } from '../../api/me';
import { RefusalNotice } from '../../api/refusal-notice';
import { useTypedFilter } from '../../api/use-typed-filter';
import { Button, buttonClass } from '../../ui/actions/button';
import { Segmented } from '../../ui/actions/segmented';
import { TextInput } from '../../ui/fields/text-input';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { EmptyState } from '../../ui/layout/empty-state';
import { Kbd } from '../../ui/marks/kbd';
import { Tag } from '../../ui/marks/tag';
import type { Column } from '../../ui/records/columns';
import { Table } from '../../ui/records/table';
import { usePageTitle } from '../../ui/shell/page-title';
import { useFormat } from '../../ui/text/use-format';
import { NewCustomerDialog } from './new-customer-dialog';
import { useCustomerList } from './use-customers';
import './customers.css';

const kinds: readonly CustomerKind[] = ['individual', 'corporate', 'prospect'];

/** All customers, found by name, number or telephone. */
export function CustomerListPage(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayWrite = useCan('customers.write');
  const [search, setSearch] = useSearchParams();
  const { typed, asked, setTyped } = useTypedFilter('q');
  const kind = kinds.find((one) => one === search.get('kind')) ?? null;
  const maySet = useCan('customers.settings');
  const [current, setCurrent] = useState<string>();
  const [isNew, setIsNew] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const list = useCustomerList(asked, kind);
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const columns = useColumns();
  usePageTitle(t('customers.title'));

  useShortcuts([{ key: '/', label: t('customers.search'), group: t('ui.keys_list'), run: () => input.current?.select() }]);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  // A number that only one customer has opens him (P-01).
  const openOnly = (event: KeyboardEvent): void => {
    const only = rows.length === 1 && asked === typed.trim() ? rows[0] : undefined;
    if (event.key === 'Enter' && only !== undefined) {
      void navigate(`/customers/${only.id}`);
    }
  };

  return (
    <div className="customers">
      <div className="customers-head">
        <h1>{t('customers.title')}</h1>
        <Segmented
          label={t('customers.kind')}
          value={kind ?? 'all'}
          options={[{ value: 'all' as const, label: t('customers.kind.all') }, ...kinds.map((one) => ({ value: one, label: t(`customers.kind.${one}`) }))]}
          onChange={(next) => setSearch((now) => withKind(now, next === 'all' ? null : next), { replace: true })}
        />
        <TextInput ref={input} className="customers-search" type="search" icon={Search} aria-label={t('customers.search')} placeholder={t('customers.search')} value={typed} onChange={setTyped} onKeyDown={openOnly} after={<Kbd keys="/" />} />
        {maySet && (
          <Link className={buttonClass()} to="/sales-rules">
            <Lightbulb className="i s" aria-hidden="true" />
            {t('customers.rules')}
          </Link>
        )}
        {mayWrite && (
          <Button look="primary" icon={Plus} onClick={() => setIsNew(true)}>
            {t('customers.new')}
          </Button>
        )}
      </div>
      {list.error !== null && rows.length === 0 ? (
        <div className="page">
          <RefusalNotice error={list.error} />
        </div>
      ) : (
        <Table
          label={t('customers.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => void navigate(`/customers/${row.id}`)}
          isLoading={list.isPending || isFetchingNextPage}
          onEnd={more}
          keys
          empty={<EmptyState icon={Users} title={t('customers.none_found')} />}
        />
      )}
      {isNew && <NewCustomerDialog onClose={() => setIsNew(false)} onCreated={(customer) => void navigate(`/customers/${customer.id}`)} />}
    </div>
  );
}

function withKind(now: URLSearchParams, kind: CustomerKind | null): URLSearchParams {
  const next = new URLSearchParams(now);
  next.delete('kind');
  if (kind !== null) {
    next.set('kind', kind);
  }
  return next;
}

function useColumns(): Column<CustomerRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'number', title: t('customers.number'), width: 120, cell: (row) => <span className="t2 num">{row.number}</span> },
      { key: 'name', title: t('customers.name'), minWidth: 160, cell: (row) => row.name },
      { key: 'kind', title: t('customers.kind'), width: 110, rank: 1, cell: (row) => <Tag>{t(`customers.kind.${row.kind}`)}</Tag> },
      { key: 'phone', title: t('customers.phone'), width: 160, rank: 2, cell: (row) => <span className="num">{row.phone == null ? '' : format.phone(row.phone)}</span> },
      { key: 'city', title: t('customers.city'), width: 140, rank: 3, cell: (row) => <span className="t2">{row.city ?? ''}</span> },
      { key: 'language', title: t('customers.language'), width: 110, rank: 4, cell: (row) => <span className="t2">{t(`customers.language.${row.language}`, { defaultValue: row.language })}</span> },
    ],
    [t, format],
  );
}
