import type { ReactElement, Ref, TextareaHTMLAttributes } from 'react';
import { classes } from '../classes';
import { useFieldTies } from './field';
import './field.css';

export type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'> & {
  value: string;
  onChange: (value: string) => void;
  ref?: Ref<HTMLTextAreaElement>;
};

export function TextArea({ value, onChange, className, ...rest }: TextAreaProps): ReactElement {
  const ties = useFieldTies();
  return (
    <textarea
      id={ties?.id}
      aria-describedby={ties?.describedBy}
      aria-invalid={ties?.invalid === true ? true : undefined}
      aria-required={ties?.required === true ? true : undefined}
      {...rest}
      className={classes('in', className)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
