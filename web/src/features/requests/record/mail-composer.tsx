import { useContext, useRef, useState, type ReactElement } from 'react';
import { Forward, Reply } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AnswerPlan, LetterAddress } from '../../../api/mail-types';
import type { TimelineEntry } from '../../../api/request-types';
import { useUploads, type FileInfo } from '../../../api/files';
import { useRefusalText } from '../../../api/refusal-notice';
import { useDraft } from '../../../api/use-draft';
import { useTypingSign } from '../../../api/use-presence';
import { Button } from '../../../ui/actions/button';
import { Checkbox } from '../../../ui/fields/checkbox';
import { FileButton } from '../../../ui/fields/file-button';
import { Notice } from '../../../ui/layout/notice';
import { Composer } from '../../../ui/records/composer';
import { ComposerSource } from '../../../ui/records/composer-source';
import { RichText, type RichTextHandle } from '../../../ui/records/rich-text';
import { RichTools } from '../../../ui/records/rich-tools';
import { useTemplatePicker } from '../templates/template-picker';
import { findTrigger, type Trigger } from '../templates/template-trigger';
import { noteUse } from '../templates/use-templates';
import { DraftState } from './draft-state';
import { FileChips } from './file-chips';
import type { PassedOn } from './letter-acts';
import { linesAsHtml } from './lines-as-html';
import type { NoteComposerProps } from './note-composer';
import { OlderTexts } from './note-composer-older';
import { useAnswerPlan, useWriteLetter } from './use-letters';
import './letter.css';

/** Null where nothing was typed: what the server proposes holds. */
type MailDraft = { text: string; html: string; to: string | null; cc: string | null; subject: string | null; files: readonly FileInfo[]; asksReceipt: boolean };

const empty: MailDraft = { text: '', html: '', to: null, cc: null, subject: null, files: [], asksReceipt: false };

type MailComposerProps = Required<NoteComposerProps> & {
  /** Formatted text of a letter that was taken back. */
  begin: string | undefined;
  /** A letter that is passed on with this one; null for one to the customer. */
  forward: PassedOn | null;
  /** The letters of the request, by which it is said how far the one just written is. */
  entries: readonly TimelineEntry[];
  onForwardStop: () => void;
};

