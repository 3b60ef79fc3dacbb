import { useMutation } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useCallback, useMemo, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { useCan } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useNews } from '../../../api/use-live';
import { IconButton } from '../../../ui/actions/icon-button';
import type { Placed } from '../../../ui/drawing/drawing';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { useLanguage } from '../../../ui/text/language';
import { useNames } from '../../../ui/text/names';
import type { Looks } from '../block-looks';
import { ChangeList } from '../drawer/change-list';
import { changesBetween } from '../drawer/changes';
import { Problems } from '../drawer/problems';
import { Versions } from '../drawer/versions';
import type { Choices, FlowView, VerbName } from '../flow-types';
import { BlockFacts, BlockInspector } from '../inspector/block-inspector';
import { NumbersDialog } from '../list/numbers-dialog';
import { Simulator } from '../simulator/simulator';
import { addressOf, useWalk, type WalkAs } from '../use-flows';
import { BlockList } from './block-list';
import { Canvas } from './canvas';
import { TakeNewer } from './designer-page';
import { addBlock, changeBlock, connectBlocks, removeBlock } from './edit-flow';
import { pin, placesOf } from './layout';
import { Palette } from './palette';
import { PublishDialog } from './publish-dialog';
import { useDesignerKeys } from './use-designer-keys';
import { useDraft } from './use-draft';
import { VersionBar, type Pane } from './version-bar';

type Asking = { kind: 'publish' } | { kind: 'discard' } | { kind: 'numbers' } | { kind: 'back'; to: number };

