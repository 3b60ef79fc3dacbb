import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { CalendarDays } from 'lucide-react';
import type { ReactElement } from 'react';
import { useLanguage, type Language } from '../text/language';
import { AntdTheme } from '../theme/antd-theme';
import { useFieldTies } from './field';
import './picker.css';

dayjs.extend(customParseFormat);

const formats: Record<Language, string> = { tr: 'DD.MM.YYYY', sv: 'YYYY-MM-DD', en: 'DD/MM/YYYY' };

export type DateFieldProps = {
  /** A calendar day as YYYY-MM-DD, or an ISO instant when `withTime`. */
  value: string | null;
  onChange: (value: string | null) => void;
  withTime?: boolean;
  disabled?: boolean;
};

/** A date that can be typed or picked, in the user's order of day, month and year. */
export function DateField({ value, onChange, withTime = false, disabled }: DateFieldProps): ReactElement {
  const language = useLanguage();
  const ties = useFieldTies();
  return (
    <AntdTheme>
      <DatePicker
        id={ties?.id}
        aria-describedby={ties?.describedBy}
        className="picker"
        status={ties?.invalid === true ? 'error' : undefined}
        disabled={disabled}
        value={value === null ? null : dayjs(value)}
        format={withTime ? `${formats[language]} HH:mm` : formats[language]}
        showTime={withTime ? { format: 'HH:mm', minuteStep: 5 } : false}
        placeholder=""
        suffixIcon={<CalendarDays className="i s" aria-hidden="true" />}
        onChange={(next) => onChange(next === null || next === undefined ? null : withTime ? next.toISOString() : next.format('YYYY-MM-DD'))}
      />
    </AntdTheme>
  );
}
