import { styleText } from "node:util";

/** Asks a person on a terminal. */
export interface Prompter {
  readonly say: (text: string) => void;
  readonly warn: (text: string) => void;
  /** The chosen id, `back`, or null where the person stops. */
  readonly ask: (
    text: string,
    choices: readonly { readonly id: string; readonly text: string }[],
    mayGoBack: boolean,
  ) => Promise<string | null>;
}

/** Where a command writes, and how: passed in, so that tests need no process. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colour: boolean;
  /** Whether a progress bar may be drawn on stderr. */
  readonly live: boolean;
  readonly signal: AbortSignal;
  /** Null where nobody can be asked. */
  readonly prompter: Prompter | null;
}

type Format = Parameters<typeof styleText>[0];

/** Text in a style where colour is wanted. Colour only adds: nothing is said by it alone. */
export function paint(terminal: Pick<Terminal, "colour">, format: Format, text: string): string {
  return terminal.colour ? styleText(format, text, { validateStream: false } as never) : text;
}

const WIDTH = 30;

/** A bar on stderr that appears after a second and leaves nothing behind. */
export function progressBar(terminal: Terminal): {
  readonly show: (share: number) => void;
  readonly clear: () => void;
} {
  const begun = Date.now();
  let shown = false;
  return {
    show: (share) => {
      if (!terminal.live || Date.now() - begun < 1000) return;
      const full = Math.round(WIDTH * Math.min(1, share));
      terminal.err(`\r${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${String(Math.round(100 * share)).padStart(3)} %`);
      shown = true;
    },
    clear: () => {
      if (shown) terminal.err(`\r${" ".repeat(WIDTH + 8)}\r`);
    },
  };
}
