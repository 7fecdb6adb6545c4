// A button for what cannot be taken back: it asks once more, in its own place.
import { type ReactNode, useState } from "react";
import { words } from "./room-words.js";

interface SureProps {
  readonly text: string;
  readonly question: string;
  readonly act: () => void;
  readonly className?: string;
  readonly disabled?: boolean;
}

export function Sure({ text, question, act, className, disabled }: SureProps): ReactNode {
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <button type="button" className={className} disabled={disabled} onClick={() => setAsking(true)}>
        {text}
      </button>
    );
  return (
    <span className="sure" role="alert">
      {question}{" "}
      <button
        type="button"
        className="primary"
        // The question has taken the place of what was pressed.
        ref={(button) => button?.focus()}
        onClick={() => {
          setAsking(false);
          act();
        }}
      >
        {text}
      </button>{" "}
      <button type="button" onClick={() => setAsking(false)}>
        {words.offers.cancel}
      </button>
    </span>
  );
}
