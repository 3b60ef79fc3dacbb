import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useMe } from './me';
import { presences, type PresentPerson } from './presence';

/** The others on a record; one's own tabs are not told. */
export function usePresenceOn(record: string): readonly PresentPerson[] {
  const { data: me } = useMe();
  const all = useSyncExternalStore(
    (listener) => presences.onChange(listener),
    () => presences.on(record),
  );
  return useMemo(() => all.filter((person) => person.id !== me?.id), [all, me?.id]);
}

/** Says that this page shows the record while the component is on screen; the answer is who else does. */
export function useLookAt(record: string): readonly PresentPerson[] {
  useEffect(() => presences.enter(record), [record]);
  return usePresenceOn(record);
}

/** To be called at each key on the record. */
export function useTypingSign(record: string): () => void {
  return useCallback(() => presences.typed(record), [record]);
}

/** Asks who is on the records of a list while it is on screen. */
export function useWatchRecords(records: readonly string[]): void {
  const key = records.join();
  useEffect(() => (key === '' ? undefined : presences.list(key.split(','))), [key]);
}
