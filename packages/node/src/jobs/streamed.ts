// What cannot be copied to a worker goes to it as a stream, which it draws from as it needs.
import { ReadableStream } from "node:stream/web";
import type { Observations } from "../store/index.js";

export interface Streamed<T> {
  readonly options: T;
  readonly streams: readonly ReadableStream<Uint8Array>[];
  /** Closes what was opened and not read to its end, as when the worker was stopped. A drive that hangs is not waited for. */
  readonly close: () => void;
}

/** Options as a worker can be handed them. Of observations nothing is opened before the worker draws. */
export function streamed<T extends object>(options: T): Streamed<T> {
  const found = Object.entries(options).flatMap(([name, value]) => (isObservations(value) ? [{ name, value }] : []));
  const opened = found.map(({ name, value }) => {
    const drawn = value.bytes[Symbol.asyncIterator]();
    return { name, value, drawn, stream: ReadableStream.from({ [Symbol.asyncIterator]: () => drawn }) };
  });
  return {
    options: {
      ...options,
      ...Object.fromEntries(opened.map(({ name, value, stream }) => [name, { ...value, bytes: stream }])),
    },
    streams: opened.map(({ stream }) => stream),
    close: () => {
      for (const { drawn } of opened) drawn.return?.().catch(() => {});
    },
  };
}

/** No JSON can be taken for them: what is iterated has a symbol for its key. */
const isObservations = (value: unknown): value is Observations =>
  typeof value === "object" &&
  value !== null &&
  "bytes" in value &&
  typeof value.bytes === "object" &&
  value.bytes !== null &&
  Symbol.asyncIterator in value.bytes;
