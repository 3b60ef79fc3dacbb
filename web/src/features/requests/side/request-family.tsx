import { Link2, Network, Plus, Undo2, X } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RefusalNotice } from '../../../api/refusal-notice';
import type { MergedReference, RequestReference, ServiceRequest } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { Segmented } from '../../../ui/actions/segmented';
import { SideSection } from '../../../ui/layout/panel';
import { StageMark } from '../../../ui/marks/stage-mark';
import { Tag } from '../../../ui/marks/tag';
import { Dialog } from '../../../ui/overlays/dialog';
import { useNames } from '../../../ui/text/names';
import { useUnmerge } from '../merge/use-merge';
import { RequestFinder } from '../record/request-finder';
import { useRelate, useSetParent } from '../record/use-request';
import { stageMarkOf } from '../stage-kind';
import './side.css';

type Adding = 'related' | 'parent';

/** The requests this one has to do with: the whole it belongs to, its parts, what is linked, and what was merged into it. */
export function RequestFamily({ request }: { request: ServiceRequest }): ReactElement {
  const { t } = useTranslation();
  const relate = useRelate(request.id);
  const setParent = useSetParent(request.id);
  const [adding, setAdding] = useState<Adding | null>(null);
  const mayWrite = request.may.write;
  const isAlone = request.parent == null && request.parts.length === 0 && request.related.length === 0 && request.merged.length === 0;

  const choose = (id: string): void => {
    if (adding === 'parent') {
      setParent.mutate({ version: request.version, parentId: id }, { onSuccess: () => setAdding(null) });
    } else {
      relate.mutate({ otherId: id, related: true }, { onSuccess: () => setAdding(null) });
    }
  };

  return (
    <SideSection
      title={t('requests.family')}
      icon={Network}
      aside={mayWrite && <IconButton look="quiet" size="small" icon={adding === null ? Plus : X} label={t('requests.related_add')} onClick={() => setAdding(adding === null ? 'related' : null)} />}
    >
      {adding !== null && (
        <div className="family-add">
          <Segmented
            full
            label={t('requests.family')}
            value={adding}
            options={[
              { value: 'related', label: t('requests.family_kind.related') },
              { value: 'parent', label: t('requests.family_kind.parent') },
            ]}
            onChange={setAdding}
          />
          <RequestFinder autoFocus without={[request.id]} onChoose={(row) => choose(row.id)} />
        </div>
      )}
      <RefusalNotice error={relate.error ?? setParent.error} />
      {isAlone && adding === null && <p className="t2">{t('requests.family_none')}</p>}
      <ul className="matters">
        {request.parent != null && <Relative relative={request.parent} kind="parent" {...(mayWrite ? { onRemove: () => setParent.mutate({ version: request.version, parentId: null }) } : {})} />}
        {request.parts.map((part) => (
          <Relative key={part.id} relative={part} kind="part" />
        ))}
        {request.related.map((other) => (
          <Relative key={other.id} relative={other} kind="related" {...(mayWrite ? { onRemove: () => relate.mutate({ otherId: other.id, related: false }) } : {})} />
        ))}
        {request.merged.map((from) => (
          <Merged key={from.id} from={from} mayUndo={request.may.merge} />
        ))}
      </ul>
    </SideSection>
  );
}

function Relative({ relative, kind, onRemove }: { relative: RequestReference; kind: 'parent' | 'part' | 'related'; onRemove?: () => void }): ReactElement {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <li className="similar">
      <Link to={`/requests/${relative.id}`} className="matter">
        <StageMark kind={stageMarkOf(relative.stage.kind)} hint={names(relative.stage.names)} />
        <span className="matter-text">
          <b className="md">{relative.number}</b> {relative.subject === '' ? t('requests.no_subject') : relative.subject} <Tag>{t(`requests.family_kind.${kind}`)}</Tag>
        </span>
      </Link>
      {onRemove !== undefined && <IconButton look="quiet" size="small" icon={X} label={t('requests.related_remove', { number: relative.number })} onClick={onRemove} />}
    </li>
  );
}

function Merged({ from, mayUndo }: { from: MergedReference; mayUndo: boolean }): ReactElement {
  const { t } = useTranslation();
  const [isAsking, setIsAsking] = useState(false);
  const unmerge = useUnmerge();
  return (
    <li className="similar">
      <Link to={`/requests/${from.id}?itself`} className="matter">
        <Link2 className="i s t3" aria-hidden="true" />
        <span className="matter-text">
          <b className="md">{from.number}</b> {from.subject} <Tag>{t('requests.family_kind.merged')}</Tag>
        </span>
      </Link>
      {mayUndo && (
        <Button size="small" look="quiet" icon={Undo2} onClick={() => setIsAsking(true)}>
          {t('requests.unmerge')}
        </Button>
      )}
      {isAsking && (
        <Dialog
          title={t('requests.unmerge')}
          confirmLabel={t('requests.unmerge')}
          busy={unmerge.isPending}
          refusal={<RefusalNotice error={unmerge.error} />}
          onConfirm={() => unmerge.mutate({ id: from.id, version: from.version }, { onSuccess: () => setIsAsking(false) })}
          onClose={() => setIsAsking(false)}
        >
          <p>{t('requests.unmerge_question', { number: from.number })}</p>
        </Dialog>
      )}
    </li>
  );
}
