import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../ui/layout/notice';
import { useFormat } from '../ui/text/use-format';
import { isRefusal, type Refusal } from './refusal';

/** The sentence for a refusal: the text of its code, else the server's title, else a general one. */
export function useRefusalText(): (error: unknown) => string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return (error) => {
    if (!isRefusal(error)) {
      return t('ui.failed');
    }
    const key = `refusal.${error.code}`;
    if (i18n.exists(key)) {
      return t(key, texts(error, format.dateTime));
    }
    return error.problem.title ?? t('ui.failed');
  };
}

const instant = /^\d{4}-\d{2}-\d{2}T/;

// Instants among a refusal's values are shown in the reader's form.
function texts({ problem }: Refusal, dateTime: (at: string) => string): Record<string, unknown> {
  const values = { ...problem, ...problem.args };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' && instant.test(value) ? dateTime(value) : value]));
}

/** A refusal in the page, where it happened. Draws nothing while there is none. */
export function RefusalNotice({ error, action }: { error: unknown; /** What can be done about it. */ action?: ReactNode }): ReactElement | null {
  const text = useRefusalText();
  return error === null || error === undefined ? null : <Notice tone="danger" action={action}>{text(error)}</Notice>;
}
