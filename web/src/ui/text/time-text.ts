const day = 1440;

/** `9`, `9.30`, `0930`, `09:30`, `24:00` as minutes after midnight; null when it is none. */
export function readTime(text: string): number | null {
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim());
  if (found === null) {
    return null;
  }
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= day ? total : null;
}

export function writeTime(minutes: number): string {
  const inDay = minutes > day ? minutes - day : minutes;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

/** An end before its begin is on the next date. */
export function endAfter(opens: number, closes: number): number {
  return closes <= opens ? closes + day : closes;
}
