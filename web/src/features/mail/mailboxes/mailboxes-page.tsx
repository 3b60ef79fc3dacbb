import { CirclePause, CirclePlay, Mailbox as MailboxIcon, Plus, Trash2 } from 'lucide-react';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mailbox } from '../../../api/mail-types';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useUnits } from '../../../api/units';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { EmptyState } from '../../../ui/layout/empty-state';
import { Panel } from '../../../ui/layout/panel';
import { Tag } from '../../../ui/marks/tag';
import { toast } from '../../../ui/overlays/toasts';
import type { Column } from '../../../ui/records/columns';
import { Table } from '../../../ui/records/table';
import { PageHead } from '../../../ui/shell/app-frame';
import { usePageTitle } from '../../../ui/shell/page-title';
import { Cut } from '../../../ui/text/cut';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { MailboxDialog } from './mailbox-dialog';
import { MailboxLetters } from './mailbox-letters';
import { useMailboxes, useSteerMailbox } from './use-mailboxes';
import './mailboxes.css';

/** The mailboxes, how each goes, and what came into the chosen one last. */
export function MailboxesPage(): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const units = useUnits();
  const mailboxes = useMailboxes();
  const steer = useSteerMailbox();
  const [current, setCurrent] = useState<string>();
  const [open, setOpen] = useState<Mailbox | 'new' | null>(null);
  usePageTitle(t('mail.mailboxes'));
  useShortcuts([{ key: 'n', label: t('mail.mailbox_add'), group: t('mail.mailboxes'), run: () => setOpen('new') }]);
  const chosen = mailboxes.data?.find((one) => one.id === current) ?? mailboxes.data?.[0];

  const columns = useMemo<Column<Mailbox>[]>(
    () => [
      {
        key: 'name',
        title: t('mail.name'),
        minWidth: 110,
        cell: (one) => (
          <button type="button" className="mailbox-open" tabIndex={-1} onClick={() => setOpen(one)}>
            <Cut className="md">{one.name}</Cut>
          </button>
        ),
      },
      { key: 'address', title: t('mail.address'), minWidth: 160, rank: 1, cell: (one) => <Cut className="t2">{one.address}</Cut> },
      {
        key: 'unit',
        title: t('mail.unit'),
        width: 150,
        rank: 4,
        cell: (one) => <Cut className="t2">{names(units.find((unit) => unit.code === one.unit)?.names ?? { tr: one.unit, sv: one.unit, en: one.unit })}</Cut>,
      },
      { key: 'health', title: t('mail.health'), width: 118, cell: (one) => <Health mailbox={one} /> },
      { key: 'last', title: t('mail.last_letter'), width: 150, rank: 2, cell: (one) => <span className="t2 num">{one.health.lastLetterAt == null ? '–' : format.dateTime(one.health.lastLetterAt)}</span> },
      { key: 'waiting', title: t('mail.waiting'), width: 90, align: 'right', rank: 3, cell: (one) => <span className="num">{one.health.waiting}</span> },
      {
        key: 'acts',
        title: t('mail.acts'),
        titleHidden: true,
        width: 98,
        cell: (one) => (
          <span className="row g4">
            <IconButton size="small" look="quiet" icon={one.isPaused ? CirclePlay : CirclePause} label={t(one.isPaused ? 'mail.resume' : 'mail.pause', { name: one.name })} onClick={() => steer.mutate({ id: one.id, act: one.isPaused ? 'resume' : 'pause' })} />
            <IconButton size="small" look="quiet" icon={Trash2} label={t('mail.remove', { name: one.name })} onClick={() => steer.mutate({ id: one.id, act: 'remove' })} />
          </span>
        ),
      },
    ],
    [t, names, format, units, steer],
  );

  return (
    <div className="mailboxes">
      <PageHead title={t('mail.mailboxes')}>
        <Button look="primary" icon={Plus} keys="n" onClick={() => setOpen('new')}>
          {t('mail.mailbox_add')}
        </Button>
      </PageHead>
      <RefusalNotice error={mailboxes.error ?? steer.error} />
      <Panel flush>
        <Table
          label={t('mail.mailboxes')}
          columns={columns}
          rows={mailboxes.data ?? []}
          rowKey={(one) => one.id}
          current={chosen?.id}
          onCurrent={setCurrent}
          onOpen={setOpen}
          isLoading={mailboxes.isPending}
          keys
          empty={
            mailboxes.error === null && (
              <EmptyState icon={MailboxIcon} title={t('mail.no_mailboxes')}>
                {t('mail.no_mailboxes_hint')}
              </EmptyState>
            )
          }
        />
      </Panel>
      {chosen !== undefined && <MailboxLetters mailbox={chosen} />}
      {open !== null && (
        <MailboxDialog
          mailbox={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onDone={(saved) => {
            setOpen(null);
            setCurrent(saved.id);
            toast({ title: t('mail.mailbox_saved', { name: saved.name }) });
          }}
        />
      )}
    </div>
  );
}

function Health({ mailbox: { isPaused, health } }: { mailbox: Mailbox }): ReactElement {
  const { t } = useTranslation();
  if (isPaused) {
    return <Tag tone="warn">{t('mail.paused')}</Tag>;
  }
  if (health.receiveProblem != null) {
    return (
      <Tag tone="danger" title={t(`mail.problem.${health.receiveProblem}`, { said: health.receiveError ?? '' })}>
        {t('mail.not_connected')}
      </Tag>
    );
  }
  if (health.sendProblem != null) {
    return (
      <Tag tone="danger" title={t(`mail.problem.${health.sendProblem}`, { said: health.sendError ?? '' })}>
        {t('mail.cannot_send')}
      </Tag>
    );
  }
  return health.connectedAt == null ? <Tag>{t('mail.connecting')}</Tag> : <Tag tone="ok">{t('mail.connected')}</Tag>;
}
