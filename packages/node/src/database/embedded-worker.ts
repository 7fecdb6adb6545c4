// The thread in which the embedded PostgreSQL runs: it stands still for as long as a query takes, and the server does not.
import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { DurableFolder, durableStart } from "./durable-folder.js";
import type { FromEmbedded, ToEmbedded } from "./embedded.js";

let syncs = 0;
const tell = (message: FromEmbedded): void => parentPort?.postMessage(message);

async function begin(folder: string): Promise<void> {
  const database = new PGlite({
    fs: new DurableFolder(folder, () => {
      syncs += 1;
    }),
    startParams: durableStart(),
  });
  await database.waitReady;
  // One message after the other: PostgreSQL answers them in order.
  let last: Promise<void> = Promise.resolve();
  parentPort?.on("message", (asked: ToEmbedded) => {
    last = last.then(() => answer(database, asked));
  });
  tell({ kind: "ready" });
}

async function answer(database: PGlite, asked: ToEmbedded): Promise<void> {
  if (asked.kind === "close") {
    await database.close().catch(() => {});
    tell({ kind: "closed" });
    return;
  }
  try {
    const bytes = await database.execProtocolRaw(asked.bytes);
    // A copy: the library writes the next answer into the same memory.
    tell({ kind: "answer", bytes: bytes.slice(), syncs });
  } catch (error) {
    tell({ kind: "broken", why: error instanceof Error ? error.message : String(error) });
  }
}

begin((workerData as { folder: string }).folder).catch((error: unknown) =>
  tell({ kind: "broken", why: error instanceof Error ? error.message : String(error) }),
);
