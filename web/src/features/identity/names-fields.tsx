import type { ReactElement } from 'react';
import { Field } from '../../ui/fields/field';
import { TextInput } from '../../ui/fields/text-input';
import { languageNames, languages } from '../../ui/text/language';
import type { Names } from './use-roles';
import './admin.css';

/** A name in all three languages, one field each. */
export function NamesFields({ value, onChange, errorOf, maxLength, disabled = false }: { value: Names; onChange: (names: Names) => void; errorOf: (language: string) => string | undefined; maxLength: number; disabled?: boolean }): ReactElement {
  return (
    <div className="names-fields">
      {languages.map((language) => (
        <Field key={language} label={languageNames[language]} error={errorOf(language)}>
          <TextInput lang={language} value={value[language]} maxLength={maxLength} disabled={disabled} onChange={(text) => onChange({ ...value, [language]: text })} />
        </Field>
      ))}
    </div>
  );
}
