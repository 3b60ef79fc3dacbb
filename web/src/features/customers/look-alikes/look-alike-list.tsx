import { CircleAlert, UserSearch } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LookAlike } from '../../../api/customer-types';
import { Tag } from '../../../ui/marks/tag';
import { useFormat } from '../../../ui/text/use-format';

/** Customers like the one being typed, with the reason in words. Announced, never in the way. */
export function LookAlikeList({ found, onOpen }: { found: readonly LookAlike[]; onOpen?: () => void }): ReactElement {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <section className="look-alikes" aria-label={t('customers.look_alikes')}>
          <h3>{t('customers.look_alikes')}</h3>
          <ul>
            {found.map((one) => (
              <li key={one.id} className="row">
                <span className="grow">
                  <Link to={`/customers/${one.id}`} onClick={onOpen}>
                    {one.name}
                  </Link>
                  <span className="s t2 customer-line">{[one.number, t(`customers.kind.${one.kind}`), one.city, one.phone === null ? null : format.phone(one.phone)].filter(Boolean).join(' · ')}</span>
                </span>
                <span className="row g4 wrap look-why">
                  <Tag tone={one.certainty === 'certain' ? 'warn' : 'neutral'} icon={one.certainty === 'certain' ? CircleAlert : UserSearch}>
                    {t(`customers.certainty.${one.certainty}`)}
                  </Tag>
                  <span className="s t2">{one.reasons.map((reason) => t(`customers.like.${reason}`)).join(', ')}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
