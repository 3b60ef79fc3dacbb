import type { ReactElement } from 'react';
import { classes } from '../classes';
import { useFormat } from '../text/use-format';
import './avatar.css';

export type AvatarProps = {
  name: string;
  /** The signed-in person. */
  me?: boolean;
  size?: 'normal' | 'large';
  /** Organisations are square. */
  square?: boolean;
  /** The name already stands beside it. */
  decorative?: boolean;
};

export function Avatar({ name, me = false, size = 'normal', square = false, decorative = false }: AvatarProps): ReactElement {
  const format = useFormat();
  return (
    <span className={classes('av', me && 'me', size === 'large' && 'l', square && 'sq')} {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}>
      {format.initials(name)}
    </span>
  );
}

/** Nobody yet: a dashed ring. */
export function NoAvatar({ label }: { label: string }): ReactElement {
  return <span className="av none" role="img" aria-label={label} title={label} />;
}
