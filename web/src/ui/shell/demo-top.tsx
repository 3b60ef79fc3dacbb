import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../actions/segmented';
import { Tag } from '../marks/tag';
import { languages, useLanguage } from '../text/language';
import { setLanguage } from '../text/texts';
import { Logo } from './logo';
import './demo-top.css';

/** The head of the demo's open pages: brand, language, the way to the other tab. A running call keeps its own language. */
export function DemoTop({ tag, languageLocked = false, children }: { tag: string; languageLocked?: boolean; children?: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <header className="demo-top">
      <span className="demo-brand">
        <Logo size={28} />
        Santral
      </span>
      <Tag tone="accent">{tag}</Tag>
      <span className="demo-language">
        <Segmented label={t('app.language')} value={language} disabled={languageLocked} options={languages.map((code) => ({ value: code, label: code.toUpperCase() }))} onChange={(code) => void setLanguage(code)} />
      </span>
      {children}
    </header>
  );
}
