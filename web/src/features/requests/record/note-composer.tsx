import { FileText } from 'lucide-react';
import { useCallback, useContext, useEffect, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUploads, type FileInfo } from '../../../api/files';
import { useNoteInserts } from '../../../api/note-bridge';
import { useRefusalText } from '../../../api/refusal-notice';
import { useDraft } from '../../../api/use-draft';
import { useTypingSign } from '../../../api/use-presence';
import { FileButton } from '../../../ui/fields/file-button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Composer, type ComposerMode } from '../../../ui/records/composer';
import { ComposerSource } from '../../../ui/records/composer-source';
import { useTemplatePicker } from '../templates/template-picker';
import { findTrigger, insertAt, type Trigger } from '../templates/template-trigger';
import { noteUse } from '../templates/use-templates';
import { DraftState } from './draft-state';
import { OlderTexts } from './note-composer-older';
import { FileChips } from './file-chips';
import { useAddNote, useAttach } from './use-request';

type NoteDraft = { text: string; customerSees: boolean; files?: readonly FileInfo[] };

/** What is written on a request: a note among colleagues, or a letter to the customer. */
export type WritingMode = 'note' | 'mail';

export type NoteComposerProps = { requestId: string; userId: string; primary: boolean; /** A note alone where there is no choice. */ modes?: readonly ComposerMode<WritingMode>[]; onMode?: (mode: WritingMode) => void };

/** Follow-up notes. What is typed is kept on the server as it is typed; `::` fills in a template. */
export function NoteComposer({ requestId, userId, primary, modes, onMode }: NoteComposerProps): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [customerSees, setCustomerSees] = useState(false);
  const [files, setFiles] = useState<readonly FileInfo[]>([]);
  const [caret, setCaret] = useState<number | null>(null);
  const goTo = useRef<number | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const add = useAddNote(requestId);
  const attach = useAttach(requestId);
  const uploads = useUploads();
  const refusalText = useRefusalText();
  const typingSign = useTypingSign(`request:${requestId}`);
  const draft = useDraft<NoteDraft>(`request:${requestId}:note`, userId, (kept) => {
    // Somebody at the keyboard is not interrupted: what he types next sets the other text aside.
    if (text !== '' && document.activeElement === area.current) {
      return;
    }
    setText(kept?.value.text ?? '');
    setCustomerSees(kept?.value.customerSees ?? false);
    setFiles(kept?.value.files ?? []);
  });

  useShortcuts([{ key: 'r', label: t('requests.write_note'), group: t('requests.keys_record'), run: () => area.current?.focus() }]);

  const write = useCallback(
    (next: string, sees: boolean, added: readonly FileInfo[] = files): void => {
      setText(next);
      setCustomerSees(sees);
      setFiles(added);
      if (next === '' && added.length === 0) {
        void draft.keeper.clear();
      } else {
        draft.keeper.keep({ text: next, customerSees: sees, files: added });
      }
      typingSign();
    },
    [draft.keeper, files, typingSign],
  );

  const fill = (at: Trigger | null, inserted: string, isAnswer = false): void => {
    if (at !== null) {
      const filled = insertAt(text, at, inserted);
      // An answer is for the customer.
      write(filled.text, customerSees || isAnswer);
      setCaret(null);
      goTo.current = filled.caret;
    }
  };
  const trigger = caret === null ? null : findTrigger(text, caret);
  const assist = useTemplatePicker(requestId, trigger, ['note', 'answer'], (template) => {
    fill(trigger, template.text, template.kind === 'answer');
    noteUse(template.id);
  });
  const source = useContext(ComposerSource);
  const asked = caret === null ? null : findTrigger(text, caret, source.sign);
  const sourceAssist = source.useAssist(requestId, asked, (inserted) => fill(asked, inserted));
  useNoteInserts(requestId, (inserted) => {
    const next = text.trim() === '' ? inserted : `${text.trimEnd()}\n${inserted}`;
    write(next, customerSees);
    goTo.current = next.length;
  });
  useLayoutEffect(() => {
    if (goTo.current !== null) {
      area.current?.focus();
      area.current?.setSelectionRange(goTo.current, goTo.current);
      goTo.current = null;
    }
  }, [text]);

  const latest = useRef({ text, files, write: (added: readonly FileInfo[]) => write(text, customerSees, added) });
  useEffect(() => {
    latest.current = { text, files, write: (added) => write(text, customerSees, added) };
  });
  const upload = (chosen: readonly File[]): void => void uploads.upload(chosen, (file) => latest.current.write([...latest.current.files, file]));
  const send = (): void => {
    const sent = text.trim();
    if (sent === '' && files.length === 0) {
      return;
    }
    uploads.forget();
    const fileIds = files.map((file) => file.id);
    // Not a callback of the screen: it may be gone when the answer comes, and the saved note must not come back as a draft.
    void (sent === '' ? attach.mutateAsync(fileIds) : add.mutateAsync({ text: sent, customerSees, ...(fileIds.length > 0 && { fileIds }) })).then(
      () => {
        // What was typed or added while the note was on its way is the next note.
        const added = latest.current.files.filter((file) => !fileIds.includes(file.id));
        if (latest.current.text.trim() === sent && added.length === 0) {
          void draft.keeper.clear();
          setText('');
          setCustomerSees(false);
          setFiles([]);
        } else {
          latest.current.write(added);
        }
      },
      () => undefined,
    );
  };

  const refusal = add.error ?? attach.error;
  return (
    <Composer
      label={t('requests.composer')}
      modes={modes ?? [{ key: 'note', label: t('requests.note'), icon: FileText }]}
      mode="note"
      onMode={(mode) => (mode === 'note' ? area.current?.focus() : onMode?.(mode))}
      value={text}
      onChange={(next) => {
        write(next, customerSees);
        setCaret(area.current?.selectionStart ?? null);
      }}
      onSelect={setCaret}
      onBlur={() => {
        setCaret(null);
        void draft.keeper.flush();
      }}
      inputRef={area}
      triggers={[{ sign: '::', label: t('templates.sign') }, ...(source.sign === '' ? [] : [{ sign: source.sign, label: t(source.label) }])]}
      assist={assist ?? sourceAssist}
      tools={<FileButton label={t('files.attach')} onFiles={upload} />}
      onFiles={upload}
      note={
        <>
          <FileChips files={files} sending={uploads.sending} refusal={uploads.refusal} onRemove={(gone) => write(text, customerSees, files.filter((file) => file.id !== gone.id))} />
          {draft.older.length > 0 && <OlderTexts texts={draft.older.map(({ id, value, savedAt }) => ({ id, text: value.text, savedAt }))} onTake={(older) => write(older, customerSees)} onDrop={(id) => void draft.keeper.dropOlder(id)} />}
        </>
      }
      plain={!primary}
      busy={add.isPending || attach.isPending}
      disabled={(text.trim() === '' && files.length === 0) || uploads.sending.length > 0}
      sendLabel={t('requests.note_save')}
      onSend={send}
      state={<DraftState draft={draft} isEmpty={text === '' && files.length === 0} refusal={refusal === null ? null : refusalText(refusal)} saved={add.isSuccess || attach.isSuccess ? t('requests.note_saved') : null} />}
      aside={<Checkbox checked={customerSees} label={t('requests.note_customer_sees')} onChange={(sees) => (text === '' && files.length === 0 ? setCustomerSees(sees) : write(text, sees))} />}
    />
  );
}
