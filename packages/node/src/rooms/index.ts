export { newConvenor } from "./convenors.js";
export {
  createRooms,
  type Invitation,
  MOST_ENTRIES,
  type RoomLook,
  RoomRefused,
  type Rooms,
  type SeatAsked,
  type Since,
  type Why,
} from "./room-store.js";
