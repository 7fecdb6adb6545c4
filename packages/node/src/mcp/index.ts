export type { Assistant, Run } from "./assistant.js";
export { serveAssistant } from "./http.js";
export { type AssistantServers, assistantServers } from "./server.js";
