import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan, useSignedIn } from '../../../api/me';
import { RefusalNotice, useRefusalText } from '../../../api/refusal-notice';
import { isRefusal } from '../../../api/refusal';
import type { ServiceRequest } from '../../../api/request-types';
import { useLookAt } from '../../../api/use-presence';
import { Skeleton } from '../../../ui/layout/skeleton';
import { PresenceMarks } from '../../../ui/marks/presence-marks';
import { noteOpened } from '../rail-work/open-work';
import { ConflictNotice, MergedNotice } from './conflict-notice';
import { OwnerField } from './owner-field';
import { RecordHead } from './record-head';
import type { FieldName } from './request-fields';
import { RequestForm } from './request-form';
import { RequestTimeline, type LiveCall } from './request-timeline';
import { NoteComposer } from './note-composer';
import { StageSteps } from './stage-steps';
import { useAutosave } from './use-autosave';
import { useDefinitions, useRenewed, useRequest, useTimeline } from './use-request';
import './record.css';

/** A request with all its parts; the same on its own page and on the desk. */
export function RequestRecord({ id, liveCall, primary = true }: { id: string; liveCall?: LiveCall | undefined; /** False where the page's main act is elsewhere. */ primary?: boolean }): ReactElement {
  const { data: request, error, isPending } = useRequest(id);
  if (request !== undefined) {
    return <Loaded key={request.id} request={request} liveCall={liveCall} primary={primary} />;
  }
  return <div className="record-wait">{isPending ? <Skeleton lines={8} /> : <RefusalNotice error={error} />}</div>;
}

function Loaded({ request, liveCall, primary }: { request: ServiceRequest; liveCall: LiveCall | undefined; primary: boolean }): ReactElement {
  const { t } = useTranslation();
  const me = useSignedIn();
  const mayWrite = useCan('requests.write');
  const renewed = useRenewed(request.id);
  const definitions = useDefinitions();
  const timeline = useTimeline(request.id);
  const autosave = useAutosave(request, me.id, renewed);
  const refusalText = useRefusalText();
  const [stageRefusal, setStageRefusal] = useState<unknown>(null);
  const others = useLookAt(`request:${request.id}`);
  const { save } = autosave;

  useEffect(() => noteOpened(me.id, request.id), [me.id, request.id]);
  // What is over is only read; reopening is a step of its stage.
  const isOver = request.stage.kind === 'closed' || request.stage.kind === 'rejected';
  const readOnly = !mayWrite || isOver;

  return (
    <div className="record">
      <div>
        <RecordHead number={request.number} subject={save.typed.subject} save={save} onRetry={autosave.flush} others={<PresenceMarks people={others} />} />
        <StageSteps request={request} readOnly={!mayWrite} onRefused={setStageRefusal} />
        <RefusalNotice error={stageRefusal} />
        {save.conflict !== null && <ConflictNotice conflict={save.conflict} definitions={definitions.data} onKeep={autosave.keepMine} onTake={autosave.takeTheirs} />}
        {save.merged.length > 0 && <MergedNotice fields={save.merged} onSeen={autosave.mergedSeen} />}
        <RequestForm
          fields={save.typed}
          definitions={definitions.data}
          readOnly={readOnly}
          errors={fieldErrors(save.refusal)}
          onChange={autosave.change}
          onLeave={autosave.flush}
          owner={<OwnerField request={request} readOnly={readOnly} />}
        />
        {save.state === 'refused' && !(isRefusal(save.refusal) && save.refusal.problem.errors !== undefined) && (
          <p className="sr" role="alert">
            {refusalText(save.refusal)}
          </p>
        )}
      </div>
      <div className="stream" tabIndex={0} role="region" aria-label={t('requests.timeline')}>
        <h2 className="sr">{t('requests.timeline')}</h2>
        {timeline.data === undefined ? timeline.isPending ? <Skeleton lines={4} /> : <RefusalNotice error={timeline.error} /> : <RequestTimeline entries={timeline.data} liveCall={liveCall} />}
      </div>
      {mayWrite && <NoteComposer requestId={request.id} userId={me.id} primary={primary} />}
    </div>
  );
}

const fieldOf: readonly [string, FieldName][] = [
  ['kind', 'kind'],
  ['subject', 'subject'],
  ['text', 'text'],
  ['contactMethodId', 'contactMethodId'],
  ['customerId', 'customer'],
];

function fieldErrors(refusal: unknown): Partial<Record<FieldName, string>> {
  if (!isRefusal(refusal)) {
    return {};
  }
  return Object.fromEntries(fieldOf.flatMap(([sent, name]) => (refusal.fieldErrors(sent) === undefined ? [] : [[name, refusal.fieldErrors(sent)]])));
}
