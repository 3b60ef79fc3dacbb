import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import './states.css';

const quiet = 300;
const widths = [46, 88, 72, 60, 80, 52];

/** Grey bars while something loads, but only after 300 ms: a quick answer never flashes. */
export function Skeleton({ lines = 3, delay = quiet }: { lines?: number; delay?: number }): ReactElement {
  const { t } = useTranslation();
  const [isLate, setIsLate] = useState(delay === 0);
  useEffect(() => {
    const timer = setTimeout(() => setIsLate(true), delay);
    return () => clearTimeout(timer);
  }, [delay]);

  return (
    <div className="skeleton" role="status" aria-label={t('ui.loading')}>
      {isLate && Array.from({ length: lines }, (_, line) => <div key={line} className="sk" style={{ width: `${widths[line % widths.length]}%` }} />)}
    </div>
  );
}
