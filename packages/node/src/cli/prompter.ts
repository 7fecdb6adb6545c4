// Asks a person questions on a real terminal, with a list of answers to choose from.
import type { Readable, Writable } from "node:stream";
import { isCancel, log, select } from "@clack/prompts";
import type { CommandWording } from "@parley/core";
import type { Prompter } from "./terminal.js";

/** Questions on a real terminal. */
export function promptOn(input: Readable, output: Writable, words: CommandWording): Prompter {
  const streams = { input, output };
  const { asking } = words.commands.shared;
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
          ...(mayGoBack ? [{ value: "back", label: asking.back }] : []),
          { value: "stop", label: asking.stop },
        ],
      });
      return isCancel(answer) || answer === "stop" ? null : answer;
    },
  };
}
