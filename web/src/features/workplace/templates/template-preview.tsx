import { useDeferredValue, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalNotice } from '../../../api/refusal-notice';
import { TextInput } from '../../../ui/fields/text-input';
import type { Language } from '../../../ui/text/language';
import { usePreview, type Three } from './use-note-templates';

/** How the text of one language reads on a real request; the newest one unless a number is given. */
export function TemplatePreview({ texts, language }: { texts: Three; language: Language }): ReactElement {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  const { data, error } = usePreview(texts, useDeferredValue(number));
  const filled = data?.[language];
  return (
    <section className="def-preview" aria-label={t('templates.preview')}>
      <div className="row g4">
        <h3 className="grow">{t('templates.preview')}</h3>
        {data !== undefined && <span className="s t2">{t('templates.preview_of', { number: data.number })}</span>}
        <div className="def-preview-number">
          <TextInput value={number} maxLength={40} placeholder={t('templates.preview_number')} aria-label={t('templates.preview_number')} onChange={setNumber} />
        </div>
      </div>
      <RefusalNotice error={error} />
      <p lang={language}>{filled?.text ?? '–'}</p>
    </section>
  );
}
