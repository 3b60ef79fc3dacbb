import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/fields/field';
import { TextInput } from '../../../ui/fields/text-input';
import type { Language } from '../../../ui/text/language';

type Names = Record<Language, string>;

/** A name in the three languages; an empty one shows another. */
export function NameFields({ names, onChange }: { names: Names; onChange: (names: Names) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="name-fields">
      {(['tr', 'sv', 'en'] as const).map((language) => (
        <Field key={language} label={t(`clocks.name.${language}`)}>
          <TextInput value={names[language]} maxLength={120} lang={language} onChange={(name) => onChange({ ...names, [language]: name })} />
        </Field>
      ))}
    </div>
  );
}
