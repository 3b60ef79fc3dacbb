import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { GitMerge, Link2 } from 'lucide-react';
import { useDeferredValue, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { send } from '../../../api/client';
import { useRefusalText } from '../../../api/refusal-notice';
import type { ServiceRequest, SimilarRequest } from '../../../api/request-types';
import { IconButton } from '../../../ui/actions/icon-button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { SideSection } from '../../../ui/layout/panel';
import { Count } from '../../../ui/marks/count';
import { Kbd } from '../../../ui/marks/kbd';
import { StageMark } from '../../../ui/marks/stage-mark';
import { toast } from '../../../ui/overlays/toasts';
import { classes } from '../../../ui/classes';
import { foldText } from '../../../ui/text/fold';
import { useNames } from '../../../ui/text/names';
import { requestKeys, useRelate } from '../record/use-request';
import { stageMarkOf } from '../stage-kind';
import './side.css';

/** Open requests that may be the same problem, with the reason why; arrows choose one, `L` links it (D6). */
export function SimilarRequests({ request, subject }: { request: ServiceRequest; /** As it is typed, saved or not. */ subject: string }): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const refusalText = useRefusalText();
  const relate = useRelate(request.id);
  const asked = useDeferredValue(subject.trim());
  const [at, setAt] = useState(0);
  const { data } = useQuery({
    queryKey: [...requestKeys.one(request.id), 'similar', asked, request.category?.id],
    queryFn: () => send<SimilarRequest[]>('GET', `/api/requests/${request.id}/similar?${new URLSearchParams({ subject: asked })}`),
    placeholderData: keepPreviousData,
    enabled: asked.length > 3 || request.category != null,
  });
  const rows = data ?? [];
  const chosen = rows[Math.min(at, rows.length - 1)];
  const mayLink = request.may.write && chosen !== undefined;
  const link = (found: SimilarRequest): void =>
    relate.mutate({ otherId: found.request.id, related: true }, { onError: (error) => toast({ kind: 'error', title: t('requests.related_add'), detail: refusalText(error) }) });

  useShortcuts([{ key: 'l', label: t('requests.similar_link_chosen'), group: t('requests.keys_record'), run: () => chosen !== undefined && link(chosen) }], mayLink);
  useShortcuts(
    [
      { key: 'alt+arrowdown', run: () => setAt((now) => Math.min(rows.length - 1, now + 1)) },
      { key: 'alt+arrowup', run: () => setAt((now) => Math.max(0, now - 1)) },
    ],
    rows.length > 1,
  );

  return (
    <SideSection
      title={t('requests.similar')}
      icon={GitMerge}
      aside={
        rows.length > 0 && (
          <>
            <Count value={rows.length} label={t('requests.similar')} />
            {mayLink && (
              <>
                <Kbd keys="l" /> {t('requests.similar_link')}
              </>
            )}
          </>
        )
      }
    >
      {rows.length === 0 ? (
        <p className="t2">{t('requests.similar_none')}</p>
      ) : (
        <ul className="matters">
          {rows.map((found) => (
            <li key={found.request.id} className={classes('similar', found === chosen && 'on')}>
              <Link to={`/requests/${found.request.id}`} className="matter">
                <StageMark kind={stageMarkOf(found.request.stage.kind)} hint={names(found.request.stage.names)} />
                <span className="matter-text">
                  <b className="md">{found.request.number}</b> {found.request.subject}
                  <span className="s t2 why">{reasons(found, t).join(' · ')}</span>
                </span>
              </Link>
              {request.may.write && <IconButton look="quiet" size="small" icon={Link2} label={`${found.request.number} ${t('requests.similar_link')}`} onClick={() => link(found)} />}
            </li>
          ))}
        </ul>
      )}
    </SideSection>
  );
}

/** The found words as they stand in the subject: compared they are without accents, and `karl` is another word than `kärl`. */
function asWritten(words: readonly string[], subject: string): string {
  const written = subject.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words.map((word) => written.find((one) => foldText(one) === word) ?? written.find((one) => foldText(one).startsWith(word)) ?? word).join(', ');
}

function reasons({ why, request }: SimilarRequest, t: ReturnType<typeof useTranslation>['t']): string[] {
  return [
    ...(why.samePlace ? [t('requests.similar_why.place')] : []),
    ...(why.sameCategory ? [t('requests.similar_why.category')] : []),
    ...(why.sameCustomer ? [t('requests.similar_why.customer')] : []),
    ...(why.words.length > 0 ? [t('requests.similar_why.words', { words: asWritten(why.words, request.subject ?? '') })] : []),
  ];
}
