export { type Day, firstDay, isBy, isDate, lastDay, monthsBetween, type PartialDate } from "./dates.js";
export { meets, withOptions } from "./names.js";
export { done, type Outcome, refuse } from "./outcome.js";
export { type CaseFile, kindOf, parseCase } from "./parse.js";
export { parsePackage } from "./parse-package.js";
export { describeProblem, inReadingOrder, type Place, type Problem, type Result, suggestion } from "./problems.js";
export { type FileKind, jsonSchema, schemas } from "./schema.js";
export type * from "./types.js";
