import { Plus, Tag as TagIcon, X } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../../api/refusal-notice';
import type { ServiceRequest } from '../../../api/request-types';
import { TextInput } from '../../../ui/fields/text-input';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Tag } from '../../../ui/marks/tag';
import { useTag, useTags } from './use-request';

/** The words people group this request by; `#` adds one, an empty field and Backspace takes the last away. */
export function TagLine({ request, readOnly }: { request: ServiceRequest; readOnly: boolean }): ReactElement | null {
  const { t } = useTranslation();
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const tag = useTag(request.id);
  const refusalText = useRefusalText();
  const { data: known } = useTags(typed, typed !== '');

  useShortcuts([{ key: '#', label: t('requests.tag_add'), group: t('requests.keys_record'), run: () => input.current?.focus() }], !readOnly);

  const add = (): void => {
    const word = typed.trim();
    if (word !== '') {
      tag.mutate({ add: [word] }, { onSuccess: () => setTyped('') });
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = request.tags.at(-1);
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault();
      add();
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) {
      tag.mutate({ remove: [last] });
    }
  };

  if (readOnly && request.tags.length === 0) {
    return null;
  }
  return (
    <div className="tag-line row g4 wrap" role="group" aria-label={t('requests.tags')}>
      <TagIcon className="i s t3" aria-hidden="true" />
      {request.tags.map((word) => (
        <Tag key={word}>
          {word}
          {!readOnly && (
            <button type="button" className="tag-off" aria-label={t('requests.tag_remove', { name: word })} onClick={() => tag.mutate({ remove: [word] })}>
              <X className="i s" aria-hidden="true" />
            </button>
          )}
        </Tag>
      ))}
      {!readOnly && (
        <>
          <TextInput ref={input} icon={Plus} className="tag-new" aria-label={t('requests.tag_add')} placeholder={t('requests.tag_add')} list={list} maxLength={40} value={typed} onChange={setTyped} onKeyDown={onKeyDown} onBlur={add} />
          <TagList id={list} words={known} />
        </>
      )}
      {tag.error !== null && (
        <span className="danger s" role="alert">
          {refusalText(tag.error)}
        </span>
      )}
    </div>
  );
}

/** The tags in use, offered under a field. */
export function TagList({ id, words }: { id: string; words: readonly string[] | undefined }): ReactElement {
  return (
    <datalist id={id}>
      {(words ?? []).map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
}
