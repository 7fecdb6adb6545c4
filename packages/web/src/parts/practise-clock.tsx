// How long one has sat at the table of a rehearsal, with a pause.
import { useWords } from "@parley/charts";
import { type ReactNode, useEffect, useState } from "react";

interface PractiseClockProps {
  readonly paused: boolean;
  readonly onPaused: (paused: boolean) => void;
}

export function PractiseClock({ paused, onPaused }: PractiseClockProps): ReactNode {
  const words = useWords().pages.practise;
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (paused) return;
    const timer = setInterval(() => setSeconds((passed) => passed + 1), 1000);
    return () => clearInterval(timer);
  }, [paused]);
  const time = `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}`;
  return (
    <>
      <span className="note">{words.clock(time)}</span>
      <button type="button" className="quiet" onClick={() => onPaused(!paused)}>
        {paused ? words.goOn : words.pause}
      </button>
    </>
  );
}
