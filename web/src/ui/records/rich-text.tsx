import { EditorContent, useEditor, type Editor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useEffect, useImperativeHandle, useRef, type ReactElement, type Ref } from 'react';
import './rich-text.css';

export type RichTextHandle = {
  focus: () => void;
  /** Plain lines in the place of the last `length` signs before the caret. */
  insert: (lines: string, length: number) => void;
  editor: Editor | null;
};

export type RichTextProps = {
  label: string;
  /** HTML, as it was last told by `onChange`; another one is put in its place. */
  value: string;
  onChange: (html: string, text: string) => void;
  /** What stands before the caret in its paragraph; null while something is marked. */
  onCaret: (before: string | null) => void;
  onBlur: () => void;
  onFiles: (files: readonly File[]) => void;
  /** It is there, for its tools. */
  onReady: (editor: Editor) => void;
  /** The list that is worked from the text, for those who cannot see it. */
  listId?: string | undefined;
  activeId?: string | undefined;
  handle: Ref<RichTextHandle>;
};

// What a letter may be written in; the server takes no more than this.
const kit = StarterKit.configure({
  heading: false,
  code: false,
  codeBlock: false,
  horizontalRule: false,
  strike: false,
  dropcursor: false,
  gapcursor: false,
  trailingNode: false,
  link: { openOnClick: false, autolink: true, protocols: ['mailto', 'tel'], HTMLAttributes: { target: null, rel: null } },
});

/** Text with a little form: bold, italic, lists, quotations, links; all by keyboard too. */
export function RichText({ label, value, onChange, onCaret, onBlur, onFiles, onReady, listId, activeId, handle }: RichTextProps): ReactElement {
  const latest = useRef({ onChange, onCaret, onBlur, onFiles, onReady });
  useEffect(() => {
    latest.current = { onChange, onCaret, onBlur, onFiles, onReady };
  });
  const told = useRef(value);
  const editor = useEditor({
    extensions: [kit],
    content: value,
    // The page's policy takes no style that is written by a script.
    injectCSS: false,
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { class: 'ce rich', role: 'textbox', 'aria-multiline': 'true', 'aria-label': label },
      handlePaste: (_view, event) => take(event, event.clipboardData, latest.current.onFiles),
      handleDrop: (_view, event) => take(event, event.dataTransfer, latest.current.onFiles),
    },
    onUpdate: ({ editor: now }) => {
      told.current = now.isEmpty ? '' : now.getHTML();
      latest.current.onChange(told.current, now.getText({ blockSeparator: '\n' }));
      latest.current.onCaret(before(now));
    },
    onSelectionUpdate: ({ editor: now }) => latest.current.onCaret(before(now)),
    onBlur: () => latest.current.onBlur(),
    onCreate: ({ editor: made }) => latest.current.onReady(made),
  });

  useEffect(() => {
    if (value !== told.current) {
      told.current = value;
      editor.commands.setContent(value, { emitUpdate: false });
    }
  }, [editor, value]);
  useEffect(() => {
    const element = editor.view.dom;
    const set = (name: string, text: string | undefined): void => (text === undefined ? element.removeAttribute(name) : element.setAttribute(name, text));
    set('aria-controls', listId);
    set('aria-activedescendant', activeId);
    set('aria-haspopup', listId === undefined ? undefined : 'listbox');
  }, [editor, listId, activeId]);

  useImperativeHandle(
    handle,
    () => ({
      editor,
      focus: () => void editor.commands.focus('end'),
      insert: (lines, length) => {
        const to = editor.state.selection.from;
        editor.chain().focus().insertContentAt({ from: to - length, to }, contentOf(lines)).run();
      },
    }),
    [editor],
  );
  return <EditorContent editor={editor} />;
}

function take(event: Event, data: DataTransfer | null, onFiles: (files: readonly File[]) => void): boolean {
  const files = [...(data?.files ?? [])];
  if (files.length > 0) {
    event.preventDefault();
    onFiles(files);
  }
  return files.length > 0;
}

function before(editor: Editor): string | null {
  const { empty, $from } = editor.state.selection;
  return empty ? $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC') : null;
}

type Content = { type: string; text?: string; content?: Content[] };

/** One line stays in its paragraph; more become paragraphs, single line ends within them breaks. */
function contentOf(lines: string): Content | Content[] {
  const inline = (text: string): Content[] => text.split('\n').flatMap((line, index) => [...(index > 0 ? [{ type: 'hardBreak' }] : []), ...(line === '' ? [] : [{ type: 'text', text: line }])]);
  return lines.includes('\n\n') ? lines.split(/\n{2,}/).map((part) => ({ type: 'paragraph', content: inline(part) })) : inline(lines);
}
