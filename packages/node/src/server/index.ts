export { createGuard } from "./guard.js";
export { bind, isLoopback } from "./listening.js";
export { type Organisation, organisations } from "./organisations.js";
export { type ServingRooms, serveRooms } from "./rooms-serve.js";
export { type Serving, serve } from "./serve.js";
