import { GitMerge, Undo2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefusalText } from '../../../api/refusal-notice';
import type { RequestReference, ServiceRequest } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { Notice } from '../../../ui/layout/notice';
import { useUnmerge } from '../merge/use-merge';

/** The record itself of a request that is followed in another one: read, never changed, until the merge is taken back. */
export function MergedAway({ request, into }: { request: ServiceRequest; into: RequestReference }): ReactElement {
  const { t } = useTranslation();
  const unmerge = useUnmerge();
  const refusalText = useRefusalText();
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <div className="record-notice">
      <Notice
        title={t('requests.merged_into', { number: into.number })}
        action={
          <span className="row g4">
            {request.may.merge && (
              <Button size="small" icon={Undo2} busy={unmerge.isPending} onClick={() => unmerge.mutate({ id: request.id, version: request.version }, { onError: (error) => setRefused(refusalText(error)) })}>
                {t('requests.unmerge')}
              </Button>
            )}
            <Link to={`/requests/${into.id}`} className="row g4">
              <GitMerge className="i s" aria-hidden="true" />
              {into.number}
            </Link>
          </span>
        }
      >
        {refused ?? t('requests.merged_look')}
      </Notice>
    </div>
  );
}
