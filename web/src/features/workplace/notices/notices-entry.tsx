import { Bell } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Dot } from '../../../ui/marks/dot';
import type { MenuEntry } from '../../../ui/overlays/menu';
import { useUnread } from './use-notices';
import './notices.css';

/** The way to the notices where there is no rail: an entry of "more", and a point on it while one waits. */
export function useNoticesEntry(): { entry: MenuEntry; mark: ReactNode } {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const unread = useUnread();
  const label = t('notices.bell', { count: unread });
  return {
    entry: { label: unread > 0 ? label : t('notices.title'), icon: Bell, run: () => void navigate('/notices') },
    mark: unread > 0 && (
      <span className="tab-mark">
        <Dot label={label} />
      </span>
    ),
  };
}
