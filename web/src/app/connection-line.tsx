import { CloudOff, RefreshCw } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../api/use-live';

const patience = 2000;

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Says that news does not arrive, after two seconds; short losses are mended unseen. */
export function ConnectionLine(): ReactElement | null {
  const { t } = useTranslation();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  const live = useLiveState();
  const isLost = !isOnline || live === 'lost';
  const [isShown, setIsShown] = useState(false);

  useEffect(() => {
    const timer = setTimeout(() => setIsShown(isLost), isLost ? patience : 0);
    return () => clearTimeout(timer);
  }, [isLost]);

  return (
    <div role="status">
      {isShown && isLost && (
        <div className="status-line">
          {isOnline ? <RefreshCw className="i s" aria-hidden="true" /> : <CloudOff className="i s" aria-hidden="true" />}
          {isOnline ? t('app.reconnecting') : t('app.offline')}
        </div>
      )}
    </div>
  );
}
