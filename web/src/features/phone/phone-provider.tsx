import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { DeskSnapshot } from '../../api/desk-types';
import { live } from '../../api/live';
import { useCan } from '../../api/me';
import { tellPhoneReady, usePhoneWished } from '../../api/phone-bridge';
import { useLiveState, useNews } from '../../api/use-live';
import { BrowserPhone } from './browser-phone';
import { PhoneContext, useBrowserPhone } from './phone-context';
import { RingSound } from './ring-sound';
import { useDesk, useDeskNews } from './use-desk';

/** Gives the signed-in agent his phone: opened when he is available, kept until he goes offline. */
export function PhoneProvider({ children }: { children: ReactNode }): ReactElement {
  const mayTake = useCan('calls.take');
  const [phone] = useState(() => new BrowserPhone({ openPhone: (offer) => live.invoke('OpenPhone', offer), closePhone: () => live.invoke('ClosePhone') }));
  return (
    <PhoneContext value={mayTake ? phone : null}>
      {mayTake && <PhoneKeeper />}
      {children}
    </PhoneContext>
  );
}

function PhoneKeeper(): null {
  const { data: desk } = useDesk();
  useDeskNews();
  useKeptPhone(desk);
  useRing(desk);
  return null;
}

/** Another tab may be taking the phone this very moment: let it. */
const politeness = { off: 800, moved: 4000 };

function useKeptPhone(desk: DeskSnapshot | undefined): void {
  const { phone, status } = useBrowserPhone();
  const liveState = useLiveState();
  const isOnline = liveState === 'on';
  const presence = desk?.presence.state;
  const kind = desk?.phone.kind;
  const isWished = usePhoneWished();

  useNews('phone-moved', () => phone?.moved(), () => undefined);
  // The server's audio began anew: the connection of before leads nowhere.
  useNews('phone-lost', () => phone?.reconnected(), () => undefined);

  useEffect(() => {
    if (phone === null || presence === undefined) {
      return undefined;
    }
    if (presence === 'offline' && !isWished) {
      void phone.close();
      return undefined;
    }
    const waits = status.state === 'off' || status.state === 'moved' ? politeness[status.state] : undefined;
    if ((presence !== 'available' && !isWished) || kind !== 'none' || waits === undefined || !isOnline) {
      return undefined;
    }
    const timer = setTimeout(() => void phone.open(), waits);
    return () => clearTimeout(timer);
  }, [phone, presence, kind, status.state, isOnline, isWished]);

  useEffect(() => tellPhoneReady(kind !== undefined && kind !== 'none'), [kind]);

  useEffect(() => {
    if (isOnline) {
      phone?.reconnected();
    }
  }, [phone, isOnline]);

  useEffect(() => phone?.mute(desk?.call?.muted === true && desk.call.state !== 'ended'), [phone, desk?.call?.muted, desk?.call?.state]);

  useEffect(() => {
    if (phone === null) {
      return undefined;
    }
    const unlock = (): void => void phone.unlock();
    if (status.needsGesture) {
      addEventListener('pointerdown', unlock);
      addEventListener('keydown', unlock);
    }
    return () => {
      removeEventListener('pointerdown', unlock);
      removeEventListener('keydown', unlock);
    };
  }, [phone, status.needsGesture]);

  useEffect(() => () => void phone?.close(), [phone]);
}

/** Rings in the tab that has the phone, and only there. */
function useRing(desk: DeskSnapshot | undefined): void {
  const { status } = useBrowserPhone();
  const [sound] = useState(() => new RingSound());
  const rings = (desk?.call?.state === 'offered' || desk?.callback != null) && status.state === 'ready';
  useEffect(() => {
    if (rings) {
      sound.start();
    }
    return () => sound.stop();
  }, [sound, rings]);
}
