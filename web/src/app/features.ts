import { createElement, type ComponentType, type ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import { can, type Me } from '../api/me';
import type { Feature, NavItem } from '../ui/shell/feature';
import { screens } from './screens/screens';

const modules = import.meta.glob<{ feature: Feature }>('../features/*/routes.tsx', { eager: true });

/** Every feature of the product; a folder with a `routes.tsx` is enough to be one. */
export const features: readonly Feature[] = [...Object.values(modules).map((module) => module.feature), screens];

export const shellRoutes: RouteObject[] = features.flatMap((feature) => [...(feature.routes ?? [])]);

export const openRoutes: RouteObject[] = features.flatMap((feature) => [...(feature.openRoutes ?? [])]);

export const providers: readonly ComponentType<{ children: ReactNode }>[] = features.flatMap((feature) => feature.provider ?? []);

export function navOf(me: Me): readonly NavItem[] {
  return features
    .flatMap((feature) => [...(feature.nav ?? [])])
    .filter((item) => can(me, item.anyOf))
    .sort((one, other) => one.order - other.order);
}

/** Whether a page is this person's to open, as far as the navigation knows it: a page without an entry refuses by itself. */
export function mayOpen(me: Me, path: string): boolean {
  const entry = features.flatMap((feature) => [...(feature.nav ?? [])]).find(({ to }) => path === to || path.startsWith(`${to}/`));
  return entry === undefined || can(me, entry.anyOf);
}

/** Where the person starts: the first page marked as a home, else the first of the navigation. */
export function homeOf(me: Me): string {
  const nav = navOf(me);
  return (nav.find((item) => item.isHome === true) ?? nav[0])?.to ?? '/account';
}

type Slot = { component: ComponentType; anyOf: readonly string[] };

function slotOf(me: Me, pick: (feature: Feature) => Slot | undefined): ReactNode {
  const slot = features.map(pick).find((candidate) => candidate !== undefined && can(me, candidate.anyOf));
  return slot === undefined ? undefined : createElement(slot.component);
}

export function phoneBarOf(me: Me): ReactNode {
  return slotOf(me, (feature) => feature.phoneBar);
}

export function railWorkOf(me: Me): ReactNode {
  return slotOf(me, (feature) => feature.railWork);
}
