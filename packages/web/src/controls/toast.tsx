// The short message that appears at the foot of the page for a few seconds, and how any code shows one.
import { type ReactNode, useEffect, useState } from "react";

/** What can be done about what is said, such as taking it back. */
export interface ToastAction {
  readonly text: string;
  readonly act: () => void;
}

interface Saying {
  readonly id: number;
  readonly text: string;
  readonly action: ToastAction | null;
}

let hear: ((text: string, action: ToastAction | null) => void) | null = null;

/** A sentence at the foot of the page, read aloud where pages are read aloud. */
export const say = (text: string, action: ToastAction | null = null): void => hear?.(text, action);

const SHOWN_MS = 7000;

export function Toast(): ReactNode {
  const [saying, setSaying] = useState<Saying | null>(null);
  useEffect(() => {
    hear = (text, action) => setSaying((last) => ({ id: (last?.id ?? 0) + 1, text, action }));
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
    <div className="toast" data-react-aria-top-layer="true">
      <output aria-live="polite">
        {saying && (
          <span>
            {saying.text}
            {saying.action && (
              <button
                type="button"
                onClick={() => {
                  saying.action?.act();
                  setSaying(null);
                }}
              >
                {saying.action.text}
              </button>
            )}
          </span>
        )}
      </output>
    </div>
  );
}
