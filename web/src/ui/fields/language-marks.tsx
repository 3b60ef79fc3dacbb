import { Check, TriangleAlert } from 'lucide-react';
import type { ReactElement } from 'react';
import { classes } from '../classes';
import type { Language } from '../text/language';
import './names-field.css';

export type Names = { tr: string; sv: string; en: string };

export const languages: readonly Language[] = ['tr', 'sv', 'en'];

/** Which languages a text is there in, and which one is shown; a press shows another. */
export function LanguageMarks({ value, shown, optional = false, labelOf, onShow }: { value: Names; shown: Language; /** Nothing in any language is no fault. */ optional?: boolean; labelOf: (language: Language, isMissing: boolean) => string; onShow: (language: Language) => void }): ReactElement {
  const isAnyThere = languages.some((language) => value[language] !== '');
  return (
    <span className="row g4">
      {languages.map((language) => {
        const isMissing = value[language] === '' && (!optional || isAnyThere);
        return (
          <button key={language} type="button" className={classes('names-mark', shown === language && 'on')} aria-pressed={shown === language} aria-label={`${language}: ${labelOf(language, isMissing)}`} onClick={() => onShow(language)}>
            {language}
            {isMissing ? <TriangleAlert className="i s warn" aria-hidden="true" /> : value[language] !== '' && <Check className="i s ok" aria-hidden="true" />}
          </button>
        );
      })}
    </span>
  );
}
