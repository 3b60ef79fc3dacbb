import { ChevronDown, ChevronUp, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSignedIn } from '../../../api/me';
import { RefusalNotice } from '../../../api/refusal-notice';
import type { ServiceRequest } from '../../../api/request-types';
import { buttonClass } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Facts } from '../../../ui/layout/panel';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Kbd } from '../../../ui/marks/kbd';
import { Tag } from '../../../ui/marks/tag';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import { NoteComposer } from '../record/note-composer';
import { RequestTimeline } from '../record/request-timeline';
import { StageSteps } from '../record/stage-steps';
import { useRequest, useTimeline } from '../record/use-request';
import { PriorityMark } from '../priority-mark';

/** The current row's request beside the list: what it is about, what happened, a note without opening it. */
export function RequestPreview({ id, onClose, onStep }: { id: string; onClose: () => void; onStep: (step: number) => void }): ReactElement {
  const { t } = useTranslation();
  const { data: request, error, isPending } = useRequest(id);
  return (
    <aside className="preview" aria-label={t('requests.preview')}>
      {request === undefined ? (
        <div className="preview-top">{isPending ? <Skeleton lines={5} /> : <RefusalNotice error={error} />}</div>
      ) : (
        <Loaded key={request.id} request={request} onClose={onClose} onStep={onStep} />
      )}
    </aside>
  );
}

function Loaded({ request, onClose, onStep }: { request: ServiceRequest; onClose: () => void; onStep: (step: number) => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const me = useSignedIn();
  const mayWrite = request.may.write;
  const timeline = useTimeline(request.id);
  return (
    <>
      <div className="preview-top">
        <div className="row g4">
          <span className="t2 nowrap">{request.number}</span>
          {request.kind != null && <Tag>{t(`requests.kind.${request.kind}`)}</Tag>}
          <span className="row g4 end">
            <IconButton look="quiet" size="small" icon={ChevronUp} label={t('ui.keys_previous')} keys="k" onClick={() => onStep(-1)} />
            <IconButton look="quiet" size="small" icon={ChevronDown} label={t('ui.keys_next')} keys="j" onClick={() => onStep(1)} />
            <Link to={`/requests/${request.id}`} className={buttonClass('plain', 'small')}>
              {t('requests.open')} <Kbd keys="enter" />
            </Link>
            <IconButton look="quiet" size="small" icon={X} label={t('requests.close_preview')} onClick={onClose} />
          </span>
        </div>
        <h2 className="preview-title">{request.subject == null || request.subject === '' ? t('requests.no_subject') : request.subject}</h2>
        <StageSteps request={request} readOnly onRefused={() => undefined} />
        <Facts
          rows={[
            { label: t('requests.customer'), value: request.customer == null ? '–' : <Link to={`/customers/${request.customer.id}`}>{request.customer.name}</Link> },
            { label: t('requests.owner'), value: request.owner?.name ?? t('requests.owner_none') },
            { label: t('requests.category'), value: request.category == null ? '–' : request.category.path.map((step) => names(step.names)).join(' › ') },
            { label: t('requests.priority'), value: <PriorityMark priority={request.priority} /> },
            { label: t('requests.contact_method'), value: request.contactMethod == null ? '–' : names(request.contactMethod.names) },
            { label: t('requests.opened_at'), value: format.dateTime(request.openedAt) },
          ]}
        />
      </div>
      <div className="preview-mid" tabIndex={0} role="region" aria-label={t('requests.timeline')}>
        {request.text != null && request.text !== '' && <p className="preview-text">{request.text}</p>}
        {timeline.data === undefined ? <Skeleton lines={3} /> : <RequestTimeline entries={timeline.data} />}
      </div>
      {mayWrite && (
        <div className="preview-bot">
          <NoteComposer requestId={request.id} userId={me.id} primary={false} />
        </div>
      )}
    </>
  );
}
