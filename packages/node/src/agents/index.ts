export { type Match, playMatch } from "./match.js";
export { negmasTrace, TRACE_MARK } from "./trace.js";
