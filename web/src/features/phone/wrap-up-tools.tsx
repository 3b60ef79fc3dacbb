import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../../api/desk-types';
import { useRefusalText } from '../../api/refusal-notice';
import { Button } from '../../ui/actions/button';
import { Select } from '../../ui/fields/select';
import { useShortcuts } from '../../ui/keys/shortcuts';
import { toast } from '../../ui/overlays/toasts';
import { Countdown } from '../../ui/phone/capsule';
import { useNames } from '../../ui/text/names';
import { useDisposition, useDispositions, useWrapUp } from './use-desk';

/** As many stand side by side; the others are in a list. All of the first nine have a digit. */
const buttons = 3;

type WrapUpProps = { presence: Presence; callId: string | undefined; team: string | undefined; until: string };

/** After the call: how long is left, what came of it, ready again. */
export function WrapUpTools({ presence, callId, team, until }: WrapUpProps): ReactElement {
  const { t } = useTranslation();
  const text = useRefusalText();
  const names = useNames();
  const wrapUp = useWrapUp();
  const choices = useDispositions(callId === undefined ? undefined : team);
  const disposition = useDisposition(callId ?? '');
  const group = t('desk.keys_wrap_up');
  const chosen = disposition.isError ? undefined : disposition.variables;
  const refused = { onError: (error: Error) => toast({ kind: 'error', title: text(error) }) };
  const finish = (): void => wrapUp.mutate('finish', refused);
  const rest = choices.slice(buttons);

  useShortcuts([{ key: 'ctrl+enter', label: t('desk.ready'), group, run: finish }]);
  useShortcuts(
    choices.slice(0, 9).map((choice, index) => ({ key: String(index + 1), label: names(choice.names), group, run: () => disposition.mutate(choice.id, refused) })),
    callId !== undefined,
  );

  return (
    <>
      <Countdown until={Date.parse(until)} total={Date.parse(until) - Date.parse(presence.activitySince)}>
        <Button look="quiet" size="small" onClick={() => wrapUp.mutate('extend', refused)}>
          {t('desk.more_time')}
        </Button>
      </Countdown>
      {choices.length > 0 && (
        <div className="row g4 dispositions" role="group" aria-label={t('desk.disposition')}>
          <span className="t2 nowrap disposition-word">{t('desk.disposition')}</span>
          {choices.slice(0, buttons).map((choice, index) => (
            <Button key={choice.id} keys={String(index + 1)} aria-pressed={chosen === choice.id} onClick={() => disposition.mutate(choice.id, refused)}>
              {names(choice.names)}
            </Button>
          ))}
          {rest.length > 0 && (
            <Select<string>
              label={t('desk.more_dispositions')}
              placeholder={t('desk.more_dispositions')}
              options={rest.map((choice) => ({ value: choice.id, label: names(choice.names) }))}
              value={rest.some((choice) => choice.id === chosen) ? (chosen ?? null) : null}
              onChange={(id) => id !== null && disposition.mutate(id, refused)}
            />
          )}
        </div>
      )}
      <Button look="primary" keys="ctrl+enter" busy={wrapUp.isPending && wrapUp.variables === 'finish'} onClick={finish}>
        {presence.state === 'available' ? t('desk.ready') : t('desk.finish_wrap_up')}
      </Button>
    </>
  );
}
