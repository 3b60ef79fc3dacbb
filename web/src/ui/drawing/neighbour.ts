import type { Placed } from './drawing';

export type Side = 'left' | 'right' | 'up' | 'down';

/** The box one meets first in a direction from here. */
export function neighbourOf(places: readonly Placed[], code: string | undefined, side: Side): string | undefined {
  const at = places.find((place) => place.code === code);
  if (at === undefined) {
    return places[0]?.code;
  }
  const away = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }[side] as [number, number];
  let best: { code: string; distance: number } | undefined;
  for (const place of places) {
    const [dx, dy] = [place.x - at.x, place.y - at.y];
    const ahead = dx * away[0] + dy * away[1];
    const aside = Math.abs(dx * away[1]) + Math.abs(dy * away[0]);
    if (ahead > 8 && (best === undefined || ahead + aside * 2 < best.distance)) {
      best = { code: place.code, distance: ahead + aside * 2 };
    }
  }
  return best?.code;
}
