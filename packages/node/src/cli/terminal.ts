// What a command knows of the terminal it runs in, and the safeguards that keep text from files from controlling it.
import { randomUUID } from "node:crypto";
import { styleText } from "node:util";
import { type CommandWording, shown } from "@parley/core/internal";
import type { Pool } from "../jobs/index.js";

/** What a person may do instead of answering. */
export interface WaysOut {
  readonly back: boolean;
  /** Whether all answers so far are kept when they stop. */
  readonly kept: boolean;
}

/** Asks a person on a terminal. */
export interface Prompter {
  readonly say: (text: string) => void;
  readonly warn: (text: string) => void;
  /** The chosen id, `back`, or null where the person stops. */
  readonly ask: (
    text: string,
    choices: readonly { readonly id: string; readonly text: string }[],
    ways: WaysOut,
  ) => Promise<string | null>;
}

/** What a command has of its surroundings: passed in, so that tests need no process. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  /** Whether a progress bar may be drawn on stderr. */
  readonly live: boolean;
  readonly signal: AbortSignal;
  /** The language in which everything is said. */
  readonly words: CommandWording;
  /** Null where nobody can be asked. */
  readonly prompter: Prompter | null;
  /** Threads for analyses that are there already; new ones for each unless given. */
  readonly pool?: Pool;
}

type Format = Parameters<typeof styleText>[0];

/** Text in a style where colour is wanted. Colour only adds: nothing is said by it alone. */
export function paint(terminal: Pick<Terminal, "colour">, format: Format, text: string): string {
  return terminal.colour ? ours(styleText(format, shown(text), { validateStream: false } as never)) : text;
}

/** Stands before a control character of our own until it is written: what comes from a file cannot hold it. */
const OURS = randomUUID();

const ours = (text: string): string => text.replaceAll("\u001b", `${OURS}e`).replaceAll("\r", `${OURS}r`);

/** As it may be written: what could drive the terminal is written out (`\u001b`), but for what `paint` and the bar put in. */
const written = (text: string): string =>
  text
    .split("\r\n")
    .map((part) => shown(part, "\n\t"))
    .join("\r\n")
    .replaceAll(`${OURS}e`, "\u001b")
    .replaceAll(`${OURS}r`, "\r");

/** The same terminal, which nothing of a file reaches raw. */
export function guarded(terminal: Terminal): Terminal {
  const { prompter } = terminal;
  return {
    ...terminal,
    out: (text) => terminal.out(written(text)),
    err: (text) => terminal.err(written(text)),
    prompter: prompter && {
      say: (text) => prompter.say(written(text)),
      warn: (text) => prompter.warn(written(text)),
      ask: (text, choices, ways) =>
        prompter.ask(
          written(text),
          choices.map((choice) => ({ ...choice, text: written(choice.text) })),
          ways,
        ),
    },
  };
}

const WIDTH = 30;

/** A bar on stderr that appears after a second and leaves nothing behind. */
export function progressBar(terminal: Terminal): {
  readonly show: (share: number) => void;
  readonly clear: () => void;
} {
  const begun = Date.now();
  let drawn = false;
  return {
    show: (share) => {
      if (!terminal.live || Date.now() - begun < 1000) return;
      const full = Math.round(WIDTH * Math.min(1, share));
      terminal.err(
        ours(`\r${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${String(Math.round(100 * share)).padStart(3)} %`),
      );
      drawn = true;
    },
    clear: () => {
      if (drawn) terminal.err(ours(`\r${" ".repeat(WIDTH + 8)}\r`));
    },
  };
}

/** Waits until the person stops the command. */
export const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
