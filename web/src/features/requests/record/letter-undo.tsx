import { Send, Undo2 } from 'lucide-react';
import type { CSSProperties, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusalText } from '../../../api/refusal-notice';
import type { TimelineEntry } from '../../../api/request-types';
import { Button } from '../../../ui/actions/button';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { useNow } from '../../../ui/text/now';
import { linesAsHtml } from './lines-as-html';
import { useTakeBack } from './use-letters';

const hold = 10;

/** While a letter of one's own is held, it can be taken back: the time is shown as it passes. */
export function LetterUndo({ requestId, entries, userId, onBack }: { requestId: string; entries: readonly TimelineEntry[]; userId: string; /** Its words come back to be changed. */ onBack: (letter: { id: string; html: string }) => void }): ReactElement | null {
  const { t } = useTranslation();
  const refusalText = useRefusalText();
  const now = useNow(1000);
  const takeBack = useTakeBack(requestId);
  const held = entries.flatMap(({ letter, by }) => (letter?.state === 'held' && letter.heldUntil != null && by?.id === userId ? [letter] : [])).at(-1);
  const left = held?.heldUntil == null ? 0 : Math.ceil((Date.parse(held.heldUntil) - now) / 1000);
  const isShown = held !== undefined && left > 0;
  const undo = (): void => {
    if (held !== undefined) {
      takeBack.mutate(held.id, { onSuccess: () => onBack({ id: held.id, html: held.html ?? linesAsHtml(held.text) }) });
    }
  };
  useShortcuts([{ key: 'z', label: t('ui.undo'), group: t('ui.keys_everywhere'), run: undo }], isShown);
  if (!isShown) {
    return takeBack.error === null ? null : <p className="danger s">{refusalText(takeBack.error)}</p>;
  }
  return (
    <div className="letter-undo" role="status" style={{ '--left': Math.min(1, left / hold) } as CSSProperties}>
      <Send className="i s acc" aria-hidden="true" />
      <span className="grow cut">{t('mail.goes_in', { to: held.to.map(({ name, address }) => name || address).join(', '), count: left })}</span>
      <Button size="small" icon={Undo2} keys="z" busy={takeBack.isPending} onClick={undo}>
        {t('mail.take_back')}
      </Button>
    </div>
  );
}
