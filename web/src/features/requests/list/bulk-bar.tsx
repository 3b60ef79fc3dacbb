import { Signpost, UserPlus, UserX, X } from 'lucide-react';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignedIn } from '../../../api/me';
import { useRefusalText } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Menu } from '../../../ui/overlays/menu';
import { toast } from '../../../ui/overlays/toasts';
import { useNames } from '../../../ui/text/names';
import { useDefinitions } from '../record/use-request';
import { useBulk, type BulkAct } from './use-bulk';

/** What can be done with several at once: take, release, move on. */
export function BulkBar({ ids, onDone }: { ids: readonly string[]; onDone: (left: Set<string>) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const me = useSignedIn();
  const text = useRefusalText();
  const bulk = useBulk();
  const { data: definitions } = useDefinitions();
  const stageButton = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const stages = [...new Map((definitions?.stages ?? []).filter((stage) => stage.kind !== 'closed' && stage.kind !== 'rejected' && stage.kind !== 'new').map((stage) => [stage.code, stage])).values()];
  const group = t('requests.keys_selection');

  const act = (what: BulkAct): void =>
    bulk.mutate(
      { ids, act: what },
      {
        onSuccess: ({ done, refused }) => {
          onDone(new Set(refused.map((one) => one.id)));
          if (refused.length > 0) {
            toast({ kind: 'error', title: t('requests.bulk_partly', { done: done.length, refused: refused.length }), detail: text(refused[0]?.why) });
          }
        },
      },
    );
  const take = (): void => act({ kind: 'owner', userId: me.id });

  useShortcuts([
    { key: 'a', label: t('requests.take'), group, run: take },
    { key: 's', label: t('requests.stage_move'), group, run: () => setIsOpen(true) },
    { key: 'escape', label: t('requests.clear_selection'), group, run: () => onDone(new Set()) },
  ]);

  return (
    <div className="bulk pop" role="toolbar" aria-label={t('requests.bulk')}>
      <b className="md">{t('requests.selected', { count: ids.length })}</b>
      <span className="sep" />
      <Button look="quiet" icon={UserPlus} keys="a" busy={bulk.isPending} onClick={take}>
        {t('requests.take')}
      </Button>
      <Button look="quiet" icon={UserX} busy={bulk.isPending} onClick={() => act({ kind: 'owner', userId: null })}>
        {t('requests.release')}
      </Button>
      <Button ref={stageButton} look="quiet" icon={Signpost} keys="s" busy={bulk.isPending} aria-haspopup="menu" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {t('requests.stage')}
      </Button>
      <span className="sep" />
      <IconButton look="quiet" icon={X} label={t('requests.clear_selection')} onClick={() => onDone(new Set())} />
      {isOpen && <Menu anchor={stageButton} label={t('requests.stage_move')} onClose={() => setIsOpen(false)} entries={stages.map((stage) => ({ label: names(stage.names), run: () => act({ kind: 'stage', stage: stage.code }) }))} />}
    </div>
  );
}
