import { Flag, Signpost, Tags, UserPlus, Users, X } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useSignedIn } from '../../../api/me';
import { useOffer } from '../../../api/offer';
import { useRefusalText } from '../../../api/refusal-notice';
import type { BulkAnswer } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Menu, type MenuEntry } from '../../../ui/overlays/menu';
import { toast } from '../../../ui/overlays/toasts';
import { useNames } from '../../../ui/text/names';
import { useDefinitions } from '../record/use-request';
import { BulkMacro } from '../macros/bulk-macro';
import { BulkOutcome } from './bulk-outcome';
import { CloseDialog, TagDialog } from './bulk-dialogs';
import { useBulk, useUndoBulk, type BulkWish } from './use-bulk';

type Open = 'owner' | 'team' | 'priority' | 'stage' | 'tags' | 'close' | null;

/** What can be done with several at once. What is refused stays chosen and is told row by row; what was done can be taken back. */
export function BulkBar({ ids, onDone }: { ids: readonly string[]; onDone: (left: Set<string>) => void }): ReactElement {
  const { t } = useTranslation();
  const me = useSignedIn();
  const text = useRefusalText();
  const mayAssign = useCan('requests.assign');
  const bulk = useBulk();
  const undo = useUndoBulk();
  const bar = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open>(null);
  const [refused, setRefused] = useState<BulkAnswer['rows']>([]);
  const group = t('requests.keys_selection');

  const told = (answer: BulkAnswer): void => {
    const left = answer.rows.filter((row) => row.code != null);
    const done = answer.rows.length - left.length;
    const undoId = answer.undoId ?? undefined;
    setRefused(left);
    onDone(new Set(left.map((row) => row.id)));
    if (done > 0) {
      toast({ title: t('requests.bulk_done', { count: done }), ...(undoId === undefined ? {} : { undo: () => undo.mutate(undoId, { onSuccess: told, onError: (error) => toast({ kind: 'error', title: text(error) }) }) }) });
    }
  };
  const act = (what: BulkWish): void => {
    setOpen(null);
    bulk.mutate({ ids, act: what }, { onSuccess: told, onError: (error) => toast({ kind: 'error', title: t('requests.bulk'), detail: text(error) }) });
  };
  const entries = useEntries(act);

  useShortcuts([
    ...(mayAssign
      ? [
          { key: 'a', label: t('requests.take'), group, run: () => act({ kind: 'owner', userId: me.id }) },
          { key: 't', label: t('requests.bulk_team'), group, run: () => setOpen('team') },
        ]
      : []),
    { key: 'p', label: t('requests.bulk_priority'), group, run: () => setOpen('priority') },
    { key: 's', label: t('requests.stage_move'), group, run: () => setOpen('stage') },
    { key: '#', label: t('requests.bulk_tags'), group, run: () => setOpen('tags') },
    { key: 'escape', label: t('requests.clear_selection'), group, run: () => onDone(new Set()) },
  ]);

  return (
    <>
      <div className="bulk pop" role="toolbar" aria-label={t('requests.bulk')} ref={bar}>
        <b className="md">{t('requests.selected', { count: ids.length })}</b>
        <span className="sep" />
        {mayAssign && (
          <>
            <Button look="quiet" icon={UserPlus} keys="a" busy={bulk.isPending} onClick={() => act({ kind: 'owner', userId: me.id })}>
              {t('requests.take')}
            </Button>
            <Button look="quiet" aria-haspopup="menu" aria-expanded={open === 'owner'} onClick={() => setOpen('owner')}>
              {t('requests.bulk_owner')}
            </Button>
            <Button look="quiet" icon={Users} keys="t" aria-haspopup="menu" aria-expanded={open === 'team'} onClick={() => setOpen('team')}>
              {t('requests.team')}
            </Button>
          </>
        )}
        <Button look="quiet" icon={Flag} keys="p" aria-haspopup="menu" aria-expanded={open === 'priority'} onClick={() => setOpen('priority')}>
          {t('requests.bulk_priority')}
        </Button>
        <Button look="quiet" icon={Signpost} keys="s" busy={bulk.isPending} aria-haspopup="menu" aria-expanded={open === 'stage'} onClick={() => setOpen('stage')}>
          {t('requests.stage')}
        </Button>
        <Button look="quiet" icon={Tags} keys="#" aria-haspopup="dialog" onClick={() => setOpen('tags')}>
          {t('requests.bulk_tags')}
        </Button>
        <BulkMacro ids={ids} onTold={(rows) => told({ rows, undoId: null })} />
        <Button look="quiet" aria-haspopup="dialog" onClick={() => setOpen('close')}>
          {t('requests.bulk_close')}
        </Button>
        <span className="sep" />
        <IconButton look="quiet" icon={X} label={t('requests.clear_selection')} onClick={() => onDone(new Set())} />
      </div>
      {open !== null && open !== 'tags' && open !== 'close' && <Menu anchor={bar} label={t(`requests.bulk_menu.${open}`)} onClose={() => setOpen(null)} entries={entries[open]} />}
      {open === 'tags' && <TagDialog title={t('requests.bulk_tags')} confirmLabel={t('requests.tag_add')} onConfirm={(word) => act({ kind: 'tags', addTags: [word] })} onClose={() => setOpen(null)} />}
      {open === 'close' && <CloseDialog count={ids.length} onConfirm={(comment) => act({ kind: 'stage', stageKind: 'closed', comment: comment === '' ? null : comment })} onClose={() => setOpen(null)} />}
      {refused.length > 0 && <BulkOutcome rows={refused} onClose={() => setRefused([])} />}
    </>
  );
}

function useEntries(act: (what: BulkWish) => void): Record<'owner' | 'team' | 'priority' | 'stage', MenuEntry[]> {
  const { t } = useTranslation();
  const names = useNames();
  const offer = useOffer();
  const { data: definitions } = useDefinitions();
  const stages = [...new Map((definitions?.stages ?? []).filter((stage) => stage.kind !== 'closed' && stage.kind !== 'rejected' && stage.kind !== 'new').map((stage) => [stage.code, stage])).values()];
  return {
    owner: [{ label: t('requests.release'), run: () => act({ kind: 'owner', userId: null }) }, { kind: 'line' }, ...(definitions?.people ?? []).filter((person) => person.mayWork).map((person): MenuEntry => ({ label: person.name, run: () => act({ kind: 'owner', userId: person.id }) }))],
    team: (definitions?.teams ?? []).map((team) => ({ label: names(team.names), run: () => act({ kind: 'team', teamId: team.id }) })),
    priority: offer.rows('priorities').map((row) => ({ label: names(row.names), run: () => act({ kind: 'priority', priorityId: row.id }) })),
    stage: stages.map((stage) => ({ label: names(stage.names), run: () => act({ kind: 'stage', stage: stage.code }) })),
  };
}