/** A letter to the customer, or one that passes his on. It goes ten seconds after it is sent; what is typed is kept on the server until then (W-S19). */
export function MailComposer({ requestId, userId, primary, modes, onMode, begin, forward, entries, onForwardStop }: MailComposerProps): ReactElement {
  const { t } = useTranslation();
  const plan = useAnswerPlan(requestId);
  const refusalText = useRefusalText();
  const typingSign = useTypingSign(`request:${requestId}`);
  const text = useRef<RichTextHandle>(null);
  const [editor, setEditor] = useState<RichTextHandle['editor']>(null);
  const [before, setBefore] = useState<string | null>(null);
  const [letter, setLetter] = useState<MailDraft>({ ...empty, html: begin ?? '', text: begin ?? '' });
  const [key, setKey] = useState(() => crypto.randomUUID());
  const write = useWriteLetter(requestId);
  const uploads = useUploads();
  const draft = useDraft<MailDraft>(`request:${requestId}:${forward === null ? 'mail' : `forward:${forward.id}`}`, userId, (kept) => {
    if (letter.text === '' || text.current?.editor?.isFocused !== true) {
      // Drafts of before letters had form are plain.
      setLetter((now) => (kept === null ? (begin === undefined ? empty : now) : { ...empty, ...kept.value, html: kept.value.html ?? linesAsHtml(kept.value.text) }));
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
      text.current?.insert(inserted, at.to - at.from);
      setBefore(null);
    }
  };
  const trigger = before === null ? null : findTrigger(before, before.length);
  const assist = useTemplatePicker(requestId, trigger, ['mail', 'answer'], (template) => {
    fill(trigger, template.text);
    noteUse(template.id);
  });
  const source = useContext(ComposerSource);
  const asked = before === null ? null : findTrigger(before, before.length, source.sign);
  const sourceAssist = source.useAssist(requestId, asked, (inserted) => fill(asked, inserted));
  const list = assist ?? sourceAssist;

  const upload = (files: readonly File[]): void => {
    void uploads.upload(files, (file) => setLetter((now) => ({ ...now, files: [...now.files, file] })));
  };
  const to = letter.to ?? (forward === null ? written(plan.data?.to) : '');
  const cc = letter.cc ?? (forward === null ? written(plan.data?.cc) : '');
  const subject = letter.subject ?? forward?.subject ?? plan.data?.subject ?? '';
  const state = write.data === undefined ? undefined : (entries.find((entry) => entry.letter?.id === write.data.id)?.letter?.state ?? 'held');
  const stands = obstacle(plan.data, forward !== null, t);
  const send = (): void => {
    void write.mutateAsync({ text: '', html: letter.html, to: read(to), cc: read(cc), subject, files: letter.files.map(({ id }) => id), forward: forward?.id ?? null, asksReceipt: letter.asksReceipt, key }).then(
      () => {
        setKey(crypto.randomUUID());
        setLetter(empty);
        void draft.keeper.clear();
        onForwardStop();
      },
      () => undefined,
    );
  };

  return (
    <Composer
      label={t('requests.composer')}
      modes={modes}
      mode="mail"
      onMode={(mode) => (mode === 'mail' ? text.current?.focus() : onMode(mode))}
      head={
        <>
          <div className={forward === null ? 'mail-kind' : 'mail-kind forward'}>
            {forward === null ? <Reply className="i s" aria-hidden="true" /> : <Forward className="i s" aria-hidden="true" />}
            <b className="md cut">{forward === null ? t('mail.answering') : t('mail.forwarding', { subject: forward.subject })}</b>
            {forward !== null && (
              <Button look="quiet" size="small" onClick={onForwardStop}>
                {t('mail.forward_stop')}
              </Button>
            )}
          </div>
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
              <input value={subject} maxLength={200} onChange={(event) => change({ ...letter, subject: event.target.value })} />
            </label>
          </div>
        </>
      }
      value={letter.text}
      onChange={() => undefined}
      editor={
        <RichText
          label={t('mail.mode')}
          value={letter.html}
          onChange={(html, words) => change({ ...letter, html, text: words })}
          onCaret={setBefore}
          onBlur={() => {
            setBefore(null);
            void draft.keeper.flush();
          }}
          onFiles={upload}
          onReady={(made) => {
            setEditor(made);
            made.commands.focus('end');
          }}
          listId={list?.listId}
          activeId={list?.activeId}
          handle={text}
        />
      }
      triggers={[{ sign: '::', label: t('templates.sign') }, ...(source.sign === '' ? [] : [{ sign: source.sign, label: t(source.label) }])]}
      assist={list}
      tools={
        <>
          <FileButton label={t('files.attach')} onFiles={upload} />
          {editor !== null && <RichTools editor={editor} />}
        </>
      }
      onFiles={upload}
      note={
        <>
          <FileChips files={letter.files} sending={uploads.sending} refusal={uploads.refusal} onRemove={(gone) => change({ ...letter, files: letter.files.filter((file) => file.id !== gone.id) })} />
          {stands !== null && <Notice tone="warn">{stands}</Notice>}
          {draft.older.length > 0 && (
            <OlderTexts texts={draft.older.map(({ id, value, savedAt }) => ({ id, text: value.text, savedAt }))} onTake={(older) => change({ ...letter, text: older, html: linesAsHtml(older) })} onDrop={(id) => void draft.keeper.dropOlder(id)} />
          )}
        </>
      }
      plain={!primary}
      busy={write.isPending}
      disabled={(letter.text.trim() === '' && forward === null) || stands !== null || read(to).length === 0 || uploads.sending.length > 0}
      sendLabel={t('mail.send')}
      onSend={send}
      state={<DraftState draft={draft} isEmpty={letter.text === ''} refusal={write.error === null ? null : refusalText(write.error)} saved={state === undefined ? null : state === 'held' ? t('mail.written') : t(`mail.state.${state}`)} />}
      aside={
        <>
          <Checkbox checked={letter.asksReceipt} label={t('mail.asks_receipt')} onChange={(asksReceipt) => change({ ...letter, asksReceipt })} />
          {plan.data?.from != null && <span className="s t3 cut">{t('mail.from', { address: plan.data.from.address })}</span>}
        </>
      }
    />
  );
}

/** A letter that is passed on goes to others: how the customer wants to be reached does not stand against it. */
function obstacle(plan: AnswerPlan | undefined, isForward: boolean, t: ReturnType<typeof useTranslation>['t']): string | null {
  if (plan === undefined) {
    return null;
  }
  return plan.from == null ? t('refusal.mailroom.no_mailbox') : plan.onlyBy != null && !isForward ? t('mail.only_by') : null;
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
