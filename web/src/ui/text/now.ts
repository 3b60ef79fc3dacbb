import { useEffect, useState } from 'react';

let offset = 0;

/** Countdowns run on the server's clock: workstations are often minutes off. The API client reports each answer's Date header here. */
export function noteServerDate(header: string | null): void {
  const server = header === null ? Number.NaN : Date.parse(header);
  if (!Number.isNaN(server) && Math.abs(server - Date.now() - offset) > 2000) {
    offset = server - Date.now();
  }
}

/** The present in milliseconds, by the server's clock. */
export function serverNow(): number {
  return Date.now() + offset;
}

/** The present, renewed every `every` milliseconds; timers on screen share the whole second. */
export function useNow(every = 1000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
