export { GENERATOR, HandedOver } from "./handed-over.js";
export { renderReport } from "./report.js";
export { useReportWords } from "./report-words.js";
