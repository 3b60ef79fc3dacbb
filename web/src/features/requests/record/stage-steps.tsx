import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceRequest, Stage } from '../../../api/request-types';
import { TextArea } from '../../../ui/fields/text-area';
import { Field } from '../../../ui/fields/field';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { StageRail, type StageStep } from '../../../ui/marks/stage-rail';
import { Dialog } from '../../../ui/overlays/dialog';
import { Menu } from '../../../ui/overlays/menu';
import { RefusalNotice } from '../../../api/refusal-notice';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { useMoveStage, useTimeline } from './use-request';

/** The stage rail; a press or `S` offers the allowed next stages. Ending stages ask for a word first. */
export function StageSteps({ request, readOnly, onRefused }: { request: ServiceRequest; readOnly: boolean; onRefused: (refusal: unknown) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const rail = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [ending, setEnding] = useState<Stage | null>(null);
  const move = useMoveStage(request.id);
  const steps = useSteps(request);
  const mayMove = !readOnly && request.stages.length > 0;

  useShortcuts([{ key: 's', label: t('requests.stage_move'), group: t('requests.keys_record'), run: () => setIsOpen(true) }], mayMove);

  const go = (stage: Stage, comment?: string): void => {
    onRefused(null);
    move.mutate({ version: request.version, stage: stage.code, comment }, { onSuccess: () => setEnding(null), onError: (error) => (ending === null ? onRefused(error) : undefined) });
  };
  const choose = (stage: Stage): void => (stage.kind === 'closed' || stage.kind === 'rejected' ? setEnding(stage) : go(stage));

  return (
    <div ref={rail}>
      <StageRail label={t('requests.stage')} steps={steps} {...(mayMove ? { onPress: () => setIsOpen(true) } : {})} />
      {isOpen && mayMove && (
        <Menu anchor={rail} label={t('requests.stage_move')} onClose={() => setIsOpen(false)} entries={request.stages.map((stage) => ({ label: names(stage.names), run: () => choose(stage) }))} />
      )}
      {ending !== null && <EndDialog stage={ending} busy={move.isPending} error={move.error} onConfirm={(comment) => go(ending, comment)} onClose={() => setEnding(null)} />}
    </div>
  );
}

function EndDialog({ stage, busy, error, onConfirm, onClose }: { stage: Stage; busy: boolean; error: unknown; onConfirm: (comment: string) => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const [comment, setComment] = useState('');
  return (
    <Dialog title={t('requests.end_question', { stage: names(stage.names) })} confirmLabel={t('requests.end_confirm')} busy={busy} disabled={stage.kind === 'rejected' && comment.trim() === ''} refusal={<RefusalNotice error={error} />} onConfirm={() => onConfirm(comment.trim())} onClose={onClose}>
      <Field label={stage.kind === 'rejected' ? t('requests.stage_reason') : t('requests.stage_comment')} required={stage.kind === 'rejected'}>
        <TextArea rows={3} value={comment} maxLength={1000} onChange={setComment} />
      </Field>
    </Dialog>
  );
}

/**
 * The unit's stages in their order, with when they were reached; rejection only where it happened. It begins with the stage the
 * request began in: one that came by mail is listened to first (H-08), and the others never see that stage.
 */
function useSteps(request: ServiceRequest): StageStep[] {
  const names = useNames();
  const format = useFormat();
  const { data: timeline } = useTimeline(request.id);
  const moves = (timeline ?? []).flatMap((entry) => (entry.stage == null ? [] : [{ at: entry.at, from: names(entry.stage.from), name: names(entry.stage.to) }]));
  const first = moves[0]?.from ?? names(request.stage.names);
  const isShown = (stage: Stage): boolean =>
    stage.code === request.stage.code || (stage.kind === 'new' ? [first, ...moves.map((move) => move.name), ...request.stages.map((next) => names(next.names))].includes(names(stage.names)) : stage.kind !== 'rejected');
  const isFirst = (stage: Stage): boolean => stage.kind === 'new' && names(stage.names) === first;
  const shown = request.allStages.filter(isShown);
  const stages = [...shown.filter(isFirst), ...shown.filter((stage) => !isFirst(stage))];
  const at = stages.findIndex((stage) => stage.code === request.stage.code);

  return stages.map((stage, index) => {
    const name = names(stage.names);
    const since = moves.findLast((move) => move.name === name)?.at ?? (isFirst(stage) ? request.openedAt : undefined);
    const state = index === at ? 'now' : index < at && since !== undefined ? 'done' : 'next';
    return { key: stage.code, label: name, state, ...(since !== undefined && state !== 'next' ? { note: `${format.shortDate(since)} ${format.time(since)}` } : {}) };
  });
}
