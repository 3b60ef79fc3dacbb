import { CircleAlert, CircleCheck, CloudOff, Info, X, type LucideIcon } from 'lucide-react';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../actions/button';
import { IconButton } from '../actions/icon-button';
import { useShortcuts } from '../keys/shortcuts';
import './toasts.css';

export type ToastKind = 'done' | 'info' | 'offline' | 'error';

export type ToastRequest = {
  kind?: ToastKind;
  title: string;
  detail?: string;
  /** Offered as "Geri al" with the key Z. */
  undo?: () => void;
  action?: { label: string; run: () => void };
};

type Toast = ToastRequest & { id: number; kind: ToastKind };

const listeners = new Set<() => void>();
let toasts: readonly Toast[] = [];
let lastId = 0;
const shownFor = 5000;
const icons: Record<ToastKind, [LucideIcon, string]> = { done: [CircleCheck, 'ok'], info: [Info, 'info'], offline: [CloudOff, 'warn'], error: [CircleAlert, 'danger'] };

function set(next: readonly Toast[]): void {
  toasts = next;
  listeners.forEach((listener) => listener());
}

/** Says that something out of sight has happened. Errors stay until dismissed; never the only trace of one. */
export function toast(request: ToastRequest): () => void {
  const id = (lastId += 1);
  set([...toasts.slice(-3), { ...request, kind: request.kind ?? 'done', id }]);
  return () => dismiss(id);
}

function dismiss(id: number): void {
  set(toasts.filter((item) => item.id !== id));
}

/** Takes all of them away; what they offer to undo was another person's. */
export function dismissToasts(): void {
  set([]);
}

export function Toasts(): ReactElement {
  const { t } = useTranslation();
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  const undoable = shown.findLast((item) => item.undo !== undefined);
  const undo = (item: Toast): void => {
    dismiss(item.id);
    item.undo?.();
  };
  useShortcuts([{ key: 'z', label: t('ui.undo'), group: t('ui.keys_everywhere'), run: () => (undoable === undefined ? undefined : undo(undoable)) }], undoable !== undefined);

  return (
    <div className="toasts" role="region" aria-label={t('ui.toasts')} aria-live="polite">
      {shown.map((item) => (
        <ToastBox key={item.id} toast={item} onUndo={() => undo(item)} />
      ))}
    </div>
  );
}

/** One toast as drawn. */
export function ToastBox({ toast: item, onUndo }: { toast: ToastRequest & { id: number; kind: ToastKind }; onUndo: () => void }): ReactElement {
  const { t } = useTranslation();
  const [Icon, colour] = icons[item.kind];
  const stays = item.kind === 'error';

  useEffect(() => {
    if (stays) {
      return undefined;
    }
    const timer = setTimeout(() => dismiss(item.id), shownFor);
    return () => clearTimeout(timer);
  }, [item.id, stays]);

  return (
    <div className="toast pop" role={stays ? 'alert' : undefined}>
      <Icon className={`i ${colour}`} aria-hidden="true" />
      <span className="grow">
        <span className={item.detail === undefined ? undefined : 'md'}>{item.title}</span>
        {item.detail !== undefined && <span className="toast-detail t2">{item.detail}</span>}
      </span>
      {item.undo !== undefined && (
        <Button look="quiet" size="small" keys="z" onClick={onUndo}>
          {t('ui.undo')}
        </Button>
      )}
      {item.action !== undefined && (
        <Button
          size="small"
          onClick={() => {
            dismiss(item.id);
            item.action?.run();
          }}
        >
          {item.action.label}
        </Button>
      )}
      {stays && <IconButton look="quiet" size="small" icon={X} label={t('ui.dismiss')} onClick={() => dismiss(item.id)} />}
    </div>
  );
}
