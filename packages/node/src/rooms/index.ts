export { BadBackUp, backUp, type Carried, restore } from "./back-up.js";
export { newConvenor } from "./convenors.js";
export {
  createRooms,
  MOST_ENTRIES,
  RoomRefused,
  type Rooms,
  type Since,
  type Why,
} from "./room-store.js";
