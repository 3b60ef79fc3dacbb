import { useMutation } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../../api/client';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Dialog } from '../../../ui/overlays/dialog';
import { toast } from '../../../ui/overlays/toasts';
import { Diff } from '../drawer/diff';
import { Problems } from '../drawer/problems';
import { Trial } from '../drawer/trial';
import { Versions } from '../drawer/versions';
import { LineInspector } from '../inspector/line-inspector';
import { StageInspector } from '../inspector/stage-inspector';
import type { ProcessView, Trial as TrialAnswer } from '../process-types';
import { addressOf, useChoices, useDiff, useVersions } from '../use-processes';
import { Canvas, type Chosen } from './canvas';
import { StaleDraft } from './designer-page';
import { changeCode, changeStage, codeOf, connect, findStage, putBack, removeStage } from './edit-design';
import { PublishDialog } from './publish-dialog';
import { StageList } from './stage-list';
import { useDesignerKeys } from './use-designer-keys';
import { useDraft } from './use-draft';
import { useWho } from './use-who';
import { VersionBar, type Pane } from './version-bar';

/** Canvas, inspector, problems and trial of one process. */
export function Designer({ loaded }: { loaded: ProcessView }): ReactElement {
  const { t } = useTranslation();
  const draft = useDraft(loaded);
  const { design, view, change, take, flush } = draft;
  const { document, unit } = view;
  const choices = useChoices();
  const { whoOf, checkersOf } = useWho(design, choices.data);
  const [chosen, setChosen] = useState<Chosen | undefined>(() => (design.stages[0] === undefined ? undefined : { kind: 'stage', code: design.stages[0].code }));
  const [pane, setPane] = useState<Pane>();
  const [weeks, setWeeks] = useState(4);
  const [from, setFrom] = useState<number>();
  const [asking, setAsking] = useState<'publish' | 'discard'>();
  const newest = useRef(draft);
  useEffect(() => {
    newest.current = draft;
  });
  const nameField = useRef<HTMLInputElement>(null);
  const stage = chosen?.kind === 'stage' ? findStage(design, chosen.code) : undefined;
  const isNew = useCallback((code: string) => findStage(view.published.design, code) === undefined, [view.published.design]);

  const versions = useVersions(document, unit, view.published.version);
  const diff = useDiff(document, unit, from ?? view.published.version, view.draft?.version ?? null);
  const trial = useMutation({ mutationFn: async (last: number) => ((await flush()) ? send<TrialAnswer>('POST', `${addressOf(document, unit)}/trial?weeks=${last}`) : Promise.reject(draft.error)) });
  const discard = useMutation({
    mutationFn: () => send<ProcessView>('DELETE', `${addressOf(document, unit)}/draft?version=${view.draft?.version ?? 0}`),
    onSuccess: (next) => {
      take(next);
      setAsking(undefined);
    },
  });
  const restore = useMutation({
    mutationFn: async (number: number) => ((await flush()) ? send<ProcessView>('POST', `${addressOf(document, unit)}/versions/${number}/restore`, { version: view.draft?.version ?? 0 }) : Promise.reject(draft.error)),
    onSuccess: take,
  });

  const tryIt = (last = weeks): void => {
    setPane('trial');
    trial.mutate(last);
  };
  const choose = useCallback((next: Chosen | undefined) => setChosen(next), []);
  const chooseStage = useCallback((code: string) => setChosen({ kind: 'stage', code }), []);
  const remove = (): void => {
    if (stage !== undefined) {
      const [before, { code }] = [design, stage];
      const after = removeStage(before, code);
      change(() => after);
      setChosen(undefined);
      // What was drawn since stays; only this stage comes back.
      toast({ title: t('processes.stage_removed'), undo: () => (newest.current.design === after ? newest.current.undo() : change((now) => putBack(now, before, code))) });
    }
  };
  // A stage nobody has used yet takes its code from its name, so that programs can read it.
  const named = (): void => {
    if (stage !== undefined && isNew(stage.code)) {
      const code = codeOf(stage.names.en || stage.names.tr || stage.names.sv, design.stages.filter((one) => one !== stage).map((one) => one.code));
      if (code !== stage.code) {
        change((before) => changeCode(before, stage.code, code));
        chooseStage(code);
      }
    }
  };
  const { add } = useDesignerKeys({ design, chosen, onChoose: setChosen, change, undo: draft.undo, remove, tryIt: () => tryIt(), nameField, onPublishBlocked: asking !== undefined });

  const connectStages = useCallback((a: string, b: string) => change((before) => connect(before, a, b)), [change]);
  const moveStages = useCallback((places: { code: string; x: number; y: number }[]) => change((before) => places.reduce((all, place) => changeStage(all, place.code, { x: place.x, y: place.y }), before)), [change]);
  const errors = view.problems.some((problem) => problem.severity === 'error');
  const lineChosen = chosen?.kind === 'line' ? chosen : undefined;

  return (
    <div className="designer">
      <VersionBar view={view} state={draft.state} hasErrors={errors} onPane={(next) => setPane(pane === next ? undefined : next)} onTry={() => tryIt()} onPublish={() => setAsking('publish')} onDiscard={() => setAsking('discard')} />
      {draft.state === 'stale' ? <StaleDraft document={document} unit={unit} onTake={take} /> : <RefusalNotice error={draft.error} />}
      <div className="designer-body">
        <div className="designer-left">
          <div className="designer-canvas">
            <Button className="add-stage" icon={Plus} keys="a" onClick={add}>
              {t('processes.stage')}
            </Button>
            <Canvas design={design} chosen={chosen} onChoose={choose} onMove={moveStages} onConnect={connectStages} problems={view.problems} standing={view.standing} isNew={isNew} whoOf={whoOf} checkersOf={checkersOf} />
            <p className="canvas-note">{t('processes.canvas_note')}</p>
          </div>
          <StageList design={design} chosen={stage?.code} whoOf={whoOf} onChoose={chooseStage} />
          <div className="drawer">
            <Problems design={design} problems={view.problems} onChoose={chooseStage} />
            {pane !== undefined && (
              <div className="drawer-pane">
                <header className="drawer-head">
                  <h2 className="grow">{t(`processes.pane.${pane}`)}</h2>
                  <IconButton icon={X} size="small" look="quiet" label={t('ui.close')} onClick={() => setPane(undefined)} />
                </header>
                {pane === 'trial' && (
                  <Trial
                    design={design}
                    trial={trial.data}
                    isTrying={trial.isPending}
                    error={trial.error}
                    weeks={weeks}
                    onWeeks={(next) => {
                      setWeeks(next);
                      tryIt(next);
                    }}
                  />
                )}
                {pane === 'diff' && <Diff diff={diff.data} error={diff.error} before={view.published.design} after={design} />}
                {pane === 'versions' && (
                  <Versions
                    versions={versions.data}
                    error={versions.error ?? restore.error}
                    published={view.published.version}
                    busy={restore.isPending}
                    onRestore={(number) => restore.mutate(number)}
                    onCompare={(number) => {
                      setFrom(number);
                      setPane('diff');
                    }}
                  />
                )}
              </div>
            )}
          </div>
        </div>
        <aside className="inspector" aria-label={t('processes.inspector')}>
          {stage !== undefined && (
            <StageInspector
              design={design}
              stage={stage}
              choices={choices.data}
              isNew={isNew(stage.code)}
              checkers={checkersOf(stage.code)}
              onChange={change}
              onNamed={named}
              onChooseLine={(to) => setChosen({ kind: 'line', from: stage.code, to })}
              onRemove={remove}
              nameRef={nameField}
            />
          )}
          {lineChosen !== undefined && <LineInspector key={`${lineChosen.from}:${lineChosen.to}`} design={design} from={lineChosen.from} to={lineChosen.to} onChange={change} onBack={chooseStage} />}
          {stage === undefined && lineChosen === undefined && <p className="inspector-none t2">{t('processes.choose_something')}</p>}
        </aside>
      </div>
      {asking === 'publish' && (
        <PublishDialog
          view={view}
          onClose={() => setAsking(undefined)}
          onPublished={(next) => {
            take(next);
            setAsking(undefined);
            setPane(undefined);
            toast({ title: t('processes.published_done', { version: next.published.version }) });
          }}
        />
      )}
      {asking === 'discard' && (
        <Dialog title={t('processes.discard_question')} confirmLabel={t('processes.discard')} danger busy={discard.isPending} refusal={<RefusalNotice error={discard.error} />} onConfirm={() => discard.mutate()} onClose={() => setAsking(undefined)}>
          <p>{t('processes.discard_says', { count: view.changes })}</p>
        </Dialog>
      )}
    </div>
  );
}
