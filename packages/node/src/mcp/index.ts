export { serveAssistant } from "./http.js";
export { type Assistant, assistantServers, type Run } from "./server.js";
