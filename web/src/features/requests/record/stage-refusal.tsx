import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { isRefusal } from '../../../api/refusal';
import { RefusalNotice } from '../../../api/refusal-notice';
import { goToKnowledgeSearch } from '../../../api/search-bridge';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';

/** Why the stage did not change; where a search is owed first, the way to it (M-06). */
export function StageRefusal({ requestId, refusal, onSeen }: { requestId: string; refusal: unknown; onSeen: () => void }): ReactElement | null {
  const { t } = useTranslation();
  if (refusal === null) {
    return null;
  }
  const owesSearch = isRefusal(refusal) && refusal.code === 'knowledge.search_needed';
  const search = (): void => {
    if (goToKnowledgeSearch(requestId)) {
      onSeen();
    }
  };
  return (
    <div className="record-notice">
      <RefusalNotice
        error={refusal}
        action={
          <span className="row g4">
            {owesSearch && (
              <Button size="small" keys="/" onClick={search}>
                {t('requests.search_now')}
              </Button>
            )}
            <IconButton look="quiet" size="small" icon={X} label={t('ui.dismiss')} onClick={onSeen} />
          </span>
        }
      />
    </div>
  );
}
