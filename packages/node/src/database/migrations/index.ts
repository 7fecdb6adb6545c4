// Every change to the tables, in order. One that was released is never changed; another is added.
import type { Migration } from "kysely";
import { up as rooms } from "./m0001-rooms.js";

export const migrations: Readonly<Record<string, Migration>> = { "0001-rooms": { up: rooms } };
export { REFUSED_STATE } from "./m0001-rooms.js";
