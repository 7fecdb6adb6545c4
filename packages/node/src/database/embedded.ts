// PostgreSQL within this program (PGlite), in a thread of its own, under the same client as any other PostgreSQL: the client is
// given a socket that leads to the thread.
import { Duplex } from "node:stream";
import { Worker } from "node:worker_threads";

export type ToEmbedded = { readonly kind: "ask"; readonly bytes: Uint8Array } | { readonly kind: "close" };

export type FromEmbedded =
  | { readonly kind: "ready" }
  | { readonly kind: "answer"; readonly bytes: Uint8Array; readonly syncs: number }
  | { readonly kind: "broken"; readonly why: string }
  | { readonly kind: "closed" };

export interface Embedded {
  /** A socket for a client of PostgreSQL; for one client at a time. */
  readonly socket: () => Duplex;
  /** How often the disk was asked to keep what was written, so far. */
  readonly syncs: () => number;
  readonly close: () => Promise<void>;
}

/** Begins it in a folder, which is made where it is not there. Nobody else may have it open. @throws with the engine's words */
export async function startEmbedded(folder: string): Promise<Embedded> {
  // The same file for this one as it is written and as it is built: a thread runs no TypeScript.
  const file = new URL("../../dist/database/embedded-worker.js", import.meta.url);
  const worker = new Worker(file, { workerData: { folder }, env: {}, execArgv: [] });
  let syncs = 0;
  let broken: Error | null = null;
  let socket: ThreadSocket | null = null;
  const closed = new Promise<void>((resolve) => {
    worker.on("message", (said: FromEmbedded) => said.kind === "closed" && resolve());
    worker.on("exit", () => resolve());
  });
  const started = new Promise<void>((resolve, reject) => {
    const breakOff = (error: Error): void => {
      broken ??= error;
      reject(broken);
      socket?.destroy(broken);
    };
    worker.on("message", (said: FromEmbedded) => {
      if (said.kind === "ready") resolve();
      if (said.kind === "broken") breakOff(new Error(said.why));
      if (said.kind !== "answer") return;
      ({ syncs } = said);
      socket?.push(Buffer.from(said.bytes));
    });
    worker.on("error", breakOff);
    worker.on("exit", () => breakOff(new Error("The embedded database has ended.")));
  });
  const ask = (bytes: Uint8Array): void => worker.postMessage({ kind: "ask", bytes } satisfies ToEmbedded);
  try {
    await started;
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    socket: () => {
      socket = new ThreadSocket(ask);
      if (broken) socket.destroy(broken);
      return socket;
    },
    syncs: () => syncs,
    close: async () => {
      worker.postMessage({ kind: "close" } satisfies ToEmbedded);
      await closed;
      await worker.terminate();
    },
  };
}

/** "You may come in" and "ready", as PostgreSQL says them (its documentation, 55.7): the thread has no other client. */
const WELCOME = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0, 0x5a, 0, 0, 0, 5, 0x49]);
/** The client says so when it leaves; the database stays. */
const TERMINATE = 0x58;

/** What the client takes for a socket. */
class ThreadSocket extends Duplex {
  private welcomed = false;

  constructor(private readonly ask: (bytes: Uint8Array) => void) {
    super();
  }

  connect(): this {
    process.nextTick(() => this.emit("connect"));
    return this;
  }

  setNoDelay = (): this => this;
  setKeepAlive = (): this => this;
  ref = (): this => this;
  unref = (): this => this;

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    if (this.welcomed && chunk[0] !== TERMINATE) this.ask(new Uint8Array(chunk));
    else this.push(this.welcomed ? null : WELCOME);
    this.welcomed = true;
    done();
  }
}
