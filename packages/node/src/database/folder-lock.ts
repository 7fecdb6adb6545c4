// One program at a time has an embedded database open: two would lose each other's rows without an error.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { locked } from "../store/index.js";

export interface HeldFolder {
  /** Where the database itself stands. */
  readonly dataFolder: string;
  readonly release: () => Promise<void>;
}

/** Takes the lock of a folder until it is released. @throws `BusyError` that names who has it */
export async function holdFolder(folder: string): Promise<HeldFolder> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let letGo = (): void => {};
  let over: Promise<void> = Promise.resolve();
  await new Promise<void>((taken, refused) => {
    over = locked(
      folder,
      () =>
        new Promise<void>((resolve) => {
          letGo = resolve;
          taken();
        }),
      {
        who: "a server of rooms",
        patience: 0,
        untilGone: true,
        busy: (holder, path) =>
          holder
            ? `The rooms in this folder are open in ${holder.who}, process ${holder.pid} on ${holder.host}, since ${holder.since}. Two programs would lose entries. Use that one, or stop it first.`
            : `Another program has the rooms in this folder open and does not say who it is. If nothing else has, remove ${path}.`,
      },
    );
    over.catch(refused);
  });
  return {
    dataFolder: join(folder, "database"),
    release: async () => {
      letGo();
      await over;
    },
  };
}
