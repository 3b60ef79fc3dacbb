import { PhoneOutgoing, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../api/me';
import { useRefusalText } from '../../../api/refusal-notice';
import { IconButton } from '../../../ui/actions/icon-button';
import { toast } from '../../../ui/overlays/toasts';
import { useNames } from '../../../ui/text/names';
import { useFormat } from '../../../ui/text/use-format';
import type { WallboardCallback, WallboardTeam } from '../types';
import { useCancelCallback } from './use-wallboard';

/** Whom the queues have promised to call back, in the order of their places. */
export function CallbackList({ callbacks, teams }: { callbacks: readonly WallboardCallback[]; teams: readonly WallboardTeam[] }): ReactElement | null {
  const { t } = useTranslation();
  const names = useNames();
  const format = useFormat();
  const mayCancel = useCan('queues.agents');
  const text = useRefusalText();
  const cancel = useCancelCallback();
  return callbacks.length === 0 ? null : (
    <section className="callbacks" aria-label={t('supervision.callbacks')}>
      <h2 className="row">
        <PhoneOutgoing className="i" aria-hidden="true" />
        {t('supervision.callbacks')} <span className="num">{callbacks.length}</span>
      </h2>
      <ul>
        {callbacks.map((callback) => {
          const number = format.phone(callback.number);
          const team = teams.find((one) => one.teamId === callback.teamId);
          return (
            <li key={callback.id} className="row">
              <span className="num md">{number}</span>
              <span className="t2 cut grow">
                {team !== undefined && `${names(team.names)} · `}
                {t('supervision.callback_since', { time: format.time(callback.placeAt) })}
              </span>
              {mayCancel && (
                <IconButton
                  icon={X}
                  size="small"
                  look="quiet"
                  label={t('supervision.callback_cancel', { number })}
                  onClick={() =>
                    cancel.mutate(callback.id, {
                      onSuccess: () => toast({ title: t('supervision.callback_cancelled', { number }) }),
                      onError: (error) => toast({ kind: 'error', title: text(error) }),
                    })
                  }
                />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
