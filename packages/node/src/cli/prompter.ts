import type { Readable, Writable } from "node:stream";
import { isCancel, log, select } from "@clack/prompts";
import type { Prompter } from "./terminal.js";

/** Questions on a real terminal. */
export function promptOn(input: Readable, output: Writable): Prompter {
  const streams = { input, output };
  return {
    say: (text) => log.message(text, { output }),
    warn: (text) => log.warn(text, { output }),
    ask: async (message, choices, mayGoBack) => {
      const answer = await select({
        ...streams,
        message,
        maxItems: 20,
        options: [
          ...choices.map(({ id, text }) => ({ value: id, label: text })),
          ...(mayGoBack ? [{ value: "back", label: "← Go back one question" }] : []),
          { value: "stop", label: "Stop for now; everything is kept" },
        ],
      });
      return isCancel(answer) || answer === "stop" ? null : answer;
    },
  };
}
