import { FileText, Globe, Mail, MessageSquare, Phone, Users, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const icons: Record<string, [LucideIcon, string]> = {
  phone: [Phone, 'c-call'],
  email: [Mail, 'c-mail'],
  sms: [MessageSquare, 'c-mail'],
  web: [Globe, 'c-web'],
  letter: [FileText, 'c-note'],
  visit: [Users, 'c-visit'],
};

export function channelIcon(channel: string): [LucideIcon, string] {
  return icons[channel] ?? [FileText, 'c-note'];
}

/** On which way the matter came. */
export function ChannelIcon({ channel }: { channel: string }): ReactElement {
  const { t } = useTranslation();
  const [Icon, colour] = channelIcon(channel);
  const label = t(`requests.channel.${channel}`, { defaultValue: channel });
  return <Icon className={`i ${colour}`} role="img" aria-label={label} />;
}
