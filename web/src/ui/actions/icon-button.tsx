import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactElement, Ref } from 'react';
import { classes } from '../classes';
import { ariaKeys, keyLabel } from '../marks/kbd';
import { buttonClass, type ButtonLook, type ButtonSize } from './button';

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'aria-label'> & {
  icon: LucideIcon;
  /** The name read aloud and shown as the tooltip. Icons alone are for acts that change no data. */
  label: string;
  look?: ButtonLook;
  size?: ButtonSize;
  keys?: string;
  ref?: Ref<HTMLButtonElement>;
};

export function IconButton({ icon: Icon, label, look = 'plain', size = 'normal', keys, className, type = 'button', ...rest }: IconButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(look, size, classes('sq', className))}
      aria-label={label}
      title={keys === undefined ? label : `${label} (${keyLabel(keys)})`}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
    >
      <Icon className={size === 'small' ? 'i s' : 'i'} aria-hidden="true" />
    </button>
  );
}
