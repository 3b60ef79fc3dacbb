import { PhoneIncoming, PhoneOutgoing, RefreshCw, Search } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { RefusalNotice } from '../../api/refusal-notice';
import { useUnits } from '../../api/units';
import { useTypedFilter } from '../../api/use-typed-filter';
import { IconButton } from '../../ui/actions/icon-button';
import { Segmented } from '../../ui/actions/segmented';
import { TextInput } from '../../ui/fields/text-input';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { EmptyState } from '../../ui/layout/empty-state';
import { Kbd } from '../../ui/marks/kbd';
import { Tag } from '../../ui/marks/tag';
import type { Column } from '../../ui/records/columns';
import { Table } from '../../ui/records/table';
import { usePageTitle } from '../../ui/shell/page-title';
import { useNames } from '../../ui/text/names';
import { useFormat } from '../../ui/text/use-format';
import type { CallRow } from './call-types';
import { EndReason } from './end-reason';
import { useCallLog } from './use-calls';
import './calls.css';

/** Every call that came in, also those that nobody answered (I-01). */
export function CallLogPage(): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const { typed, asked: number, setTyped } = useTypedFilter('number');
  const unit = search.get('unit') ?? '';
  const [current, setCurrent] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const log = useCallLog(number, unit);
  const units = useUnits();
  const names = useNames();
  const rows = useMemo(() => log.data?.pages.flatMap((page) => page.items) ?? [], [log.data]);
  const columns = useColumns();
  usePageTitle(t('calls.calls'));

  const choose = (code: string): void =>
    setSearch(
      (now) => {
        now.delete('unit');
        return code === '' ? now : new URLSearchParams([...now, ['unit', code]]);
      },
      { replace: true },
    );
  useShortcuts([{ key: '/', label: t('calls.search'), group: t('ui.keys_list'), run: () => input.current?.select() }]);

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = log;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <div className="calls">
      <div className="calls-head">
        <h1>{t('calls.calls')}</h1>
        <Segmented
          label={t('calls.unit')}
          value={unit}
          options={[{ value: '', label: t('calls.unit_all') }, ...units.map((one) => ({ value: one.code, label: names(one.names) }))]}
          onChange={choose}
        />
        <TextInput ref={input} className="calls-search" type="search" inputMode="tel" icon={Search} aria-label={t('calls.search')} placeholder={t('calls.search')} value={typed} onChange={setTyped} after={<Kbd keys="/" />} />
        <IconButton icon={RefreshCw} label={t('calls.renew')} onClick={() => void log.refetch()} />
      </div>
      {log.error !== null && rows.length === 0 ? (
        <div className="page">
          <RefusalNotice error={log.error} />
        </div>
      ) : (
        <Table
          label={t('calls.calls')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          current={current}
          onCurrent={setCurrent}
          onOpen={(row) => void navigate(`/calls/${row.id}`)}
          isLoading={log.isPending || isFetchingNextPage}
          onEnd={more}
          keys
          empty={<EmptyState icon={PhoneIncoming} title={t('calls.none')}>{t('calls.none_hint')}</EmptyState>}
        />
      )}
    </div>
  );
}

/** Whose number it is: who called, or, with an arrow, whom we called. */
function Other({ row }: { row: CallRow }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span className="row g4">
      {row.direction === 'outbound' && (
        <span title={t('calls.direction.outbound')}>
          <PhoneOutgoing className="i s t2" aria-hidden="true" />
          <span className="sr">{t('calls.direction.outbound')}</span>
        </span>
      )}
      <span className="num">{row.callingNumber == null ? t('calls.withheld') : format.phone(row.callingNumber)}</span>
    </span>
  );
}

function useColumns(): Column<CallRow>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'arrived', title: t('calls.arrived_at'), width: 156, cell: (row) => <span className="num">{format.dateTime(row.arrivedAt)}</span> },
      { key: 'number', title: t('calls.number'), width: 172, cell: (row) => <Other row={row} /> },
      { key: 'customer', title: t('calls.customer'), minWidth: 140, rank: 1, cell: (row) => (row.customer == null ? <Tag>{t(`calls.class.${row.class}`)}</Tag> : row.customer.name) },
      { key: 'called', title: t('calls.called_number'), width: 148, rank: 5, cell: (row) => <span className="t2 num">{format.phone(row.calledNumber)}</span> },
      { key: 'team', title: t('calls.team'), width: 150, rank: 4, cell: (row) => <span className="t2">{row.team == null ? '' : names(row.team.names)}</span> },
      { key: 'agent', title: t('calls.agent'), width: 130, rank: 3, cell: (row) => <span className="t2">{row.agent?.name ?? ''}</span> },
      { key: 'waited', title: t('calls.waited'), width: 84, align: 'right', rank: 6, cell: (row) => format.clock(row.waitedSeconds) },
      { key: 'talked', title: t('calls.talked'), width: 90, align: 'right', rank: 2, cell: (row) => (row.talkedSeconds === 0 ? '–' : format.clock(row.talkedSeconds)) },
      { key: 'end', title: t('calls.end_reason'), width: 170, rank: 1, cell: (row) => <EndReason reason={row.endReason ?? null} /> },
    ],
    [t, names, format],
  );
}
