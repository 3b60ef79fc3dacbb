import { CircleCheck, CirclePause, CircleOff } from 'lucide-react';
import { useMemo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Presence } from '../../api/desk-types';
import { useRefusalText } from '../../api/refusal-notice';
import { MenuButton, type MenuEntry } from '../../ui/overlays/menu';
import { toast } from '../../ui/overlays/toasts';
import { PresenceButton, type PresenceTone } from '../../ui/phone/phone-bar';
import { useOfferToPalette } from '../../ui/shell/palette-items';
import { useBrowserPhone } from './phone-context';
import { useChoosePresence, type PresenceChoice } from './use-desk';

const reasons = ['break', 'lunch', 'meeting', 'training', 'paperwork', 'other'] as const;

const busyTones: Record<Exclude<Presence['activity'], 'idle'>, PresenceTone> = { offered: 'accent', talking: 'accent', wrapUp: 'info' };
const idleTones: Record<Presence['state'], PresenceTone> = { available: 'ok', away: 'warn', offline: 'off' };

/** Available, away with a reason, offline. What he is doing is shown first; what he chose holds when that is over. */
export function PresenceMenu({ presence }: { presence: Presence }): ReactElement {
  const { t } = useTranslation();
  const choose = useChoice();
  const palette = t('desk.palette_presence');
  const isBusy = presence.activity !== 'idle';
  const word = isBusy ? t(`queues.activity.${presence.activity}`) : presence.state === 'away' && presence.reason != null ? t(`queues.reason.${presence.reason}`) : t(`queues.presence.${presence.state}`);

  const entries = useMemo<MenuEntry[]>(
    () => [
      { label: t('queues.presence.available'), checked: presence.state === 'available', run: () => choose({ state: 'available' }) },
      { kind: 'line' },
      { kind: 'head', label: t('queues.presence.away') },
      ...reasons.map((reason): MenuEntry => ({ label: t(`queues.reason.${reason}`), checked: presence.state === 'away' && presence.reason === reason, run: () => choose({ state: 'away', reason }) })),
      { kind: 'line' },
      { label: t('queues.presence.offline'), checked: presence.state === 'offline', run: () => choose({ state: 'offline' }) },
    ],
    [t, presence.state, presence.reason, choose],
  );

  useOfferToPalette(
    useMemo(
      () => [
        { key: 'presence-available', group: palette, label: t('queues.presence.available'), icon: CircleCheck, run: () => choose({ state: 'available' }) },
        ...reasons.map((reason) => ({ key: `presence-${reason}`, group: palette, label: `${t('queues.presence.away')}: ${t(`queues.reason.${reason}`)}`, icon: CirclePause, run: () => choose({ state: 'away', reason }) })),
        { key: 'presence-offline', group: palette, label: t('queues.presence.offline'), icon: CircleOff, run: () => choose({ state: 'offline' }) },
      ],
      [t, palette, choose],
    ),
  );

  return (
    <MenuButton label={t('desk.choose_presence')} entries={entries}>
      {(props) => (
        <PresenceButton
          {...props}
          tone={isBusy && presence.activity !== 'idle' ? busyTones[presence.activity] : idleTones[presence.state]}
          state={word}
          {...(presence.activity === 'talking' || presence.activity === 'wrapUp' ? {} : { since: Date.parse(isBusy ? presence.activitySince : presence.since) })}
        />
      )}
    </MenuButton>
  );
}

/** Being available takes the phone into this tab; that is also where the browser asks for the microphone. */
function useChoice(): (choice: PresenceChoice) => void {
  const { mutate } = useChoosePresence();
  const { phone } = useBrowserPhone();
  const text = useRefusalText();
  return useMemo(
    () => (choice: PresenceChoice) => {
      if (choice.state === 'available' && phone !== null && phone.current().state !== 'ready') {
        void phone.open();
      }
      mutate(choice, { onError: (error) => toast({ kind: 'error', title: text(error) }) });
    },
    // The words of a refusal may change with the language; the choice does not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [mutate, phone],
  );
}
