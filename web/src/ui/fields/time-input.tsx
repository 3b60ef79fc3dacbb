import { useState, type ReactElement } from 'react';
import './time-input.css';
import { TextInput } from './text-input';
import { readTime, writeTime } from '../text/time-text';

/** A time of day, typed as people type it; what is no time goes back to what it was. */
export function TimeInput({ label, minutes, onChange, autoFocus = false }: { label: string; minutes: number; onChange: (minutes: number) => void; autoFocus?: boolean }): ReactElement {
  const [typed, setTyped] = useState<string | null>(null);
  const finish = (): void => {
    const read = typed === null ? null : readTime(typed);
    setTyped(null);
    if (read !== null && read !== minutes) {
      onChange(read);
    }
  };
  return (
    <TextInput
      className="time-input num"
      aria-label={label}
      inputMode="numeric"
      maxLength={5}
      autoFocus={autoFocus}
      value={typed ?? writeTime(minutes)}
      onChange={setTyped}
      onFocus={(event) => event.target.select()}
      onBlur={finish}
      onKeyDown={(event) => event.key === 'Enter' && finish()}
    />
  );
}
