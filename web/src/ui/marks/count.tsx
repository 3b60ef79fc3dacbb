import type { ReactElement } from 'react';
import { classes } from '../classes';
import { useFormat } from '../text/use-format';
import './tag.css';

/** A number on which someone would act, counted up to `most`. `new` asks for attention, `bad` is late. */
export function Count({ value, most = Infinity, look = 'plain', label }: { value: number; most?: number; look?: 'plain' | 'new' | 'bad'; label?: string }): ReactElement {
  const format = useFormat();
  return (
    <span className={classes('cnt', look !== 'plain' && look)} title={label}>
      {format.upTo(value, most)}
      {label !== undefined && <span className="sr"> {label}</span>}
    </span>
  );
}
