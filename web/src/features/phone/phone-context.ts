import { createContext, useContext, useSyncExternalStore } from 'react';
import type { BrowserPhone, BrowserPhoneStatus } from './browser-phone';

/** The phone of this tab; null for people who take no calls. */
export const PhoneContext = createContext<BrowserPhone | null>(null);

const off: BrowserPhoneStatus = { state: 'off', needsGesture: false };
const never = (): (() => void) => () => undefined;

export function useBrowserPhone(): { phone: BrowserPhone | null; status: BrowserPhoneStatus } {
  const phone = useContext(PhoneContext);
  const status = useSyncExternalStore(phone?.subscribe ?? never, phone?.current ?? (() => off));
  return { phone, status };
}
