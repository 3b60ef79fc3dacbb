import { Play, RotateCcw, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../ui/actions/icon-button';
import { Field } from '../../../ui/fields/field';
import { LanguageMarks, type Names } from '../../../ui/fields/language-marks';
import { TextArea } from '../../../ui/fields/text-area';
import { toast } from '../../../ui/overlays/toasts';
import { useLanguage, type Language } from '../../../ui/text/language';
import { dropWords, setWords, wordsOf } from '../designer/edit-flow';
import type { Flow, LibraryPrompt } from '../flow-types';

export type WordsFieldProps = { label: string; flow: Flow; prompt: string; sharedWords: ReadonlyMap<string, Names>; recorded: ReadonlyMap<string, LibraryPrompt>; onChange: (next: (flow: Flow) => Flow) => void; onRemove?: (() => void) | undefined };

const longest = 1000;

/** What is said, in three languages, and how it sounds before any caller hears it. */
export function WordsField({ label, flow, prompt, sharedWords, recorded, onChange, onRemove }: WordsFieldProps): ReactElement {
  const { t } = useTranslation();
  const [shown, setShown] = useState<Language>(useLanguage());
  const words = wordsOf(flow, sharedWords, prompt);
  const isOwn = flow.texts?.[prompt] !== undefined;
  const isShared = sharedWords.has(prompt);
  const isRecorded = !isOwn && recorded.get(prompt)?.recorded.includes(shown) === true;

  const hear = (): void => {
    const address = isRecorded ? `/api/ivr/prompts/${encodeURIComponent(prompt)}/${shown}/audio` : `/api/ivr/speech?${new URLSearchParams({ language: shown, text: words[shown] }).toString()}`;
    new Audio(address).play().catch(() => toast({ title: t('ivr.unheard') }));
  };

  return (
    <Field
      label={label}
      hint={isRecorded ? t('ivr.recorded') : isShared && !isOwn ? t('ivr.shared_words') : undefined}
      aside={<LanguageMarks value={words} shown={shown} labelOf={(language, isMissing) => t(isMissing ? 'ivr.words_in_missing' : 'ivr.words_in', { language: t(`ui.language.${language}`) })} onShow={setShown} />}
    >
      <div className="words">
        <TextArea lang={shown} rows={2} maxLength={longest} value={words[shown]} onChange={(text) => onChange((before) => setWords(before, prompt, { ...wordsOf(before, sharedWords, prompt), [shown]: text }))} />
        <span className="words-acts">
          <IconButton icon={Play} size="small" look="quiet" label={`${t('ivr.hear')}: ${label}`} disabled={words[shown] === ''} onClick={hear} />
          {isOwn && isShared && <IconButton icon={RotateCcw} size="small" look="quiet" label={`${t('ivr.shared_words')}: ${label}`} onClick={() => onChange((before) => dropWords(before, prompt))} />}
          {onRemove !== undefined && <IconButton icon={Trash2} size="small" look="quiet" label={`${t('ivr.remove_words')}: ${label}`} onClick={onRemove} />}
        </span>
      </div>
    </Field>
  );
}
