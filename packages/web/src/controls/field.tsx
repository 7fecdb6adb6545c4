// A field of one line that is written when it is left or Enter is pressed, and put back with Escape.
import { type ReactNode, useEffect, useRef, useState } from "react";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  /** False, sooner or later, where it is not taken: what was there is shown again. */
  readonly onCommit: (value: string) => boolean | undefined | Promise<boolean>;
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
  useEffect(() => {
    written.current = value;
    setText(value);
  }, [value]);
  const commit = () => {
    const now = text.trim();
    if (now === written.current.trim()) return;
    written.current = now;
    void Promise.resolve(onCommit(now)).then((taken) => {
      if (taken !== false) return;
      written.current = value;
      setText(value);
    });
  };
  return (
    <input
      {...rest}
      id={id}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      maxLength={maxLength}
      value={text}
      dir="auto"
      onChange={({ target }) => setText(target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter") commit();
        if (event.key !== "Escape") return;
        written.current = value;
        setText(value);
      }}
    />
  );
}
