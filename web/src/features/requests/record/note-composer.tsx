import { CloudCheck, FileText, HardDrive } from 'lucide-react';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../../api/refusal-notice';
import { Checkbox } from '../../../ui/fields/checkbox';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Composer } from '../../../ui/records/composer';
import { dropDraft, keepDraft, readDraft } from './kept-draft';
import { useAddNote } from './use-request';

/** Follow-up notes. What is typed stays on this device until the note is saved. */
export function NoteComposer({ requestId, userId, primary }: { requestId: string; userId: string; primary: boolean }): ReactElement {
  const { t } = useTranslation();
  const draft = `note.${userId}.${requestId}`;
  const [text, setText] = useState(() => readDraft<string>(draft) ?? '');
  const [customerSees, setCustomerSees] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const add = useAddNote(requestId);
  const refusalText = useRefusalText();

  useEffect(() => (text === '' ? dropDraft(draft) : keepDraft(draft, text)), [draft, text]);
  useShortcuts([{ key: 'r', label: t('requests.write_note'), group: t('requests.keys_record'), run: () => area.current?.focus() }]);

  const send = (): void => {
    const sent = text.trim();
    if (sent !== '') {
      add.mutate(
        { text: sent, customerSees },
        {
          onSuccess: () => {
            // What was typed while the note was on its way is the next note.
            setText((now) => (now.trim() === sent ? '' : now));
            setCustomerSees(false);
          },
        },
      );
    }
  };

  return (
    <Composer
      label={t('requests.composer')}
      modes={[{ key: 'note', label: t('requests.note'), icon: FileText }]}
      mode="note"
      onMode={() => area.current?.focus()}
      value={text}
      onChange={setText}
      inputRef={area}
      plain={!primary}
      busy={add.isPending}
      disabled={text.trim() === ''}
      sendLabel={t('requests.note_save')}
      onSend={send}
      state={<DraftState text={text} refusal={add.error === null ? null : refusalText(add.error)} saved={add.isSuccess} />}
      aside={<Checkbox checked={customerSees} label={t('requests.note_customer_sees')} onChange={setCustomerSees} />}
    />
  );
}

function DraftState({ text, refusal, saved }: { text: string; refusal: string | null; saved: boolean }): ReactElement | null {
  const { t } = useTranslation();
  if (refusal !== null) {
    return <span className="danger">{t('requests.save_refused', { why: refusal })}</span>;
  }
  if (text !== '') {
    return (
      <>
        <HardDrive className="i s" aria-hidden="true" />
        {t('requests.draft_here')}
      </>
    );
  }
  return saved ? (
    <>
      <CloudCheck className="i s" aria-hidden="true" />
      {t('requests.note_saved')}
    </>
  ) : null;
}
