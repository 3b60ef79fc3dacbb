import type { ReactElement } from 'react';

/** The sign of the product; the name stands beside it. */
export function Logo({ size = 24 }: { size?: number }): ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" className="logo">
      <rect width="24" height="24" rx="6" fill="var(--accent)" />
      <g transform="translate(4.4 4.4) scale(.633)" fill="none" stroke="var(--on-accent)" strokeWidth="2.4" strokeLinecap="round">
        <path d="M2 10v3M6 6v11M10 3v18M14 8v7M18 5v13M22 10v3" />
      </g>
    </svg>
  );
}
