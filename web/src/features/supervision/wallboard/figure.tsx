import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classes } from '../../../ui/classes';
import { Popover } from '../../../ui/overlays/popover';

export type FigureProps = {
  /** Key of its texts: `supervision.figure.<name>`, `supervision.formula.<name>`. */
  name: string;
  /** As it is drawn. */
  value: ReactNode;
  /** As it is read aloud. */
  spoken: string;
  /** The formula with this moment's numbers in it. */
  sum?: string | undefined;
  /** Put into the words of the formula. */
  values?: Record<string, string | number>;
  className?: string;
  /** The label stands elsewhere. */
  bare?: boolean;
};

/** A number that says how it is computed: a press or Enter shows the formula. */
export function Figure({ name, value, spoken, sum, values, className, bare = false }: FigureProps): ReactElement {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const label = t(`supervision.figure.${name}`);
  const formula = t(`supervision.formula.${name}`, values ?? {});
  return (
    <>
      <button
        ref={button}
        type="button"
        className={classes('fig', className)}
        title={`${label}: ${formula}`}
        aria-label={t('supervision.figure_of', { label, value: spoken })}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen((open) => !open)}
      >
        {!bare && <span className="fig-label">{label}</span>}{' '}
        <span className="fig-value num">{value}</span>
      </button>
      {isOpen && (
        <Popover anchor={button} onClose={() => setIsOpen(false)} label={label} className="fig-pop">
          <b className="md">{label}</b>
          <p className="t2">{formula}</p>
          {sum !== undefined && <p className="num fig-sum">{sum}</p>}
        </Popover>
      )}
    </>
  );
}
