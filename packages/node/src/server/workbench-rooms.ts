// Rooms that are opened from the workbench: in a folder beside the cases, by a server of their own on this machine.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type CaseFile, type Outcome, refuse, roomWordingIn } from "@parley/core/internal";
import { RoomRefused, seatsOf } from "../rooms/index.js";
import { BusyError, parseFiles } from "../store/index.js";
import type { RoomOpened } from "./contract.js";
import { type ServingRooms, serveRooms } from "./rooms-serve.js";
import { words } from "./server-words.js";

const FOLDER = ".parley-rooms";
/** Where they are looked for first. */
const PORT = 4720;

export interface WorkbenchRooms {
  /** Opens a room on what everybody may see of a case. @returns a link for each seat */
  readonly open: (files: readonly CaseFile[]) => Promise<Outcome<RoomOpened>>;
  readonly close: () => Promise<void>;
}

/** Serves the rooms that are there already; where there are none, when the first is opened. */
export function createWorkbenchRooms(root: string, serve = serveRooms): WorkbenchRooms {
  const folder = join(root, FOLDER);
  let serving: Promise<ServingRooms> | null = null;
  const start = (): Promise<ServingRooms> => {
    serving ??= serve({
      place: { kind: "folder", folder },
      host: "127.0.0.1",
      port: PORT,
      otherPorts: true,
      origin: null,
      tls: null,
    }).catch((error: unknown) => {
      serving = null;
      throw error;
    });
    return serving;
  };
  // Who has them open elsewhere is said when the next is opened.
  void stat(folder)
    .then(start)
    .catch(() => {});
  return {
    open: async (files) => {
      const spoken = roomWordingIn("en");
      const parsed = await parseFiles(files);
      if (!parsed.ok) return refuse(spoken.refusals["bad-case"]);
      const seats = seatsOf(parsed.value, 0, spoken);
      if (seats === null) return refuse(words.fewParties);
      try {
        const { address, rooms, convenor } = await start();
        const { room, title, invitations } = await rooms.open(convenor ?? "", files, seats);
        return {
          ok: true,
          value: {
            title,
            seats: invitations.map(({ name, invite }) => ({ name, link: `${address}r/${room}#${invite}` })),
          },
        };
      } catch (error) {
        if (error instanceof RoomRefused) return refuse(spoken.refusals[error.why], ...error.details);
        if (error instanceof BusyError) return refuse(error.message);
        throw error;
      }
    },
    close: async () => {
      const open = await serving?.catch(() => null);
      await open?.close();
    },
  };
}
