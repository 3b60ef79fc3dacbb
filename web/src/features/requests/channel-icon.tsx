import { FileText, Globe, Printer, Mail, MessageSquare, Phone, Users, Voicemail, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

const icons: Record<string, [LucideIcon, string]> = {
  phone: [Phone, 'c-call'],
  voicemail: [Voicemail, 'c-call'],
  email: [Mail, 'c-mail'],
  sms: [MessageSquare, 'c-mail'],
  web: [Globe, 'c-web'],
  fax: [Printer, 'c-mail'],
  letter: [FileText, 'c-note'],
  visit: [Users, 'c-visit'],
};

/** Ways on which a matter comes that the telephone does not bring: whoever writes it down says which (M-02). */
export const writtenChannels = ['email', 'fax', 'letter', 'visit', 'sms', 'web'] as const;

export function channelIcon(channel: string): [LucideIcon, string] {
  return icons[channel] ?? [FileText, 'c-note'];
}

/** On which way the matter came. */
export function ChannelIcon({ channel }: { channel: string }): ReactElement {
  const { t } = useTranslation();
  const [Icon, colour] = channelIcon(channel);
  const label = t(`requests.channel.${channel}`, { defaultValue: channel });
  return (
    <span className="row" title={label}>
      <Icon className={`i ${colour}`} role="img" aria-label={label} />
    </span>
  );
}
