import { RotateCcw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { Button } from '../../../ui/actions/button';
import { Skeleton } from '../../../ui/layout/skeleton';
import { Tag } from '../../../ui/marks/tag';
import { Dialog } from '../../../ui/overlays/dialog';
import { asLanguage, languageNames } from '../../../ui/text/language';
import { useFormat } from '../../../ui/text/use-format';
import type { ContentChange, DraftCard } from '../knowledge-types';
import { useDiff, useVersions } from './use-editing';
import { wordDiff } from './word-diff';

/** Every version that was published; any of them can be read against the one before, or brought back. */
export function VersionsDialog({ card, onClose, onDiff, onRollBack }: { card: DraftCard; onClose: () => void; onDiff: (from: number | null, to: number) => void; onRollBack: (to: number) => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const versions = useVersions(card.id);
  return (
    <Dialog title={t('knowledge.versions')} confirmLabel={t('knowledge.close')} onConfirm={onClose} onClose={onClose} hideCancel>
      {versions.data === undefined ? (
        versions.isPending ? <Skeleton lines={3} /> : <RefusalNotice error={versions.error} />
      ) : versions.data.length === 0 ? (
        <p>{t('knowledge.never_published')}</p>
      ) : (
        <ol className="version-list">
          {versions.data.map((version) => (
            <li key={version.number}>
              <span className="grow">
                <b className="md">{t('knowledge.version', { number: version.number })}</b> {version.isPublished && <Tag tone="ok">{t('knowledge.published')}</Tag>}
                <span className="version-said">
                  {[format.dateTime(version.at), version.by, version.rolledBackTo === null ? version.comment : t('knowledge.rolled_back_to', { number: version.rolledBackTo })].filter(Boolean).join(' · ')}
                </span>
              </span>
              {version.number > 1 && (
                <Button size="small" look="quiet" onClick={() => onDiff(version.number - 1, version.number)}>
                  {t('knowledge.diff')}
                </Button>
              )}
              {!version.isPublished && !card.isRetired && (
                <Button size="small" icon={RotateCcw} onClick={() => onRollBack(version.number)}>
                  {t('knowledge.bring_back')}
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  );
}

/** What two versions say differently, word by word. */
export function DiffDialog({ card, from, to, onClose }: { card: DraftCard; from: number | null; to: number | null; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const diff = useDiff(card.id, from, to);
  const title = to === null ? t('knowledge.diff_of_draft') : t('knowledge.diff_of', { from: from ?? 0, to });
  return (
    <Dialog title={title} confirmLabel={t('knowledge.close')} onConfirm={onClose} onClose={onClose} hideCancel>
      {diff.data === undefined ? (
        diff.isPending ? <Skeleton lines={3} /> : <RefusalNotice error={diff.error} />
      ) : diff.data.length === 0 ? (
        <p>{t('knowledge.no_changes')}</p>
      ) : (
        <dl className="changes">
          {diff.data.map((change) => (
            <div key={`${change.part}${change.language ?? ''}${change.key ?? ''}`}>
              <dt>
                {t(`knowledge.part.${change.part}`)}
                {change.key !== null && ` ${change.key}`}
                {change.language !== null && <Tag tone="line">{languageNames[asLanguage(change.language)]}</Tag>}
              </dt>
              <dd>
                <Words change={change} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}

function Words({ change }: { change: ContentChange }): ReactElement {
  const isText = change.language !== null;
  const parts = isText ? wordDiff(change.before, change.after) : [...(change.before === '' ? [] : [{ kind: 'gone' as const, text: change.before }]), ...(change.after === '' ? [] : [{ kind: 'new' as const, text: change.after }])];
  return (
    <>
      {parts.map((part, index) => (part.kind === 'gone' ? <del key={index}>{part.text}</del> : part.kind === 'new' ? <ins key={index}>{part.text}</ins> : <span key={index}>{part.text}</span>))}
    </>
  );
}
