import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import { classes } from '../classes';
import { ariaKeys, Kbd } from '../marks/kbd';
import './button.css';

export type ButtonLook = 'plain' | 'primary' | 'danger' | 'quiet';
export type ButtonSize = 'small' | 'normal' | 'large' | 'touch';

export type ButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  children: ReactNode;
  look?: ButtonLook;
  size?: ButtonSize;
  icon?: LucideIcon;
  iconAfter?: LucideIcon;
  /** Shown inside the button; the key itself is bound with `useShortcuts`. */
  keys?: string;
  /** Work is under way: the button keeps its size and words, says so to screen readers and takes no second press. */
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
};

const looks: Record<ButtonLook, string> = { plain: '', primary: 'p', danger: 'd', quiet: 'g' };
const sizes: Record<ButtonSize, string> = { small: 'sm', normal: '', large: 'lg', touch: 'xl' };

export function buttonClass(look: ButtonLook = 'plain', size: ButtonSize = 'normal', extra?: string): string {
  return classes('btn', looks[look], sizes[size], extra);
}

export function Button({ children, look = 'plain', size = 'normal', icon: Icon, iconAfter: After, keys, busy = false, className, type = 'button', onClick, ...rest }: ButtonProps): ReactElement {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass(look, size, classes(busy && 'busy', className))}
      aria-busy={busy || undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeys(keys)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {Icon !== undefined && <Icon className="i s" aria-hidden="true" />}
      {children}
      {After !== undefined && <After className="i s" aria-hidden="true" />}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  );
}
