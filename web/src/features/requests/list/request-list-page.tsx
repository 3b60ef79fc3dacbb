import { Inbox, RefreshCw, X } from 'lucide-react';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useCan } from '../../../api/me';
import { mostCounted } from '../../../api/request-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useWatchRecords } from '../../../api/use-presence';
import { Button } from '../../../ui/actions/button';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Table } from '../../../ui/records/table';
import { usePageTitle } from '../../../ui/shell/page-title';
import { useFormat } from '../../../ui/text/use-format';
import { BulkBar } from './bulk-bar';
import { useColumnChoice } from './column-choice';
import { FilterBar } from './filter-bar';
import { ListHead } from './list-head';
import { questionOf, sortOf, withSort } from './list-filter';
import { RequestPreview } from './request-preview';
import { useRequestColumns } from './request-columns';
import { useListNews, useRequestList } from './use-request-list';
import { ViewTabs } from './view-tabs';
import './list.css';

const nothing: ReadonlySet<string> = new Set();

/** All requests one may see: saved views, filters in the address, a table with preview. */
export function RequestListPage(): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const question = questionOf(search).toString();
  const [chosen, setChosen] = useState<{ question: string; ids: ReadonlySet<string> }>({ question, ids: new Set() });
  // What is no longer listed is no longer chosen: an act never falls on something unseen.
  const selected = chosen.question === question ? chosen.ids : nothing;
  const setSelected = (ids: ReadonlySet<string>): void => setChosen({ question, ids });
  const mayWrite = useCan('requests.write');
  const list = useRequestList(search);
  const { fresh, showFresh } = useListNews(search);
  const columns = useRequestColumns(useColumnChoice());
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  useWatchRecords(rows.map((row) => `request:${row.id}`));
  const total = list.data?.pages[0]?.total;
  const current = search.get('at') || undefined;
  usePageTitle(t('requests.title'));

  const set = (next: URLSearchParams): void => setSearch(next, { replace: true });
  const setCurrent = (id: string | null): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        if (id === null) {
          next.delete('at');
        } else {
          next.set('at', id);
        }
        return next;
      },
      { replace: true },
    );

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  return (
    <div className={current === undefined ? 'list' : 'list with-preview'}>
      <div className="list-main">
        <ListHead search={search} onSearch={set} total={total == null ? undefined : format.upTo(total, mostCounted)} />
        <ViewTabs search={search} onSearch={set} />
        <FilterBar search={search} onSearch={set} />
        <div className="list-table">
          {fresh > 0 && (
            <Button className="list-fresh" size="small" icon={RefreshCw} onClick={showFresh}>
              {t('requests.fresh', { count: fresh })}
            </Button>
          )}
          {list.error !== null && rows.length === 0 ? (
            <div className="page">
              <RefusalNotice error={list.error} />
              <div>
                <Button onClick={() => void list.refetch()}>{t('ui.try_again')}</Button>
              </div>
            </div>
          ) : (
            <Table
              label={t('requests.title')}
              columns={columns}
              rows={rows}
              rowKey={(row) => row.id}
              rowLabel={(row) => row.number}
              current={current}
              onCurrent={setCurrent}
              onOpen={(row) => void navigate(`/requests/${row.id}`)}
              {...(mayWrite ? { selected, onSelect: setSelected } : {})}
              sort={sortOf(search)}
              onSort={(sort) => set(withSort(search, sort))}
              isLoading={list.isPending || isFetchingNextPage}
              onEnd={more}
              foot={
                hasNextPage && !isFetchingNextPage && rows.length > 0 ? (
                  <div className="list-more">
                    <Button size="small" onClick={more}>
                      {t('requests.more')}
                    </Button>
                  </div>
                ) : undefined
              }
              keys
              empty={
                <EmptyState icon={Inbox} title={t('requests.empty')} action={question === '' ? undefined : <Button icon={X} onClick={() => set(new URLSearchParams())}>{t('requests.filter_clear')}</Button>}>
                  {question === '' ? t('requests.empty_hint') : t('requests.none_filtered')}
                </EmptyState>
              }
            />
          )}
          {selected.size > 0 && <BulkBar ids={[...selected]} onDone={setSelected} />}
        </div>
      </div>
      {current !== undefined && <RequestPreview id={current} onClose={() => setCurrent(null)} onStep={(step) => stepFrom(rows.map((row) => row.id), current, step, setCurrent)} />}
    </div>
  );
}

function stepFrom(ids: readonly string[], current: string, step: number, go: (id: string) => void): void {
  const next = ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(current) + step))];
  if (next !== undefined) {
    go(next);
  }
}
