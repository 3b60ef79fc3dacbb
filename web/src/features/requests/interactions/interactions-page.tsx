import { MessagesSquare, Plus } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import type { Interaction } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/layout/empty-state';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { useNames } from '../../../ui/text/names';
import { serverNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import { ChannelIcon } from '../channel-icon';
import { InteractionDialog } from './interaction-dialog';
import { useInteractions } from './use-interactions';
import { VolumeBars } from './volume-bars';
import '../list/list.css';
import './interactions.css';

/** Every contact with customers: calls come by themselves, others are written down; each says what it was about (W-D01, M-03). */
export function InteractionsPage(): ReactElement {
  const { t } = useTranslation();
  const mayWrite = useCan('requests.write');
  const list = useInteractions();
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const [open, setOpen] = useState<Interaction | 'new' | null>(null);
  const columns = useColumns();
  usePageTitle(t('interactions.title'));

  return (
    <div className="interactions">
      <div className="list-head">
        <h1>{t('interactions.title')}</h1>
        {mayWrite && (
          <span className="end">
            <Button look="primary" icon={Plus} onClick={() => setOpen('new')}>
              {t('interactions.new')}
            </Button>
          </span>
        )}
      </div>
      <VolumeBars />
      {list.error !== null && rows.length === 0 ? (
        <RefusalNotice error={list.error} />
      ) : (
        <Table
          label={t('interactions.title')}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          onOpen={(row) => mayWrite && setOpen(row)}
          isLoading={list.isPending || list.isFetchingNextPage}
          onEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
          keys
          empty={<EmptyState icon={MessagesSquare} title={t('interactions.empty')} />}
        />
      )}
      {open !== null && <InteractionDialog interaction={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function useColumns(): Column<Interaction>[] {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  return useMemo(
    () => [
      { key: 'when', title: t('interactions.when'), width: 84, cell: (row) => <span className="t2">{format.moment(row.startedAt, serverNow())}</span> },
      { key: 'channel', title: t('requests.channel'), titleHidden: true, width: 32, cell: (row) => <ChannelIcon channel={row.channel ?? ''} /> },
      { key: 'customer', title: t('requests.customer'), minWidth: 150, cell: (row) => <Cut>{row.customerName ?? (row.callingNumber != null ? format.phone(row.callingNumber) : t(row.channel === 'phone' ? 'calls.withheld' : 'interactions.customer_none'))}</Cut> },
      { key: 'category', title: t('interactions.category'), width: 180, rank: 1, cell: (row) => (row.category == null ? <span className="t3">{t('interactions.category_missing')}</span> : <Cut>{names(row.category.names)}</Cut>) },
      { key: 'method', title: t('interactions.method'), width: 120, rank: 3, cell: (row) => <Cut className="t2">{row.method == null ? '' : names(row.method.names)}</Cut> },
      { key: 'text', title: t('interactions.text'), minWidth: 160, rank: 4, cell: (row) => <Cut className="t2">{row.text}</Cut> },
      { key: 'agent', title: t('interactions.agent'), width: 140, rank: 2, cell: (row) => <Cut className="t2">{row.agent?.name ?? ''}</Cut> },
      { key: 'talked', title: t('interactions.talked'), width: 90, align: 'right', rank: 2, cell: (row) => <span className="t2 num">{row.talkedSeconds > 0 ? format.clock(row.talkedSeconds) : ''}</span> },
    ],
    [t, names, format],
  );
}
