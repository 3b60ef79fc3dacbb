import { FileText, Mail } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { can, type Me } from '../../../api/me';
import type { ServiceRequest, TimelineEntry } from '../../../api/request-types';
import type { ComposerMode } from '../../../ui/records/composer';
import { LetterUndo } from './letter-undo';
import { MailComposer } from './mail-composer';
import { NoteComposer, type WritingMode } from './note-composer';

type RecordComposerProps = { request: ServiceRequest; me: Me; letters: readonly TimelineEntry[] | undefined; primary: boolean };

/** What is written on a request: a note among colleagues to begin with, a letter only when it is chosen, so that neither is taken for the other. */
export function RecordComposer({ request, me, letters, primary }: RecordComposerProps): ReactElement {
  const { t } = useTranslation();
  const [mode, setMode] = useState<WritingMode>('note');
  const [back, setBack] = useState<{ id: string; text: string }>();
  const mayMail = can(me, ['mailroom.write']) && request.mergedInto == null;
  const modes: ComposerMode<WritingMode>[] = [{ key: 'note', label: t('requests.note'), icon: FileText }, ...(mayMail ? [{ key: 'mail' as const, label: t('mail.mode'), icon: Mail }] : [])];
  return (
    <div>
      {mayMail && (
        <LetterUndo
          requestId={request.id}
          entries={letters ?? []}
          userId={me.id}
          onBack={(letter) => {
            setBack(letter);
            setMode('mail');
          }}
        />
      )}
      {mode === 'mail' && mayMail ? (
        <MailComposer key={back?.id} requestId={request.id} userId={me.id} primary={primary} modes={modes} onMode={setMode} begin={back?.text} />
      ) : (
        <NoteComposer requestId={request.id} userId={me.id} primary={primary} modes={modes} onMode={setMode} />
      )}
    </div>
  );
}
