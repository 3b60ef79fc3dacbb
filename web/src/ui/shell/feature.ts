import type { LucideIcon } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import type { RouteObject } from 'react-router';

/** An entry of the rail. It is shown to those who hold one of `anyOf` (to all when empty). */
export type NavItem = {
  to: string;
  /** Key of its text. */
  label: string;
  /** Key of a shorter text for the bar of a phone. */
  short?: string;
  icon: LucideIcon;
  /** Other pages that stand under this entry. */
  also?: readonly string[];
  anyOf: readonly string[];
  /** Place in the rail: desk 10, requests 20, customers 30, reports 70, settings 90. */
  order: number;
  /** Draws the number at the end; it may fetch. */
  count?: ComponentType;
  /** Start page for those who see it; the lowest order wins. */
  isHome?: boolean;
  /** Key with which the page opens from anywhere. */
  keys?: string;
};

/** What a feature's `routes.tsx` exports as `feature`. The app finds every `features/<name>/routes.tsx` by itself. */
export type Feature = {
  /** Pages inside the shell, for signed-in people. Use `lazy`. */
  routes?: readonly RouteObject[];
  /** Pages without the shell and without sign-in. */
  openRoutes?: readonly RouteObject[];
  nav?: readonly NavItem[];
  /** Wraps the signed-in app: live connections, phones. Keep it small, it loads at once. */
  provider?: ComponentType<{ children: ReactNode }>;
  /** The bar at the top of every page; shown to those who hold one of `anyOf`. */
  phoneBar?: { component: ComponentType; anyOf: readonly string[] };
  /** The list under the navigation: open work. */
  railWork?: { component: ComponentType; anyOf: readonly string[] };
};
