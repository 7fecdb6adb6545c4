// Asks a person questions on a real terminal, with a list of answers to choose from.
import type { Readable, Writable } from "node:stream";
import { isCancel, log, select } from "@clack/prompts";
import type { CommandWording } from "@parley/core/internal";
import type { Prompter } from "./terminal.js";

/** Questions on a real terminal. */
export function promptOn(input: Readable, output: Writable, words: CommandWording): Prompter {
  const streams = { input, output };
  const { asking } = words.commands.shared;
  return {
    say: (text) => log.message(text, { output }),
    warn: (text) => log.warn(text, { output }),
    ask: async (message, choices, { back, kept }) => {
      const ended = new AbortController();
      const end = () => ended.abort();
      // Where the input ends, the list of answers would wait for ever.
      const pressed = (_: unknown, key?: { readonly ctrl?: boolean; readonly name?: string }) => {
        if (key?.ctrl && key.name === "d") end();
      };
      input.once("end", end).once("close", end).on("keypress", pressed);
      const answer = await select({
        ...streams,
        signal: ended.signal,
        message,
        maxItems: 20,
        options: [
          ...choices.map(({ id, text }) => ({ value: id, label: text })),
          ...(back ? [{ value: "back", label: asking.back }] : []),
          { value: "stop", label: kept ? asking.stop : asking.stopUnkept },
        ],
      }).finally(() => input.off("end", end).off("close", end).off("keypress", pressed));
      return isCancel(answer) || answer === "stop" ? null : answer;
    },
  };
}
