import { FileText, Mail } from 'lucide-react';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../../api/me';
import type { ServiceRequest, TimelineEntry } from '../../../api/request-types';
import { Skeleton } from '../../../ui/layout/skeleton';
import type { ComposerMode } from '../../../ui/records/composer';
import { LetterUndo } from './letter-undo';
import type { PassedOn } from './letter-acts';
import { NoteComposer, type WritingMode } from './note-composer';

// Its editor is loaded when somebody writes a letter.
const MailComposer = lazy(async () => ({ default: (await import('./mail-composer')).MailComposer }));

/** What a click in the timeline begins; another object for each click. */
export type LetterStart = { forward: PassedOn | null };

type RecordComposerProps = { request: ServiceRequest; me: Me; mayMail: boolean; letters: readonly TimelineEntry[] | undefined; primary: boolean; start: LetterStart | undefined };

/** What is written on a request: a note among colleagues to begin with, a letter only when it is chosen, so that neither is taken for the other. */
export function RecordComposer({ request, me, mayMail, letters, primary, start }: RecordComposerProps): ReactElement {
  const { t } = useTranslation();
  const [mode, setMode] = useState<WritingMode>('note');
  const [back, setBack] = useState<{ id: string; html: string }>();
  const [forward, setForward] = useState<PassedOn | null>(null);
  const [begun, setBegun] = useState(start);
  if (start !== begun) {
    setBegun(start);
    setForward(start?.forward ?? null);
    setBack(undefined);
    setMode('mail');
  }
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
            setForward(null);
            setMode('mail');
          }}
        />
      )}
      {mode === 'mail' && mayMail ? (
        <Suspense fallback={<Skeleton lines={3} />}>
          <MailComposer key={`${back?.id} ${forward?.id}`} requestId={request.id} userId={me.id} primary={primary} modes={modes} onMode={setMode} begin={back?.html} forward={forward} entries={letters ?? []} onForwardStop={() => setForward(null)} />
        </Suspense>
      ) : (
        <NoteComposer requestId={request.id} userId={me.id} primary={primary} modes={modes} onMode={setMode} />
      )}
    </div>
  );
}
