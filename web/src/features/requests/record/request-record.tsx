import { useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { can, useSignedIn } from '../../../api/me';
import { RefusalNotice, useRefusalText } from '../../../api/refusal-notice';
import { isRefusal } from '../../../api/refusal';
import { DueMark } from '../../../api/due-mark';
import type { ServiceRequest } from '../../../api/request-types';
import { useLookAt } from '../../../api/use-presence';
import { Skeleton } from '../../../ui/layout/skeleton';
import { PresenceMarks } from '../../../ui/marks/presence-marks';
import { MacroMenu } from '../macros/macro-menu';
import { noteOpened } from '../rail-work/open-work';
import { ConflictNotice, MergedNotice } from './conflict-notice';
import { MergedAway } from './merged-away';
import { FileLine } from './file-line';
import { PeopleFields } from './people-fields';
import { RecordHead } from './record-head';
import type { AnswerRefusal } from './extra-fields';
import type { FieldName } from './request-fields';
import { RequestForm } from './request-form';
import { RequestTimeline, type LiveCall } from './request-timeline';
import { LetterActsContext, type LetterActs } from './letter-acts';
import { RecordComposer, type LetterStart } from './record-composer';
import { StageRefusal } from './stage-refusal';
import { StageSteps } from './stage-steps';
import { TagLine } from './tag-line';
import { setTypedSubject } from './typed-subject';
import { useAutosave } from './use-autosave';
import { useDefinitions, useRenewed, useRequest, useTimeline } from './use-request';
import './record.css';

export type RequestRecordProps = {
  id: string;
  liveCall?: LiveCall | undefined;
  /** False where the page's main act is elsewhere. */
  primary?: boolean;
  /** In the head, beside whether everything is saved: due times, who else looks. */
  aside?: ((request: ServiceRequest) => ReactNode) | undefined;
};

/** A request with all its parts; the same on its own page and on the desk. */
export function RequestRecord({ id, liveCall, primary = true, aside }: RequestRecordProps): ReactElement {
  const { data: request, error, isPending } = useRequest(id);
  if (request !== undefined) {
    return <Loaded key={request.id} request={request} liveCall={liveCall} primary={primary} aside={aside?.(request)} />;
  }
  return <div className="record-wait">{isPending ? <Skeleton lines={8} /> : <RefusalNotice error={error} />}</div>;
}

function Loaded({ request, liveCall, primary, aside }: { request: ServiceRequest; liveCall: LiveCall | undefined; primary: boolean; aside: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const me = useSignedIn();
  const mayWrite = request.may.write;
  const renewed = useRenewed(request.id);
  const definitions = useDefinitions();
  const timeline = useTimeline(request.id);
  const autosave = useAutosave(request, me.id, renewed);
  const refusalText = useRefusalText();
  const [stageRefusal, setStageRefusal] = useState<unknown>(null);
  const others = useLookAt(`request:${request.id}`);
  const { save } = autosave;
  const [letterStart, setLetterStart] = useState<LetterStart>();
  const mayMail = mayWrite && can(me, ['mailroom.write']) && request.mergedInto == null;
  const letterActs = useMemo<LetterActs>(() => (mayMail ? { answer: () => setLetterStart({ forward: null }), forward: (letter) => setLetterStart({ forward: letter }) } : null), [mayMail]);

  useEffect(() => noteOpened(me.id, request.id), [me.id, request.id]);
  useEffect(() => setTypedSubject(request.id, save.typed.subject), [request.id, save.typed.subject]);
  // What is over is only read; reopening is a step of its stage.
  const isOver = request.stage.kind === 'closed' || request.stage.kind === 'rejected';
  // A comment closes as soon as it is saved, and is still written on (M-20).
  // Where the stage has makers, only they write on it (W-D04).
  const readOnly = !mayWrite || !request.may.edit || (isOver && request.kind !== 'comment');

  return (
    <div className="record">
      <div>
        <RecordHead
          request={request}
          subject={save.typed.subject}
          save={save}
          onRetry={autosave.flush}
          others={<PresenceMarks people={others} />}
          aside={
            <>
              <DueMark face={request.clock} requestId={request.id} />
              {aside}
            </>
          }
          isInCall={liveCall?.over === null}
          macros={mayWrite && <MacroMenu request={request} onBefore={autosave.flushed} />}
        />
        {request.mergedInto != null && <MergedAway request={request} into={request.mergedInto} />}
        <StageSteps request={request} readOnly={!mayWrite} onRefused={setStageRefusal} />
        <StageRefusal requestId={request.id} refusal={stageRefusal} onSeen={() => setStageRefusal(null)} />
        {save.conflict !== null && <ConflictNotice conflict={save.conflict} onKeep={autosave.keepMine} onTake={autosave.takeTheirs} />}
        {save.merged.length > 0 && <MergedNotice fields={save.merged} onSeen={autosave.mergedSeen} />}
        <RequestForm
          request={request}
          fields={save.typed}
          readOnly={readOnly}
          errors={fieldErrors(save.refusal)}
          answerRefusal={answerRefusal(save.refusal ?? stageRefusal, refusalText)}
          onChange={autosave.change}
          onLeave={autosave.flush}
          people={<PeopleFields request={request} definitions={definitions.data} readOnly={!mayWrite || isOver} />}
        />
        <TagLine request={request} readOnly={!mayWrite} />
        <FileLine request={request} readOnly={!mayWrite} />
        {save.state === 'refused' && !(isRefusal(save.refusal) && save.refusal.problem.errors !== undefined) && (
          <p className="sr" role="alert">
            {refusalText(save.refusal)}
          </p>
        )}
      </div>
      <div className="stream" tabIndex={0} role="region" aria-label={t('requests.timeline')}>
        <h2 className="sr">{t('requests.timeline')}</h2>
        {timeline.data === undefined ? timeline.isPending ? <Skeleton lines={4} /> : <RefusalNotice error={timeline.error} /> : <LetterActsContext value={letterActs}><RequestTimeline entries={timeline.data} liveCall={liveCall} /></LetterActsContext>}
      </div>
      {mayWrite && <RecordComposer request={request} me={me} mayMail={mayMail} letters={timeline.data} primary={primary} start={letterStart} />}
    </div>
  );
}

const fieldOf: readonly [string, FieldName][] = [
  ['kind', 'kind'],
  ['subject', 'subject'],
  ['text', 'text'],
  ['contactMethodId', 'contactMethodId'],
  ['customerId', 'customer'],
  ['categoryId', 'categoryId'],
  ['answers', 'answers'],
  ['product', 'product'],
  ['answer', 'answer'],
  ['work', 'work'],
  ['place', 'place'],
  ['wantedOn', 'wantedOn'],
];

function fieldErrors(refusal: unknown): Partial<Record<FieldName, string>> {
  if (!isRefusal(refusal)) {
    return {};
  }
  return Object.fromEntries(fieldOf.flatMap(([sent, name]) => (refusal.fieldErrors(sent) === undefined ? [] : [[name, refusal.fieldErrors(sent)]])));
}

/** A refusal that names an extra field of the category stands at that field. */
function answerRefusal(refusal: unknown, textOf: (refusal: unknown) => string): AnswerRefusal | undefined {
  const field = isRefusal(refusal) ? refusal.problem.args?.['fieldCode'] : undefined;
  const text = fieldErrors(refusal).answers;
  return typeof field === 'string' ? { text: textOf(refusal), field } : text === undefined ? undefined : { text, field: undefined };
}
