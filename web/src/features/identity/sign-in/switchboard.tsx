import type { ReactElement } from 'react';

const columns = [70, 158, 246, 334, 422, 510, 598, 686];
const rows = [92, 180, 268, 356, 444, 532, 620, 708];
const cords = [
  { colour: 'var(--call)', from: [158, 180], to: [510, 356], path: 'M158 180C221.36 330 411.44 506 510 356' },
  { colour: 'var(--mail)', from: [246, 444], to: [598, 620], path: 'M246 444C309.36 564 499.44 740 598 620' },
  { colour: 'var(--web)', from: [70, 444], to: [246, 620], path: 'M70 444C101.68 554 196.72 730 246 620' },
  { colour: 'var(--visit)', from: [422, 92], to: [686, 268], path: 'M422 92C469.52 222 612.08 398 686 268' },
] as const;

/** A telephone switchboard with four calls plugged in: where the product's name comes from. */
export function Switchboard(): ReactElement {
  return (
    <svg className="switchboard" viewBox="0 0 756 800" preserveAspectRatio="xMidYMid slice">
      {rows.flatMap((y) =>
        columns.map((x) => (
          <g key={`${x}-${y}`}>
            <circle className="j" cx={x} cy={y} r="17" />
            <circle className="k" cx={x} cy={y} r="7" />
          </g>
        )),
      )}
      {cords.map((cord) => (
        <g key={cord.colour}>
          <path className="shade" d={cord.path} />
          <path className="cord" d={cord.path} stroke={cord.colour} />
          {[cord.from, cord.to].map(([x, y]) => (
            <g key={x}>
              <circle className="l" cx={x + 25} cy={y - 25} r="4" />
              <circle cx={x} cy={y} r="12" fill={cord.colour} />
              <circle cx={x} cy={y} r="4.5" fill="var(--panel)" />
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}
