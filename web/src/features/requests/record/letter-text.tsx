import { Ellipsis } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';

/** The words of a letter; what it repeats of older ones is folded, never cut. */
export function LetterText({ text, quoteFrom }: { text: string; quoteFrom: number | null }): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const own = quoteFrom === null ? text : text.slice(0, quoteFrom).trimEnd();
  const quoted = quoteFrom === null ? '' : text.slice(quoteFrom);
  const lines = quoted.split('\n').length;
  return (
    <>
      <p className="letter-text">{own}</p>
      {quoted !== '' && (
        <Button look="quiet" size="small" icon={Ellipsis} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'mail.quote_fold' : 'mail.quote_lines', { count: lines })}
        </Button>
      )}
      {isOpen && <p className="letter-text letter-quoted">{quoted}</p>}
    </>
  );
}
