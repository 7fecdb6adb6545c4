// A day, typed as people write it; what could be two days is asked, and what is none stays to be put right.
import { useWords } from "@parley/charts";
import { readWrittenDay } from "@parley/core/internal";
import { type ReactNode, useEffect, useState } from "react";

interface DayFieldProps {
  readonly value: string;
  /** A day, or where `whole` is false a month or a year, as the files have it; empty: none. */
  readonly onDay: (day: string) => void;
  readonly label?: string;
  readonly id?: string;
  /** Whether it must be a day and no month or year. */
  readonly whole?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
}

export function DayField({
  value,
  onDay,
  label,
  id,
  whole = true,
  disabled = false,
  required = false,
  autoFocus = false,
}: DayFieldProps): ReactNode {
  const words = useWords().editing.day;
  const [text, setText] = useState(value);
  const [either, setEither] = useState<readonly string[]>([]);
  const [wrong, setWrong] = useState(false);
  useEffect(() => {
    setText(value);
    setWrong(false);
    setEither([]);
  }, [value]);
  const take = (day: string) => {
    setText(day);
    setEither([]);
    setWrong(false);
    if (day !== value) onDay(day);
  };
  const commit = () => {
    if (text.trim() === "") return take("");
    const found = readWrittenDay(text);
    setEither(found.kind === "ambiguous" ? found.either : []);
    if (found.kind === "day" && (!whole || found.date.length === 10)) take(found.date);
    else setWrong(found.kind !== "ambiguous");
  };
  return (
    <span className="day-field">
      <input
        id={id}
        aria-label={label}
        aria-invalid={wrong || either.length > 0}
        value={text}
        disabled={disabled}
        required={required}
        // biome-ignore lint/a11y/noAutofocus: only where a person has just opened a form, and this is what it lacks
        autoFocus={autoFocus}
        size={11}
        maxLength={40}
        placeholder={words.placeholder}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit();
          if (event.key === "Escape") take(value);
        }}
      />
      {wrong && (
        <span className="note" role="alert">
          {whole ? words.how : words.howOrLess}
        </span>
      )}
      {either.length > 0 && (
        <span role="alert">
          {words.which}{" "}
          {either.map((day) => (
            <button key={day} type="button" onClick={() => take(day)}>
              {day}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
