import { Check, TriangleAlert } from 'lucide-react';
import { useState, type ReactElement, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import { useLanguage, type Language } from '../../../ui/text/language';
import type { Names } from '../process-types';

const languages: readonly Language[] = ['tr', 'sv', 'en'];
const longest = 60;

/** A name in three languages: one line to write, three marks that say which are there. */
export function NamesField({ label, value, onChange, onBlur, optional = false, ref, disabled = false }: { label: string; value: Names; onChange: (names: Names) => void; onBlur?: (() => void) | undefined; optional?: boolean; ref?: Ref<HTMLInputElement>; disabled?: boolean }): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Language>(useLanguage());
  const isAnyThere = languages.some((language) => value[language] !== '');
  const marks = (
    <span className="row g4">
      {languages.map((language) => {
        const isMissing = value[language] === '' && (!optional || isAnyThere);
        return (
          <button key={language} type="button" className={classes('names-mark', shown === language && 'on')} aria-pressed={shown === language} aria-label={`${language}: ${t(isMissing ? 'processes.name_in_missing' : 'processes.name_in', { language: t(`processes.language.${language}`) })}`} onClick={() => setShown(language)}>
            {language}
            {isMissing ? <TriangleAlert className="i s warn" aria-hidden="true" /> : value[language] !== '' && <Check className="i s ok" aria-hidden="true" />}
          </button>
        );
      })}
    </span>
  );
  return (
    <Field label={label} aside={marks}>
      <TextInput ref={ref} lang={shown} maxLength={longest} value={value[shown]} disabled={disabled} onChange={(text) => onChange({ ...value, [shown]: text })} onBlur={onBlur} />
    </Field>
  );
}
