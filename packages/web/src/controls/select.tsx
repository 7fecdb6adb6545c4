// A choice of one of a few. Keys that are typed choose letter by letter, so it is written once they rest, or the field is left.
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
  readonly id?: string;
  /** Whether what is shown says that nothing is chosen. */
  readonly unsaid?: boolean;
  readonly disabled?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
}

/** So long keys rest before a choice is written. */
const REST_MS = 400;

export function Select({ label, value, onChoose, children, id, unsaid, disabled, onKeyDown }: SelectProps): ReactNode {
  const [shown, setShown] = useState(value);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef({ shown, onChoose, value });
  latest.current = { shown, onChoose, value };
  useEffect(() => setShown(value), [value]);
  const write = () => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current);
    waiting.current = null;
    const { shown: chosen, onChoose: choose, value: written } = latest.current;
    if (chosen !== written) choose(chosen);
  };
  return (
    <select
      id={id}
      aria-label={label}
      className={unsaid && shown === value ? "unsaid" : undefined}
      value={shown}
      disabled={disabled}
      onChange={({ target }) => {
        setShown(target.value);
        if (waiting.current !== null) clearTimeout(waiting.current);
        waiting.current = setTimeout(write, REST_MS);
      }}
      onBlur={write}
      onKeyDown={onKeyDown}
    >
      {children}
    </select>
  );
}
