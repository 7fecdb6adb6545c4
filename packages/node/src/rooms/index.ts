export type { Account } from "./accounts.js";
export { BadBackUp, backUp, type Carried, checkBackUp, restore } from "./back-up.js";
export { linksByOperator, newConvenor, type OperatorLink } from "./convenors.js";
export type { PasskeySite } from "./passkeys.js";
export { RoomRefused, type Why } from "./refused.js";
export {
  createRooms,
  MOST_ENTRIES,
  type Rooms,
  type Since,
} from "./room-store.js";
export { seatsOf } from "./seats.js";
