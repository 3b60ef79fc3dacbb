import { Cascader as AntCascader } from 'antd';
import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../text/fold';
import { AntdTheme } from '../theme/antd-theme';
import { useFieldTies } from './field';
import './picker.css';

export type CascaderNode = { value: string; label: string; count?: number; disabled?: boolean; children?: readonly CascaderNode[] };

export type CascaderProps = {
  options: readonly CascaderNode[];
  /** Values from the first to the last level. */
  value: readonly string[];
  onChange: (path: string[]) => void;
  placeholder?: string;
  disabled?: boolean;
  label?: string;
};

type AntNode = { value: string; label: string; disabled?: boolean; count?: number; children?: AntNode[] };

function copy(nodes: readonly CascaderNode[]): AntNode[] {
  return nodes.map(({ children, ...node }) => ({ ...node, ...(children === undefined ? {} : { children: copy(children) }) }));
}

/** One field for a path of up to three levels. Typing filters all levels at once; arrows move and change level. */
export function Cascader({ options, value, onChange, placeholder, disabled, label }: CascaderProps): ReactElement {
  const { t } = useTranslation();
  const ties = useFieldTies();
  return (
    <AntdTheme>
      <AntCascader<AntNode>
        id={ties?.id}
        aria-label={label}
        aria-describedby={ties?.describedBy}
        status={ties?.invalid === true ? 'error' : undefined}
        className="picker"
        options={copy(options)}
        value={[...value]}
        onChange={(path) => onChange((path ?? []).map(String))}
        allowClear={false}
        disabled={disabled}
        placeholder={placeholder}
        notFoundContent={t('ui.nothing_found')}
        suffixIcon={<ChevronDown className="i s" aria-hidden="true" />}
        expandIcon={<ChevronRight className="i s t3" aria-hidden="true" />}
        showSearch={{ filter: (typed, path) => foldText(path.map((node) => node.label).join(' ')).includes(foldText(typed)), limit: 60 }}
        displayRender={(labels) => (
          <span className="crumb">
            {labels.map((text, index) => (
              <span key={index} className="row g4">
                {index > 0 && <ChevronRight className="i s" aria-hidden="true" />}
                <span className={index === labels.length - 1 ? 'md cut' : 'cut'}>{text}</span>
              </span>
            ))}
          </span>
        )}
        optionRender={(node) => (
          <span className="row">
            <span className="grow cut">{node.label}</span>
            {node.count !== undefined && <span className="t3 s num">{node.count}</span>}
          </span>
        )}
      />
    </AntdTheme>
  );
}