/** Canvas, inspector, problems and test call of one flow. */
export function Designer({ loaded, choices }: { loaded: FlowView; choices: Choices }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const language = useLanguage();
  const mayEdit = useCan('ivr.edit');
  const draft = useDraft(loaded);
  const { design: flow, view, change, take } = draft;
  const { code } = view;
  const [chosen, setChosen] = useState<string | undefined>(flow.start);
  const [pane, setPane] = useState<Pane>();
  const [asking, setAsking] = useState<Asking>();
  const [walk, setWalk] = useState<WalkAs>({ caller: 'unidentified', open: true, language, script: [] });
  const [newer, setNewer] = useState<number>();
  const nameField = useRef<HTMLInputElement>(null);
  const simulator = useRef<HTMLDivElement>(null);
  const settings = useRef<HTMLElement>(null);

  const sharedWords = useMemo(() => new Map(choices.prompts.map((prompt) => [prompt.key, prompt.text])), [choices.prompts]);
  const recorded = useMemo(() => new Map(choices.prompts.map((prompt) => [prompt.key, prompt])), [choices.prompts]);
  const looks = useMemo<Looks>(() => ({ t, names, sharedWords, teams: choices.teams }), [t, names, sharedWords, choices.teams]);
  const places = useMemo(() => placesOf(flow), [flow]);
  const changes = useMemo(() => changesBetween(view.published.document, flow), [view.published.document, flow]);
  const simulation = useWalk(code, `${view.published.version}.${view.draft?.version ?? 0}`, walk);
  const block = chosen === undefined ? undefined : flow.nodes[chosen];

  useNews<{ flow: string; version: number }>('ivr', (news) => setNewer(news.flow === code ? news.version : newer), () => undefined);
  const discard = useMutation({
    mutationFn: () => send<FlowView>('DELETE', `${addressOf(code)}/draft?version=${view.draft?.version ?? 0}`),
    onSuccess: (next) => {
      take(next);
      setAsking(undefined);
    },
  });
  const move = useCallback((moved: Placed[]) => change((before) => moved.reduce((all, { code: name, x, y }) => changeBlock(all, name, (one) => ({ ...one, place: { x, y } })), pin(before))), [change]);
  const connect = useCallback((from: string, to: string) => change((before) => connectBlocks(before, from, to, sharedWords)), [change, sharedWords]);
  const add = (verb: VerbName): void => {
    const team = choices.teams.find((one) => one.code === flow.defaultTeam)?.code ?? choices.teams[0]?.code ?? '';
    const added = addBlock(pin(flow), verb, chosen, sharedWords, team);
    change(() => added.flow);
    setChosen(added.name);
  };
  const remove = (): void => {
    if (chosen !== undefined && block !== undefined && Object.keys(flow.nodes).length > 1) {
      change((before) => removeBlock(pin(before), chosen));
      setChosen(undefined);
      toast({ title: t('ivr.block_removed'), undo: draft.undo });
    }
  };
  // On a phone the settings stand below the list.
  const chooseInList = (name: string): void => {
    setChosen(name);
    requestAnimationFrame(() => settings.current?.scrollIntoView({ block: 'start' }));
  };
  const tryIt = (): void => simulator.current?.querySelector<HTMLButtonElement>('.simulator-keys button:not(:disabled)')?.focus();
  useDesignerKeys({ places, chosen, mayEdit, onChoose: setChosen, onMove: move, undo: draft.undo, remove, tryIt, nameField });

  const hasErrors = view.problems.some((problem) => problem.weight === 'error');
  const isNewer = newer !== undefined && newer > view.published.version;
  const close = (): void => setAsking(undefined);

  return (
    <div className="designer flow-designer">
      <VersionBar view={view} draft={draft} changes={changes.length} hasErrors={hasErrors} mayEdit={mayEdit} onPane={(next) => setPane(pane === next ? undefined : next)} onPublish={() => setAsking({ kind: 'publish' })} onDiscard={() => setAsking({ kind: 'discard' })} onNumbers={() => setAsking({ kind: 'numbers' })} />
      {draft.state === 'stale' ? <TakeNewer code={code} title={t('ivr.stale_title')} says={t('ivr.stale_says')} act={t('ivr.stale_take')} onTake={take} /> : <RefusalNotice error={draft.error} />}
      {isNewer && draft.state === 'saved' && <TakeNewer code={code} title={t('ivr.newer_title')} says={t('ivr.newer_says', { version: newer })} act={t('ivr.newer_take')} onTake={take} />}
      <div className={mayEdit ? 'flow-body' : 'flow-body fixed'}>
        {mayEdit && <Palette onAdd={add} />}
        <div className="flow-canvas">
          <Canvas flow={flow} places={places} looks={looks} chosen={chosen} problems={view.problems} way={simulation.data?.walk.way ?? []} isFixed={!mayEdit} onChoose={setChosen} onMove={move} onConnect={connect} />
        </div>
        <BlockList flow={flow} order={places.map((place) => place.code)} looks={looks} chosen={chosen} onChoose={chooseInList} />
        <aside ref={settings} className="inspector" aria-label={t('ivr.inspector')}>
          {chosen !== undefined && block !== undefined ? (
            mayEdit ? (
              <BlockInspector key={chosen} flow={flow} name={chosen} block={block} looks={looks} recorded={recorded} onChange={change} onRemove={remove} nameRef={nameField} />
            ) : (
              <BlockFacts flow={flow} name={chosen} block={block} looks={looks} />
            )
          ) : (
            <p className="inspector-none t2">{t('ivr.choose_something')}</p>
          )}
        </aside>
        <div className="flow-drawer">
          {pane === undefined ? (
            <Problems flow={flow} problems={view.problems} looks={looks} onChoose={setChosen} />
          ) : (
            <div className="drawer-pane">
              <header className="drawer-head">
                <h2 className="grow">{t(`ivr.pane.${pane}`)}</h2>
                <IconButton icon={X} size="small" look="quiet" label={t('ui.close')} onClick={() => setPane(undefined)} />
              </header>
              {pane === 'changes' && <ChangeList changes={changes} before={view.published.document} after={flow} looks={looks} />}
              {pane === 'versions' && <Versions code={code} published={view.published.version} mayEdit={mayEdit} onRollBack={(to) => setAsking({ kind: 'back', to })} />}
            </div>
          )}
          <div ref={simulator}>
            <Simulator walk={walk} onWalk={setWalk} simulation={simulation.data} error={simulation.error} isWalking={simulation.isFetching} looks={looks} />
          </div>
        </div>
      </div>
      {(asking?.kind === 'publish' || asking?.kind === 'back') && (
        <PublishDialog
          view={view}
          changes={changes.length}
          backTo={asking.kind === 'back' ? asking.to : undefined}
          onClose={close}
          onDone={(next) => {
            take(next);
            close();
            setPane(undefined);
            toast({ title: t('ivr.published_done', { version: next.published.version }) });
          }}
        />
      )}
      {asking?.kind === 'numbers' && (
        <NumbersDialog
          view={view}
          onClose={close}
          onDone={(next) => {
            take(next);
            close();
            toast({ title: t('ivr.numbers_saved', { flow: names(next.names) }) });
          }}
        />
      )}
      {asking?.kind === 'discard' && (
        <Dialog title={t('ivr.discard_question')} confirmLabel={t('ivr.discard')} danger busy={discard.isPending} refusal={<RefusalNotice error={discard.error} />} onConfirm={() => discard.mutate()} onClose={close}>
          <p>{t('ivr.discard_says', { count: changes.length })}</p>
        </Dialog>
      )}
    </div>
  );
}
