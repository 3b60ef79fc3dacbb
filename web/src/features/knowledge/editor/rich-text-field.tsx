import { Bold, Heading, Italic, Link as LinkIcon, List, ListOrdered, Quote, type LucideIcon } from 'lucide-react';
import { useEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { TextInput } from '../../../ui/fields/text-input';
import { cleanHtml } from './clean-html';
import './rich-text.css';

const tools: readonly { name: string; icon: LucideIcon; command: string; value?: string; keys?: string }[] = [
  { name: 'bold', icon: Bold, command: 'bold', keys: 'ctrl+b' },
  { name: 'italic', icon: Italic, command: 'italic', keys: 'ctrl+i' },
  { name: 'heading', icon: Heading, command: 'formatBlock', value: 'h3' },
  { name: 'list', icon: List, command: 'insertUnorderedList' },
  { name: 'numbers', icon: ListOrdered, command: 'insertOrderedList' },
  { name: 'quote', icon: Quote, command: 'formatBlock', value: 'blockquote' },
];

/** A text with bold, italic, headings, lists and links. What is pasted is reduced to these; the server checks it again. */
export function RichTextField({ label, value, language, onChange }: { label: string; value: string; language: string; onChange: (html: string) => void }): ReactElement {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const told = useRef<string | null>(null);
  const [link, setLink] = useState<{ address: string; range: Range | null } | null>(null);

  // Drawn anew only when the text comes from elsewhere; the caret stays where it is while typing.
  useEffect(() => {
    if (box.current !== null && told.current !== value) {
      box.current.replaceChildren(...cleanHtml(value).childNodes);
      told.current = value;
    }
  }, [value, language]);

  const tell = (): void => {
    if (box.current !== null) {
      const html = cleanHtml(box.current.innerHTML).innerHTML;
      told.current = html;
      onChange(html);
    }
  };
  const run = (command: string, argument?: string): void => {
    box.current?.focus();
    // Deprecated and without a successor; it is what keeps the browser's own undo.
    document.execCommand('defaultParagraphSeparator', false, 'p');
    const isOn = command === 'formatBlock' && document.queryCommandValue('formatBlock') === argument;
    document.execCommand(command, false, isOn ? 'p' : argument);
    tell();
  };
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const html = event.clipboardData.getData('text/html');
    if (html === '') {
      document.execCommand('insertText', false, event.clipboardData.getData('text/plain'));
    } else {
      document.execCommand('insertHTML', false, cleanHtml(html).innerHTML);
    }
    tell();
  };
  const askLink = (): void => {
    const selection = getSelection();
    const range = selection !== null && selection.rangeCount > 0 && box.current?.contains(selection.anchorNode) === true ? selection.getRangeAt(0).cloneRange() : null;
    setLink({ address: '', range });
  };
  const setAddress = (): void => {
    const address = link?.address.trim() ?? '';
    const selection = getSelection();
    box.current?.focus();
    if (link?.range != null && selection !== null) {
      selection.removeAllRanges();
      selection.addRange(link.range);
    }
    setLink(null);
    if (address === '') {
      run('unlink');
    } else if (/^https?:\/\//i.test(address)) {
      run(link?.range?.collapsed === false ? 'createLink' : 'insertText', address);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      event.stopPropagation();
      askLink();
    }
  };

  return (
    <div className="rt">
      <div className="rt-tools" role="toolbar" aria-label={label}>
        {tools.map((tool) => (
          <IconButton key={tool.name} icon={tool.icon} size="small" look="quiet" label={t(`knowledge.text.${tool.name}`)} onMouseDown={(event) => event.preventDefault()} onClick={() => run(tool.command, tool.value)} {...(tool.keys === undefined ? {} : { keys: tool.keys })} />
        ))}
        <IconButton icon={LinkIcon} size="small" look="quiet" label={t('knowledge.text.link')} keys="ctrl+k" onMouseDown={(event) => event.preventDefault()} onClick={askLink} />
        <span className="end s t2">{label}</span>
      </div>
      {link !== null && (
        <form
          className="rt-link"
          onSubmit={(event) => {
            event.preventDefault();
            setAddress();
          }}
        >
          <TextInput autoFocus type="url" value={link.address} onChange={(address) => setLink({ ...link, address })} placeholder="https://" aria-label={t('knowledge.address')} onKeyDown={(event) => event.key === 'Escape' && setLink(null)} />
          <Button type="submit" size="small">
            {t('knowledge.text.link')}
          </Button>
        </form>
      )}
      <div ref={box} className="rt-box article-text" contentEditable role="textbox" aria-multiline="true" aria-label={label} lang={language} spellCheck suppressContentEditableWarning onInput={tell} onPaste={onPaste} onDrop={(event) => event.preventDefault()} onKeyDown={onKeyDown} />
    </div>
  );
}
