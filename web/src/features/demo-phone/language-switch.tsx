import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../ui/actions/segmented';
import { languages, useLanguage } from '../../ui/text/language';
import { setLanguage } from '../../ui/text/texts';

/** The page's language; a running call keeps its own. */
export function LanguageSwitch({ disabled }: { disabled: boolean }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <span className="demo-language">
      <Segmented label={t('app.language')} value={language} disabled={disabled} options={languages.map((code) => ({ value: code, label: code.toUpperCase() }))} onChange={(code) => void setLanguage(code)} />
    </span>
  );
}
