// The page's connection to the web worker that runs the analyses, and a hook that always asks it the latest question.
import { type Remote, wrap } from "comlink";
import { startTransition, useEffect, useRef, useState } from "react";
import type { Analyses } from "./analyses.js";

/** Core, at work beside the page. */
export const work: Remote<Analyses> = wrap<Analyses>(
  new Worker(new URL("./worker.js", import.meta.url), { type: "module", name: "core" }),
);

/**
 * The answer to the latest question, while the hand moves: what is asked while another is being answered waits, and of
 * those that wait only the last is asked.
 * @param key tells one question from another
 * @returns the last answer, and whether a newer one is on its way
 */
export function useLatest<Q, A>(
  key: string,
  question: Q | null,
  ask: (question: Q) => Promise<A>,
): { value: A | null; busy: boolean } {
  const [value, setValue] = useState<A | null>(null);
  const [busy, setBusy] = useState(false);
  const waiting = useRef<Q | null>(null);
  const running = useRef(false);
  const asking = useRef(ask);
  asking.current = ask;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what a question says
  useEffect(() => {
    waiting.current = question;
    if (running.current || question === null) return;
    running.current = true;
    setBusy(true);
    void (async () => {
      while (waiting.current !== null) {
        const next = waiting.current;
        waiting.current = null;
        const answer = await asking.current(next).catch(() => null);
        // Drawn in slices, so that the hand is never waited for.
        if (answer !== null) startTransition(() => setValue(() => answer));
      }
      running.current = false;
      setBusy(false);
    })();
  }, [key]);
  return { value, busy };
}
