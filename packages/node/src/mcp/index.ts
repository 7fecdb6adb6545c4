export { type Assistant, assistantServer, type Run } from "./server.js";
