import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/me';
import type { RailLink } from '../ui/shell/rail';
import { navOf } from './features';

/** The navigation of this person, in words. */
export function useNavLinks(me: Me): readonly RailLink[] {
  const { t } = useTranslation();
  return useMemo(
    () =>
      navOf(me).map(({ count: Count, ...item }) => ({
        to: item.to,
        label: t(item.label),
        ...(item.short === undefined ? {} : { short: t(item.short) }),
        icon: item.icon,
        ...(item.also === undefined ? {} : { also: item.also }),
        ...(Count === undefined ? {} : { count: <Count /> }),
      })),
    [me, t],
  );
}
