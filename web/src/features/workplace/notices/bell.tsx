import { Bell as BellIcon } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { useShortcuts } from '../../../ui/keys/shortcuts';
import { Popover } from '../../../ui/overlays/popover';
import { useOfferToPalette } from '../../../ui/shell/palette-items';
import { NoticePanel } from './notice-panel';
import { useTitleCount } from './title-count';
import { useReadNotices, useUnread } from './use-notices';
import './notices.css';

/** The bell of the frame: how many notices wait, and `B` to see them. */
export function Bell(): ReactElement {
  const { t } = useTranslation();
  const unread = useUnread();
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useTitleCount(unread);
  useReadWhatIsOpened(unread > 0);

  const toggle = useMemo(() => () => setIsOpen((open) => !open), []);
  useShortcuts([{ key: 'b', label: t('notices.title'), group: t('ui.keys_everywhere'), run: toggle }]);
  useOfferToPalette(useMemo(() => [{ key: 'notices', group: t('app.palette_acts'), label: t('notices.open'), icon: BellIcon, keys: 'b', run: toggle }], [t, toggle]));

  return (
    <>
      <BellButton unread={unread} isOpen={isOpen} anchor={anchor} onClick={toggle} />
      {isOpen && (
        <Popover anchor={anchor} onClose={() => setIsOpen(false)} label={t('notices.title')} className="notices-pop">
          <NoticePanel
            onClose={() => {
              setIsOpen(false);
              anchor.current?.focus();
            }}
          />
        </Popover>
      )}
    </>
  );
}

function BellButton({ unread, isOpen, anchor, onClick }: { unread: number; isOpen: boolean; anchor: RefObject<HTMLButtonElement | null>; onClick: () => void }): ReactElement {
  const { t } = useTranslation();
  const label = t('notices.bell', { count: unread });
  // A new notice is said once to those who cannot see the bell.
  const [said, setSaid] = useState('');
  const before = useRef(unread);
  useEffect(() => {
    if (unread > before.current) {
      setSaid(label);
    }
    before.current = unread;
  }, [unread, label]);
  return (
    <>
      <button ref={anchor} type="button" className="btn g sq bell" aria-label={label} aria-haspopup="dialog" aria-expanded={isOpen} aria-keyshortcuts="B" title={`${label} (B)`} onClick={onClick}>
        <BellIcon className="i" aria-hidden="true" />
        {unread > 0 && (
          <span className="bell-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </button>
      <span className="sr" role="status">
        {said}
      </span>
    </>
  );
}

/** Who opens a record has seen what its notices say. */
function useReadWhatIsOpened(hasUnread: boolean): void {
  const { pathname } = useLocation();
  const { mutate } = useReadNotices();
  const waits = useRef(hasUnread);
  useEffect(() => {
    waits.current = hasUnread;
  });
  useEffect(() => {
    if (waits.current && pathname.split('/').length > 2) {
      mutate({ path: pathname });
    }
  }, [pathname, mutate]);
}
