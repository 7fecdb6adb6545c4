export { geniusLog, LOG_MARK } from "./genius-log.js";
export { type Match, playMatch } from "./match.js";
export { negmasTrace, TRACE_MARK } from "./trace.js";
