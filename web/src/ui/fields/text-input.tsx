import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { InputHTMLAttributes, ReactElement, ReactNode, Ref } from 'react';
import { classes } from '../classes';
import { useFieldTies } from './field';
import './field.css';

export type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'size' | 'onChange'> & {
  value: string;
  onChange: (value: string) => void;
  icon?: LucideIcon;
  /** After the text: a key hint, a unit, a button. */
  after?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

export function TextInput({ value, onChange, icon: Icon, after, className, ...rest }: TextInputProps): ReactElement {
  const ties = useFieldTies();
  return (
    <span className={classes('in', rest.disabled === true && 'off', className)}>
      {Icon !== undefined && <Icon className="i s" aria-hidden="true" />}
      <input
        id={ties?.id}
        aria-describedby={ties?.describedBy}
        aria-invalid={ties?.invalid === true ? true : undefined}
        aria-required={ties?.required === true ? true : undefined}
        {...rest}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {ties?.invalid === true && <CircleAlert className="i s danger" aria-hidden="true" />}
      {after}
    </span>
  );
}
