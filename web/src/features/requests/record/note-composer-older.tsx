import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { useNow } from '../../../ui/text/now';
import { useFormat } from '../../../ui/text/use-format';
import './note-composer.css';

type OlderText = { id: string; text: string; savedAt: string };

/** What was typed on another device and is not in the text now: shown on request, taken over or thrown away. */
export function OlderTexts({ texts, onTake, onDrop }: { texts: readonly OlderText[]; onTake: (text: string) => void; onDrop: (id: string) => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState<string | null>(null);
  const now = useNow();
  return (
    <ul className="older-texts" aria-label={t('drafts.older')}>
      {texts.map((older) => (
        <li key={older.id}>
          <span className="row g4">
            <span className="grow t2 s">{t('drafts.older_at', { at: format.moment(older.savedAt, now) })}</span>
            <Button size="small" look="quiet" aria-expanded={shown === older.id} onClick={() => setShown(shown === older.id ? null : older.id)}>
              {shown === older.id ? t('drafts.older_hide') : t('drafts.older_show')}
            </Button>
            <Button
              size="small"
              onClick={() => {
                onTake(older.text);
                onDrop(older.id);
              }}
            >
              {t('drafts.older_take')}
            </Button>
            <Button size="small" look="quiet" onClick={() => onDrop(older.id)}>
              {t('drafts.older_drop')}
            </Button>
          </span>
          {shown === older.id && <p>{older.text}</p>}
        </li>
      ))}
    </ul>
  );
}
