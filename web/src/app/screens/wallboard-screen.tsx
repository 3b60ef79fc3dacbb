import type { ReactElement } from 'react';
import { WallboardPage } from '../../features/supervision/wallboard/wallboard-page';

/** The supervisor's board; calls under way take their place as its `calls`. */
export function WallboardScreen(): ReactElement {
  return <WallboardPage />;
}
