export { DatabaseRefusal, type Door, type SeatDatabase } from "./door.js";
export type { Heard } from "./hearing.js";
export { NewerDatabase } from "./migrate.js";
export { migrations } from "./migrations/index.js";
export { type DatabasePlace, MayNotServe, openDatabase, operate, type RoomsDatabase } from "./open.js";
export type { EventRow, GivenRow } from "./tables.js";
