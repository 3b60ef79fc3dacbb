import { Select as AntSelect } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useCallback, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../text/fold';
import { AntdTheme } from '../theme/antd-theme';
import { useFieldTies } from './field';
import './picker.css';

export type Option<Value extends string | number> = {
  value: Value;
  label: string;
  /** Drawn before the label: a mark, an avatar. */
  icon?: ReactNode;
  /** Drawn at the end in the list: a count, a key. */
  aside?: ReactNode;
  disabled?: boolean;
};

type Shared<Value extends string | number> = {
  options: readonly Option<Value>[];
  placeholder?: string;
  disabled?: boolean;
  loading?: boolean;
  /** Typing filters a short list too: names of people are typed, however few they are. */
  typed?: boolean;
  /** Read aloud where no Field names the control. */
  label?: string;
  onBlur?: () => void;
};

export type SelectProps<Value extends string | number> = Shared<Value> & {
  value: Value | null | undefined;
  onChange: (value: Value | null) => void;
  clearable?: boolean;
};

export type MultiSelectProps<Value extends string | number> = Shared<Value> & { value: readonly Value[]; onChange: (value: Value[]) => void };

function useShared<Value extends string | number>({ options, placeholder, disabled, loading, typed, label, onBlur }: Shared<Value>) {
  const { t } = useTranslation();
  const ties = useFieldTies();
  const name = label ?? ties?.label;
  const byValue = new Map(options.map((option) => [option.value, option]));
  return {
    id: ties?.id,
    'aria-label': label,
    'aria-describedby': ties?.describedBy,
    'aria-invalid': ties?.invalid === true ? (true as const) : undefined,
    status: ties?.invalid === true ? ('error' as const) : undefined,
    options: options.map(({ value, label: text, disabled: off }) => ({ value, label: text, disabled: off })),
    placeholder,
    disabled,
    loading,
    onBlur,
    notFoundContent: t('ui.nothing_found'),
    suffixIcon: <ChevronDown className="i s" aria-hidden="true" />,
    popupMatchSelectWidth: false as const,
    // antd's virtual list has no roles a screen reader could count.
    virtual: false,
    showSearch: typed === true || options.length > 6 ? { filterOption: (asked: string, option?: { label: string }) => foldText(option?.label ?? '').includes(foldText(asked)) } : false,
    popupRender: (list: ReactElement) => <OpenList name={name}>{list}</OpenList>,
    optionRender: ({ value }: { value?: string | number | null }) => <OptionLine option={byValue.get(value as Value)} />,
  };
}

// antd hangs the list on the end of the page, outside its landmarks, and leaves it without a name.
function OpenList({ name, children }: { name: string | undefined; children: ReactElement }): ReactElement {
  const nameList = useCallback((box: HTMLElement | null) => (name === undefined ? undefined : box?.querySelector('[role="listbox"]')?.setAttribute('aria-label', name)), [name]);
  return (
    <section ref={nameList} aria-label={name}>
      {children}
    </section>
  );
}

function OptionLine<Value extends string | number>({ option }: { option: Option<Value> | undefined }): ReactElement | null {
  return option === undefined ? null : (
    <span className="row">
      {option.icon}
      <span className="grow cut">{option.label}</span>
      {option.aside !== undefined && <span className="t3 s">{option.aside}</span>}
    </span>
  );
}

/** One of a list; typing filters when the list is longer than six, or always where it is `typed`. */
export function Select<Value extends string | number>({ value, onChange, clearable = false, ...shared }: SelectProps<Value>): ReactElement {
  const props = useShared(shared);
  const chosen = shared.options.find((option) => option.value === value);
  return (
    <AntdTheme>
      <AntSelect<Value, { value: Value; label: string }>
        {...props}
        className="picker"
        value={value ?? undefined}
        onChange={(next) => onChange(next ?? null)}
        allowClear={clearable}
        labelRender={({ label: text }) => (
          <span className="row">
            {chosen?.icon}
            <span className="cut">{text}</span>
          </span>
        )}
      />
    </AntdTheme>
  );
}

// antd takes the marked option by Tab too: whoever had chosen and went on would have chosen one more without seeing it.
function leave(event: KeyboardEvent): void {
  if (event.key === 'Tab') {
    event.stopPropagation();
  }
}

/** Several of a list, shown as tags. */
export function MultiSelect<Value extends string | number>({ value, onChange, ...shared }: MultiSelectProps<Value>): ReactElement {
  const props = useShared(shared);
  return (
    <AntdTheme>
      <AntSelect<Value[], { value: Value; label: string }> {...props} mode="multiple" className="picker" value={[...value]} onChange={onChange} onInputKeyDown={leave} maxTagCount="responsive" />
    </AntdTheme>
  );
}
