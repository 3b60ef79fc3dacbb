import { useState, type ReactElement, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage, type Language } from '../text/language';
import { Field } from './field';
import { LanguageMarks, type Names } from './language-marks';
import { TextInput } from './text-input';

export type { Names } from './language-marks';

const longest = 60;

/** A name in three languages: one line to write, three marks that say which are there. */
export function NamesField({ label, value, onChange, onBlur, optional = false, ref, disabled = false }: { label: string; value: Names; onChange: (names: Names) => void; onBlur?: (() => void) | undefined; optional?: boolean; ref?: Ref<HTMLInputElement>; disabled?: boolean }): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Language>(useLanguage());
  return (
    <Field
      label={label}
      aside={<LanguageMarks value={value} shown={shown} optional={optional} labelOf={(language, isMissing) => t(isMissing ? 'ui.name_in_missing' : 'ui.name_in', { language: t(`ui.language.${language}`) })} onShow={setShown} />}
    >
      <TextInput ref={ref} lang={shown} maxLength={longest} value={value[shown]} disabled={disabled} onChange={(text) => onChange({ ...value, [shown]: text })} onBlur={onBlur} />
    </Field>
  );
}
