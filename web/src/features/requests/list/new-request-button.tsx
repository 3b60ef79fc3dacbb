import { ChevronDown, Plus } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/actions/button';
import { IconButton } from '../../../ui/actions/icon-button';
import { MenuButton } from '../../../ui/overlays/menu';
import { useNewRequestAct } from '../../../ui/shell/new-act';
import { channelIcon, writtenChannels } from '../channel-icon';

/** `N`, and beside it the ways a matter comes on that the telephone does not bring (M-02). */
export function NewRequestButton(): ReactElement | null {
  const { t } = useTranslation();
  const start = useNewRequestAct();
  if (start === null) {
    return null;
  }
  const entries = writtenChannels.map((channel) => ({ label: t(`requests.channel.${channel}`), icon: channelIcon(channel)[0], run: () => start(channel) }));
  return (
    <span className="row g4 list-new">
      <Button look="primary" icon={Plus} keys="n" onClick={() => start()}>
        {t('requests.new')}
      </Button>
      <MenuButton label={t('requests.new_from')} align="end" entries={entries}>
        {(props) => <IconButton {...props} icon={ChevronDown} label={t('requests.new_from')} />}
      </MenuButton>
    </span>
  );
}
