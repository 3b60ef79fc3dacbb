import { useEffect, useRef, type ReactElement } from 'react';
import type { DemoLine } from './demo-line';

const bars = 38;
const every = 80;

/** The last three seconds of what the line said, newest at the right. */
export function LiveWave({ line }: { line: DemoLine | null }): ReactElement {
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const elements = [...(box.current?.children ?? [])] as HTMLElement[];
    const draw = (levels: readonly number[]): void =>
      elements.forEach((element, index) => {
        const level = levels[levels.length - bars + index] ?? 0;
        element.style.height = `${Math.round(5 + level * 35)}px`;
        element.dataset.heard = String(level > 0.02);
      });
    if (line === null) {
      draw([]);
      return undefined;
    }
    let levels: number[] = [];
    const timer = setInterval(() => {
      levels = [...levels.slice(1 - bars), line.level()];
      draw(levels);
    }, every);
    return () => clearInterval(timer);
  }, [line]);

  return (
    <div className="device-wave" aria-hidden="true" ref={box}>
      {Array.from({ length: bars }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  );
}
