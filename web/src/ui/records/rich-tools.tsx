import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { Bold, Italic, Link2, List, ListOrdered, Quote } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../actions/icon-button';
import './rich-text.css';

const nothing = { bold: false, italic: false, bullets: false, numbers: false, quote: false, link: false };

/** The form of what is marked, with the keys that give it too. */
export function RichTools({ editor }: { editor: Editor }): ReactElement {
  const { t } = useTranslation();
  const [address, setAddress] = useState<string | null>(null);
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      quote: now.isActive('blockquote'),
      link: now.isActive('link'),
    }),
  }) ?? nothing;
  const tools = [
    { key: 'bold', icon: Bold, keys: 'ctrl+b', run: () => editor.chain().focus().toggleBold().run() },
    { key: 'italic', icon: Italic, keys: 'ctrl+i', run: () => editor.chain().focus().toggleItalic().run() },
    { key: 'bullets', icon: List, keys: 'ctrl+shift+8', run: () => editor.chain().focus().toggleBulletList().run() },
    { key: 'numbers', icon: ListOrdered, keys: 'ctrl+shift+7', run: () => editor.chain().focus().toggleOrderedList().run() },
    { key: 'quote', icon: Quote, keys: 'ctrl+shift+b', run: () => editor.chain().focus().toggleBlockquote().run() },
  ] as const;
  const link = (): void => {
    if (on.link) {
      editor.chain().focus().extendMarkRange('link').unsetLink().run();
    } else {
      setAddress('');
    }
  };
  const set = (): void => {
    const href = (address ?? '').trim();
    setAddress(null);
    if (href !== '') {
      const whole = /^[a-z]+:/i.test(href) ? href : href.includes('@') ? `mailto:${href}` : `https://${href}`;
      const chain = editor.chain().focus();
      (editor.state.selection.empty ? chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href: whole } }] }) : chain.setLink({ href: whole })).run();
    }
  };
  return (
    <span className="rich-tools" role="group" aria-label={t('mail.format.tools')}>
      {tools.map(({ key, icon, keys, run }) => (
        <IconButton key={key} icon={icon} size="small" look="quiet" label={t(`mail.format.${key}`)} keys={keys} aria-pressed={on[key]} onMouseDown={(event) => event.preventDefault()} onClick={run} />
      ))}
      <IconButton icon={Link2} size="small" look="quiet" label={t('mail.format.link')} aria-pressed={on.link} onMouseDown={(event) => event.preventDefault()} onClick={link} />
      {address !== null && (
        <label className="rich-link">
          {t('mail.format.link_address')}
          <input
            value={address}
            type="url"
            autoFocus
            spellCheck={false}
            onChange={(event) => setAddress(event.target.value)}
            onBlur={() => setAddress(null)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === 'Escape') {
                event.preventDefault();
                event.stopPropagation();
                if (event.key === 'Enter') {
                  set();
                } else {
                  setAddress(null);
                  editor.commands.focus();
                }
              }
            }}
          />
        </label>
      )}
    </span>
  );
}
