// A folder in which what was committed survives a loss of power. PGlite as it ships asks for no syncs (it starts PostgreSQL with
// -F), and its file system does not pass them on; a loss of power then takes everything since the start. A test counts the syncs.
import { fsyncSync } from "node:fs";
import { PGlite } from "@electric-sql/pglite";
import { NodeFS } from "@electric-sql/pglite/nodefs";

/** The part of the library's own file system that passes writes on to Node. It has no public name. */
interface Emscripten {
  readonly NODEFS: {
    readonly stream_ops: { fsync?: (stream: { readonly nfd: number }) => number };
  };
}

/** A file system whose syncs reach the disk. @param counted hears of each */
export class DurableFolder extends NodeFS {
  constructor(
    folder: string,
    private readonly counted: () => void,
  ) {
    super(folder);
  }

  override async init(...given: Parameters<NodeFS["init"]>): ReturnType<NodeFS["init"]> {
    const { emscriptenOpts } = await super.init(...given);
    const { counted } = this;
    const addSync = (module: unknown): void => {
      (module as Emscripten).NODEFS.stream_ops.fsync = ({ nfd }) => {
        fsyncSync(nfd);
        counted();
        return 0;
      };
    };
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), addSync] } };
  }
}

/** How PostgreSQL is started in it: as the library does, but with syncs. */
export const durableStart = (): string[] => [
  ...(PGlite as unknown as { defaultStartParams: string[] }).defaultStartParams.filter((one) => one !== "-F"),
  "-c",
  "fsync=on",
  "-c",
  "wal_sync_method=fsync",
];
