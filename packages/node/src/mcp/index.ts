export { serveAssistant } from "./http.js";
export { type Assistant, type AssistantServers, assistantServers, type Run } from "./server.js";
