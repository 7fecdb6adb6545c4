export { GENERATOR, renderReport } from "./report.js";
