import { PhoneOff, Trash2 } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../api/refusal-notice';
import { IconButton } from '../../ui/actions/icon-button';
import { EmptyState } from '../../ui/layout/empty-state';
import { Panel } from '../../ui/layout/panel';
import { Tag, type Tone } from '../../ui/marks/tag';
import type { Column } from '../../ui/records/columns';
import { Table } from '../../ui/records/table';
import { PageHead } from '../../ui/shell/app-frame';
import { usePageTitle } from '../../ui/shell/page-title';
import { Cut } from '../../ui/text/cut';
import { useNames } from '../../ui/text/names';
import { useFormat } from '../../ui/text/use-format';
import { RuleDialog } from './rule-dialog';
import { TrunkTabs } from './trunk-tabs';
import type { Dialled, OutboundRule } from './trunk-types';
import { useDialled, useOutboundRules, useRemoveRule } from './use-trunks';
import './trunks.css';

/** Who may call what, against toll fraud, and what was called lately. */
export function OutboundPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const rules = useOutboundRules();
  const remove = useRemoveRule();
  const [open, setOpen] = useState<OutboundRule | null>(null);
  const [current, setCurrent] = useState<string>();
  usePageTitle(t('trunks.outbound'));

  const columns = useMemo<Column<OutboundRule>[]>(() => {
    const nameOf = (rule: OutboundRule): string => (rule.names == null ? t('trunks.everybody') : names(rule.names));
    return [
      {
        key: 'role',
        title: t('trunks.role'),
        minWidth: 160,
        cell: (rule) => (
          <button type="button" className="trunk-open" tabIndex={-1} onClick={() => setOpen(rule)}>
            <Cut className="md">{nameOf(rule)}</Cut>
          </button>
        ),
      },
      {
        key: 'open',
        title: t('trunks.may_call'),
        minWidth: 110,
        cell: (rule) => <Cut className={rule.isWritten ? undefined : 't2'}>{[...openOf(rule).map((kind) => t(`trunks.kind_of_number.${kind}`)), ...(rule.allowed === '' ? [] : [rule.allowed])].join(', ') || t('trunks.nothing')}</Cut>,
      },
      { key: 'barred', title: t('trunks.barred'), width: 140, rank: 4, cell: (rule) => <Cut className="t2 num">{rule.barred}</Cut> },
      { key: 'hour', title: t('trunks.per_hour'), width: 90, rank: 2, align: 'right', cell: (rule) => <span className={rule.isWritten ? 'num' : 'num t2'}>{rule.perHour}</span> },
      { key: 'transfers', title: t('trunks.transfers'), width: 130, rank: 3, cell: (rule) => <span className={rule.isWritten ? undefined : 't2'}>{t(rule.transfers ? 'trunks.yes' : 'trunks.no')}</span> },
      { key: 'own', title: t('trunks.rule'), width: 120, rank: 1, cell: (rule) => <Tag tone={rule.isWritten ? 'accent' : 'line'}>{t(rule.isWritten ? 'trunks.own_rule' : rule.role === '' ? 'trunks.built_in' : 'trunks.as_everybody')}</Tag> },
      {
        key: 'acts',
        title: t('trunks.acts'),
        titleHidden: true,
        width: 56,
        cell: (rule) => rule.isWritten && <IconButton size="small" look="quiet" icon={Trash2} label={t('trunks.rule_remove', { name: nameOf(rule) })} onClick={() => remove.mutate(rule.role)} />,
      },
    ];
  }, [t, names, remove]);

  return (
    <div className="trunks">
      <PageHead title={t('trunks.title')} />
      <TrunkTabs value="outbound" />
      <p className="t2">{t('trunks.outbound_lead')}</p>
      <RefusalNotice error={rules.error ?? remove.error} />
      <Panel flush>
        <Table label={t('trunks.outbound')} columns={columns} rows={rules.data ?? []} rowKey={(rule) => rule.role} current={current} onCurrent={setCurrent} onOpen={setOpen} isLoading={rules.isPending} keys empty={null} />
      </Panel>
      <DialledPanel />
      {open !== null && <RuleDialog rule={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

const openOf = (rule: OutboundRule): ('national' | 'international' | 'premium')[] => (['national', 'international', 'premium'] as const).filter((kind) => rule[kind]);

const outcomes: Record<Dialled['outcome'], Tone> = { ringing: 'accent', answered: 'ok', busy: 'neutral', noAnswer: 'neutral', givenUp: 'line', failed: 'danger' };

function DialledPanel(): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const dialled = useDialled();
  const [current, setCurrent] = useState<string>();
  const columns = useMemo<Column<Dialled>[]>(
    () => [
      { key: 'at', title: t('trunks.at'), width: 156, rank: 2, cell: (one) => <span className="num">{format.dateTime(one.at)}</span> },
      { key: 'number', title: t('trunks.number'), minWidth: 140, cell: (one) => <Link className="num" to={`/calls/${one.callId}`}>{format.phone(one.number)}</Link> },
      { key: 'by', title: t('trunks.by'), minWidth: 110, rank: 1, cell: (one) => <Cut>{one.by.name}</Cut> },
      { key: 'way', title: t('trunks.way'), width: 130, rank: 4, cell: (one) => <span className="t2">{t(`trunks.way_of.${one.way}`)}</span> },
      { key: 'trunk', title: t('trunks.trunk'), width: 130, rank: 3, cell: (one) => <Cut className="t2">{one.trunk ?? '–'}</Cut> },
      {
        key: 'outcome',
        title: t('trunks.outcome'),
        width: 140,
        cell: (one) => (
          <Tag tone={outcomes[one.outcome]} title={one.code === 0 ? undefined : String(one.code)}>
            {t(`trunks.outcome_of.${one.outcome}`)}
          </Tag>
        ),
      },
    ],
    [t, format],
  );
  return (
    <Panel title={t('trunks.dialled')} flush>
      <RefusalNotice error={dialled.error} />
      <Table
        label={t('trunks.dialled')}
        columns={columns}
        rows={dialled.data ?? []}
        rowKey={(one) => `${one.callId}-${one.at}`}
        current={current}
        onCurrent={setCurrent}
        isLoading={dialled.isPending}
        empty={<EmptyState icon={PhoneOff} title={t('trunks.dialled_none')} />}
      />
    </Panel>
  );
}
