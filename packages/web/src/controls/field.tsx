// A field of one line that is written when it is left or Enter is pressed, and put back with Escape.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useUnkept } from "../unkept.js";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** False, sooner or later, where it is refused: what was there is shown again. Null where it could not be written: it stays. */
  readonly onCommit: (value: string) => boolean | undefined | Promise<boolean | null>;
  readonly id?: string;
  readonly className?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly "data-pending"?: boolean;
}

export function Field({
  label,
  value,
  onCommit,
  id,
  className,
  placeholder,
  maxLength = 2000,
  ...rest
}: FieldProps): ReactNode {
  const [text, setText] = useState(value);
  const written = useRef(value);
  const latest = useRef(value);
  latest.current = text;
  const input = useRef<HTMLInputElement>(null);
  const [typing, setTyping] = useState(false);
  useUnkept(typing && text.trim() !== written.current.trim());
  useEffect(() => {
    // What is being typed stays, whatever is written meanwhile.
    const untouched = latest.current === written.current;
    written.current = value;
    if (untouched || document.activeElement !== input.current) setText(value);
  }, [value]);
  const commit = () => {
    const now = text.trim();
    if (now === written.current.trim()) return;
    written.current = now;
    void Promise.resolve(onCommit(now)).then((taken) => {
      if (taken === true || taken === undefined) return;
      written.current = value;
      // What was typed since stays.
      if (taken === false && latest.current.trim() === now) setText(value);
    });
  };
  return (
    <input
      {...rest}
      ref={input}
      id={id}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      value={text}
      dir="auto"
      onChange={({ target }) => setText(target.value)}
      onFocus={() => setTyping(true)}
      onBlur={() => {
        setTyping(false);
        commit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key !== "Escape") return;
        written.current = value;
        setText(value);
      }}
    />
  );
}
