import { ArrowLeftRight, Bell, Link2, TriangleAlert, Undo2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { DueMark } from '../../../api/due-mark';
import { useLookAt } from '../../../api/use-presence';
import { RefusalNotice, useRefusalText } from '../../../api/refusal-notice';
import type { ServiceRequest } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { SideSection } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { toast } from '../../../ui/overlays/toasts';
import { usePageTitle } from '../../../ui/shell/page-title';
import { RequestFinder } from '../record/request-finder';
import { useRelate, useRequest } from '../record/use-request';
import { MergeEntries } from './merge-entries';
import { MergeResult } from './merge-result';
import { MergeTable } from './merge-table';
import { useMerge, useUnmerge } from './use-merge';
import './merge.css';

/** Two requests side by side: A stays, B joins it. Field by field it is chosen whose value stays. */
export function MergePage(): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const other = search.get('with');
  const { data: one, error } = useRequest(id);
  usePageTitle(t('requests.merge_title'));
  if (one === undefined) {
    return <div className="page">{error === null ? <Skeleton lines={6} /> : <RefusalNotice error={error} />}</div>;
  }
  if (other === null) {
    return (
      <div className="page merge-pick">
        <h1>{t('requests.merge_title')}</h1>
        <p className="t2">
          {one.number} {one.subject}
        </p>
        <p>{t('requests.merge_pick')}</p>
        <RequestFinder autoFocus without={[id]} unit={one.unit} onChoose={(row) => setSearch({ with: row.id })} />
      </div>
    );
  }
  return <Second one={one} otherId={other} />;
}

function Second({ one, otherId }: { one: ServiceRequest; otherId: string }): ReactElement {
  const { data: other, error } = useRequest(otherId);
  return other === undefined ? <div className="page">{error === null ? <Skeleton lines={6} /> : <RefusalNotice error={error} />}</div> : <Both key={`${one.id}${other.id}`} one={one} other={other} />;
}

function Both({ one, other }: { one: ServiceRequest; other: ServiceRequest }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const refusalText = useRefusalText();
  const [isSwapped, setIsSwapped] = useState(false);
  const [take, setTake] = useState<ReadonlySet<string>>(new Set());
  const [into, from] = isSwapped ? [other, one] : [one, other];
  const merge = useMerge();
  const unmerge = useUnmerge();
  const relate = useRelate(into.id);
  const others = useLookAt(`request:${from.id}`);

  const swap = (): void => {
    setIsSwapped(!isSwapped);
    setTake(new Set());
  };
  const leave = (): void => void navigate(`/requests/${one.id}`);
  const undo = (): void =>
    unmerge.mutate(
      { id: from.id, version: from.version + 1 },
      { onSuccess: () => toast({ title: t('requests.unmerged', { number: from.number }) }), onError: (error) => toast({ kind: 'error', title: t('requests.unmerge'), detail: refusalText(error) }) },
    );
  const confirm = (): void =>
    merge.mutate(
      { id: from.id, version: from.version, intoId: into.id, intoVersion: into.version, take: [...take] },
      {
        onSuccess: () => {
          toast({ title: t('requests.merge_done', { number: from.number }), undo });
          void navigate(`/requests/${into.id}`);
        },
      },
    );
  const link = (): void =>
    relate.mutate({ otherId: from.id, related: true }, { onSuccess: () => void navigate(`/requests/${into.id}`), onError: (error) => toast({ kind: 'error', title: t('requests.related_add'), detail: refusalText(error) }) });

  const group = t('requests.merge_title');
  useShortcuts([
    { key: 'x', label: t('requests.merge_swap'), group, run: swap },
    { key: 'l', label: t('requests.merge_link_instead'), group, run: link },
    { key: 'ctrl+enter', label: t('requests.merge'), group, run: confirm },
    { key: 'escape', label: t('ui.cancel'), group, run: leave },
  ]);

  return (
    <div className="merge">
      <div className="merge-main">
        <div className="merge-head row">
          <h1>{t('requests.merge_title')}</h1>
          {into.customer != null && into.customer.id === from.customer?.id && <span className="t2">{t('requests.merge_same_customer')}</span>}
          <span className="row g4 end">
            <Button look="quiet" icon={Link2} keys="l" busy={relate.isPending} onClick={link}>
              {t('requests.merge_link_instead')}
            </Button>
            <Button icon={ArrowLeftRight} keys="x" onClick={swap}>
              {t('requests.merge_swap')}
            </Button>
          </span>
        </div>
        <MergeTable into={into} from={from} take={take} onTake={setTake} />
        <div className="merge-records">
          <MergeEntries mark="A" request={into} />
          <MergeEntries mark="B" request={from} note={t('requests.merge_all_go')} />
        </div>
        <RefusalNotice error={merge.error} />
      </div>
      <aside className="merge-side" aria-label={t('requests.merge_result')}>
        <MergeResult into={into} from={from} />
        <SideSection title={t('requests.merge_told')} icon={Bell}>
          {from.watchers.length + into.watchers.length === 0 ? <p className="t2">{t('requests.merge_told_none')}</p> : <p>{[...new Map([...into.watchers, ...from.watchers].map((person) => [person.id, person.name])).values()].join(', ')}</p>}
        </SideSection>
        <SideSection title={t('requests.merge_beware')} icon={TriangleAlert}>
          {from.customer?.id !== into.customer?.id && <p>{t('requests.merge_other_customer')}</p>}
          {from.kind !== into.kind && <p>{t('requests.merge_other_kind')}</p>}
          {into.clock != null && (
            <p className="row wrap g4">
              {t('requests.merge_clock')} <DueMark face={into.clock} />
            </p>
          )}
          {others.length > 0 && <p>{t('requests.merge_looked_at', { count: others.length, names: others.map((person) => person.name).join(', ') })}</p>}
        </SideSection>
      </aside>
      <div className="merge-foot row">
        <Undo2 className="i s t2" aria-hidden="true" />
        <span className="t2">{t('requests.merge_until', { number: from.number, into: into.number })}</span>
        <span className="row g4 end">
          <Button keys="escape" onClick={leave}>
            {t('ui.cancel')}
          </Button>
          <Button look="primary" keys="ctrl+enter" busy={merge.isPending} onClick={confirm}>
            {t('requests.merge')}
          </Button>
        </span>
      </div>
    </div>
  );
}
