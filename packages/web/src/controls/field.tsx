// A field of one line that is written when it is left or Enter is pressed, and put back with Escape.
import { type ReactNode, useEffect, useRef, useState } from "react";

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onCommit: (value: string) => void;
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
    onCommit(now);
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
