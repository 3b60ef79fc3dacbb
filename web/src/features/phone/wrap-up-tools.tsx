import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Disposition, Presence } from '../../api/desk-types';
import { useRefusalText } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { toast } from '../../ui/overlays/toasts';
import { Countdown } from '../../ui/phone/capsule';
import { useDisposition, useWrapUp } from './use-desk';

const dispositions: readonly Disposition[] = ['resolved', 'followUp', 'noAction'];

/** After the call: how long is left, what came of it, ready again. */
export function WrapUpTools({ presence, callId, until }: { presence: Presence; callId: string | undefined; until: string }): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const wrapUp = useWrapUp();
  const disposition = useDisposition(callId ?? '');
  const group = t('desk.keys_wrap_up');
  const chosen = disposition.isError ? undefined : disposition.variables;
  const refused = { onError: (error: Error) => toast({ kind: 'error', title: text(error) }) };
  const finish = (): void => wrapUp.mutate('finish', refused);

  useShortcuts([{ key: 'ctrl+enter', label: t('desk.ready'), group, run: finish }]);
  useShortcuts(
    dispositions.map((value, index) => ({ key: String(index + 1), label: t(`queues.disposition.${value}`), group, run: () => disposition.mutate(value, refused) })),
    callId !== undefined,
  );

  return (
    <>
      <Countdown until={Date.parse(until)} total={Date.parse(until) - Date.parse(presence.activitySince)}>
        <Button look="quiet" size="small" onClick={() => wrapUp.mutate('extend', refused)}>
          {t('desk.more_time')}
        </Button>
      </Countdown>
      {callId !== undefined && (
        <div className="row g4 dispositions" role="group" aria-label={t('desk.disposition')}>
          <span className="t2 nowrap disposition-word">{t('desk.disposition')}</span>
          {dispositions.map((value, index) => (
            <Button key={value} keys={String(index + 1)} aria-pressed={chosen === value} onClick={() => disposition.mutate(value, refused)}>
              {t(`queues.disposition.${value}`)}
            </Button>
          ))}
        </div>
      )}
      <Button look="primary" keys="ctrl+enter" busy={wrapUp.isPending && wrapUp.variables === 'finish'} onClick={finish}>
        {presence.state === 'available' ? t('desk.ready') : t('desk.finish_wrap_up')}
      </Button>
    </>
  );
}
