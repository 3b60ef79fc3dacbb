import { Cable, CirclePause, CirclePlay, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { IconButton } from '../../ui/actions/icon-button';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { EmptyState } from '../../ui/layout/empty-state';
import { Facts, Panel } from '../../ui/layout/panel';
import { Tag, type Tone } from '../../ui/marks/tag';
import { toast } from '../../ui/overlays/toasts';
import type { Column } from '../../ui/records/columns';
import { Table } from '../../ui/records/table';
import { PageHead } from '../../ui/shell/app-frame';
import { usePageTitle } from '../../ui/shell/page-title';
import { Cut } from '../../ui/text/cut';
import { useFormat } from '../../ui/text/use-format';
import { TrunkDialog } from './trunk-dialog';
import { TrunkTabs } from './trunk-tabs';
import type { Trunk, TrunkStanding } from './trunk-types';
import { useSteerTrunk, useTrunks } from './use-trunks';
import './trunks.css';

const tones: Record<TrunkStanding, Tone> = { paused: 'warn', unknown: 'neutral', up: 'ok', notRegistered: 'danger', down: 'danger' };

/** The trunks in the order of fail-over, and how the chosen one goes. */
export function TrunksPage(): ReactElement {
  const { t } = useTranslation();
  const trunks = useTrunks();
  const steer = useSteerTrunk();
  const [current, setCurrent] = useState<string>();
  const [open, setOpen] = useState<Trunk | 'new' | null>(null);
  usePageTitle(t('trunks.trunks'));
  useShortcuts([{ key: 'n', label: t('trunks.add'), group: t('trunks.title'), run: () => setOpen('new') }]);
  const chosen = trunks.data?.find((one) => one.id === current) ?? trunks.data?.[0];

  const columns = useMemo<Column<Trunk>[]>(
    () => [
      { key: 'order', title: t('trunks.order'), width: 80, rank: 5, align: 'right', cell: (one) => <span className="num t2">{one.order}</span> },
      {
        key: 'name',
        title: t('trunks.name'),
        minWidth: 110,
        cell: (one) => (
          <button type="button" className="trunk-open" tabIndex={-1} onClick={() => setOpen(one)}>
            <Cut className="md">{one.name}</Cut>
          </button>
        ),
      },
      { key: 'kind', title: t('trunks.kind'), width: 150, rank: 3, cell: (one) => <span className="t2">{t(`trunks.kind_of.${one.kind}`)}</span> },
      { key: 'host', title: t('trunks.host'), minWidth: 150, rank: 2, cell: (one) => <Cut className="t2 num">{`${one.host}:${one.port}`}</Cut> },
      { key: 'ways', title: t('trunks.ways'), width: 120, rank: 4, cell: (one) => <span className="t2">{[one.takesIn && t('trunks.in'), one.callsOut && t('trunks.out')].filter(Boolean).join(', ')}</span> },
      { key: 'state', title: t('trunks.state'), width: 130, cell: (one) => <Tag tone={tones[one.state.standing]}>{t(`trunks.standing.${one.state.standing}`)}</Tag> },
      { key: 'calls', title: t('trunks.calls'), width: 76, rank: 1, align: 'right', cell: (one) => <span className="num">{one.state.calls}</span> },
      {
        key: 'acts',
        title: t('trunks.acts'),
        titleHidden: true,
        width: 98,
        cell: (one) => (
          <span className="row g4">
            <IconButton size="small" look="quiet" icon={one.isPaused ? CirclePlay : CirclePause} label={t(one.isPaused ? 'trunks.resume' : 'trunks.pause', { name: one.name })} onClick={() => steer.mutate({ id: one.id, act: one.isPaused ? 'resume' : 'pause' })} />
            <IconButton size="small" look="quiet" icon={Trash2} label={t('trunks.remove', { name: one.name })} onClick={() => steer.mutate({ id: one.id, act: 'remove' })} />
          </span>
        ),
      },
    ],
    [t, steer],
  );

  return (
    <div className="trunks">
      <PageHead title={t('trunks.title')}>
        <Button look="primary" icon={Plus} keys="n" onClick={() => setOpen('new')}>
          {t('trunks.add')}
        </Button>
      </PageHead>
      <TrunkTabs value="trunks" />
      <RefusalNotice error={trunks.error ?? steer.error} />
      <Panel flush>
        <Table
          label={t('trunks.trunks')}
          columns={columns}
          rows={trunks.data ?? []}
          rowKey={(one) => one.id}
          current={chosen?.id}
          onCurrent={setCurrent}
          onOpen={setOpen}
          isLoading={trunks.isPending}
          keys
          empty={
            trunks.error === null && (
              <EmptyState icon={Cable} title={t('trunks.none')}>
                {t('trunks.none_hint')}
              </EmptyState>
            )
          }
        />
      </Panel>
      {chosen !== undefined && <TrunkPanel trunk={chosen} />}
      {open !== null && (
        <TrunkDialog
          trunk={open === 'new' ? null : open}
          order={(trunks.data?.at(-1)?.order ?? 0) + 10}
          onClose={() => setOpen(null)}
          onDone={(saved) => {
            setOpen(null);
            setCurrent(saved.id);
            toast({ title: t('trunks.saved', { name: saved.name }) });
          }}
        />
      )}
    </div>
  );
}

/** What is known of the other side, in its own words. */
function TrunkPanel({ trunk }: { trunk: Trunk }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const { standing, code, reason, since, askedAt, calls } = trunk.state;
  return (
    <Panel title={t('trunks.state_of', { name: trunk.name })}>
      <p className="t2 trunk-hint">{t(`trunks.standing_hint.${standing}`)}</p>
      <Facts
        rows={[
          { label: t('trunks.state'), value: <Tag tone={tones[standing]}>{t(`trunks.standing.${standing}`)}</Tag> },
          { label: t('trunks.since'), value: <span className="num">{since == null ? '–' : format.dateTime(since)}</span> },
          { label: t('trunks.last_answer'), value: askedAt == null ? '–' : <span className="num">{`${code === 0 ? t('trunks.no_answer') : [code, reason].filter((part) => part !== '').join(' ')} · ${format.dateTime(askedAt)}`}</span> },
          { label: t('trunks.calls'), value: <span className="num">{t('trunks.calls_of', { count: calls, most: trunk.mostCalls })}</span> },
        ]}
      />
    </Panel>
  );
}
