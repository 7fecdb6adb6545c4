// The short message that appears at the foot of the page for a few seconds, and how any code shows one.
import { type ReactNode, useEffect, useState } from "react";

interface Saying {
  readonly id: number;
  readonly text: string;
}

let hear: ((text: string) => void) | null = null;

/** A sentence at the foot of the page, read aloud where pages are read aloud. */
export const say = (text: string): void => hear?.(text);

const SHOWN_MS = 7000;

export function Toast(): ReactNode {
  const [saying, setSaying] = useState<Saying | null>(null);
  useEffect(() => {
    hear = (text) => setSaying((last) => ({ id: (last?.id ?? 0) + 1, text }));
    return () => {
      hear = null;
    };
  }, []);
  useEffect(() => {
    if (!saying) return;
    const timer = setTimeout(() => setSaying(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [saying]);
  return (
    <output className="toast" aria-live="polite">
      {saying && <span>{saying.text}</span>}
    </output>
  );
}
