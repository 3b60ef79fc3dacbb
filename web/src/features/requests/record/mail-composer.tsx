import { useContext, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnswerPlan, LetterAddress } from '../../../api/mail-types';
import { useUploads, type FileInfo } from '../../../api/files';
import { useRefusalText } from '../../../api/refusal-notice';
import { useDraft } from '../../../api/use-draft';
import { useTypingSign } from '../../../api/use-presence';
import { FileButton } from '../../../ui/fields/file-button';
import { Notice } from '../../../ui/layout/notice';
import { Composer } from '../../../ui/records/composer';
import { ComposerSource } from '../../../ui/records/composer-source';
import { useTemplatePicker } from '../templates/template-picker';
import { findTrigger, insertAt, type Trigger } from '../templates/template-trigger';
import { noteUse } from '../templates/use-templates';
import { DraftState } from './draft-state';
import { FileChips } from './file-chips';
import type { NoteComposerProps } from './note-composer';
import { OlderTexts } from './note-composer-older';
import { useAnswerPlan, useWriteLetter } from './use-letters';
import './letter.css';

/** Null where nothing was typed: what the server proposes holds. */
type MailDraft = { text: string; to: string | null; cc: string | null; subject: string | null; files: readonly FileInfo[] };

const empty: MailDraft = { text: '', to: null, cc: null, subject: null, files: [] };

/** A letter to the customer. It goes ten seconds after it is sent; what is typed is kept on the server until then (W-S19). */
export function MailComposer({ requestId, userId, primary, modes, onMode, begin }: Required<NoteComposerProps> & { /** A letter that was taken back. */ begin: string | undefined }): ReactElement {
  const { t } = useTranslation();
  const plan = useAnswerPlan(requestId);
  const refusalText = useRefusalText();
  const typingSign = useTypingSign(`request:${requestId}`);
  const area = useRef<HTMLTextAreaElement>(null);
  const goTo = useRef<number | null>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [letter, setLetter] = useState<MailDraft>({ ...empty, text: begin ?? '' });
  const [key, setKey] = useState(() => crypto.randomUUID());
  const write = useWriteLetter(requestId);
  const uploads = useUploads();
  const draft = useDraft<MailDraft>(`request:${requestId}:mail`, userId, (kept) => {
    if (letter.text === '' || document.activeElement !== area.current) {
      setLetter((now) => (kept === null ? (begin === undefined ? empty : now) : { ...empty, ...kept.value }));
    }
  });
  const change = (next: MailDraft): void => {
    setLetter(next);
    if (next.text === '' && next.files.length === 0) {
      void draft.keeper.clear();
    } else {
      draft.keeper.keep(next);
    }
    typingSign();
  };

  const fill = (at: Trigger | null, inserted: string): void => {
    if (at !== null) {
      const filled = insertAt(letter.text, at, inserted);
      change({ ...letter, text: filled.text });
      setCaret(null);
      goTo.current = filled.caret;
    }
  };
  const trigger = caret === null ? null : findTrigger(letter.text, caret);
  const assist = useTemplatePicker(requestId, trigger, ['mail', 'answer'], (template) => {
    fill(trigger, template.text);
    noteUse(template.id);
  });
  const source = useContext(ComposerSource);
  const asked = caret === null ? null : findTrigger(letter.text, caret, source.sign);
  const sourceAssist = source.useAssist(requestId, asked, (inserted) => fill(asked, inserted));
  useLayoutEffect(() => {
    area.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (goTo.current !== null) {
      area.current?.setSelectionRange(goTo.current, goTo.current);
      goTo.current = null;
    }
  }, [letter.text]);

  const upload = (files: readonly File[]): void => {
    void uploads.upload(files, (file) => setLetter((now) => ({ ...now, files: [...now.files, file] })));
  };
  const to = letter.to ?? written(plan.data?.to);
  const cc = letter.cc ?? written(plan.data?.cc);
  const stands = obstacle(plan.data, t);
  const send = (): void => {
    void write.mutateAsync({ text: letter.text.trim(), to: read(to), cc: read(cc), subject: letter.subject ?? plan.data?.subject ?? '', files: letter.files.map(({ id }) => id), key }).then(
      () => {
        setKey(crypto.randomUUID());
        setLetter(empty);
        void draft.keeper.clear();
      },
      () => undefined,
    );
  };

  return (
    <Composer
      label={t('requests.composer')}
      modes={modes}
      mode="mail"
      onMode={(mode) => (mode === 'mail' ? area.current?.focus() : onMode(mode))}
      head={
        <div className="mail-rows">
          <label>
            {t('mail.to')}
            <input value={to} spellCheck={false} onChange={(event) => change({ ...letter, to: event.target.value })} />
          </label>
          <label>
            {t('mail.cc')}
            <input value={cc} spellCheck={false} onChange={(event) => change({ ...letter, cc: event.target.value })} />
          </label>
          <label>
            {t('mail.subject')}
            <input value={letter.subject ?? plan.data?.subject ?? ''} maxLength={200} onChange={(event) => change({ ...letter, subject: event.target.value })} />
          </label>
        </div>
      }
      value={letter.text}
      onChange={(text) => {
        change({ ...letter, text });
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
          <FileChips files={letter.files} sending={uploads.sending} refusal={uploads.refusal} onRemove={(gone) => change({ ...letter, files: letter.files.filter((file) => file.id !== gone.id) })} />
          {stands !== null && <Notice tone="warn">{stands}</Notice>}
          {draft.older.length > 0 && (
            <OlderTexts texts={draft.older.map(({ id, value, savedAt }) => ({ id, text: value.text, savedAt }))} onTake={(text) => change({ ...letter, text })} onDrop={(id) => void draft.keeper.dropOlder(id)} />
          )}
        </>
      }
      plain={!primary}
      busy={write.isPending}
      disabled={letter.text.trim() === '' || stands !== null || read(to).length === 0 || uploads.sending.length > 0}
      sendLabel={t('mail.send')}
      onSend={send}
      state={<DraftState draft={draft} isEmpty={letter.text === ''} refusal={write.error === null ? null : refusalText(write.error)} saved={write.isSuccess ? t('mail.written') : null} />}
      aside={plan.data?.from == null ? null : <span className="s t3 cut">{t('mail.from', { address: plan.data.from.address })}</span>}
    />
  );
}

function obstacle(plan: AnswerPlan | undefined, t: ReturnType<typeof useTranslation>['t']): string | null {
  if (plan === undefined) {
    return null;
  }
  return plan.from == null ? t('refusal.mailroom.no_mailbox') : plan.onlyBy != null ? t('mail.only_by') : null;
}

function written(addresses: readonly LetterAddress[] | undefined): string {
  return (addresses ?? []).map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
}

/** `Name <address>, address`: a comma inside a name would need quotes, which nobody types. */
function read(text: string): LetterAddress[] {
  return text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const named = /^(.*)<([^<>]+)>$/.exec(part);
      return named === null ? { name: '', address: part } : { name: (named[1] ?? '').trim(), address: (named[2] ?? '').trim() };
    });
}
