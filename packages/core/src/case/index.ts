export { daysBetween, isDate, isWeekend, monthsBetween } from "./calendar.js";
export { caseJson } from "./case-json.js";
export { checkWords } from "./check-words.js";
export { type Day, firstDay, inTime, isBy, lastDay, type PartialDate, stands } from "./dates.js";
export { type Change, untouched, withChanges, writtenAt } from "./edit.js";
export { type Entries, type EntryList, entriesIn, type Pointed, type WholeFile } from "./editing/entries.js";
export { type FieldSpec, hasForm, isMapping, type NamedField } from "./editing/field-forms.js";
export { nameFor } from "./editing/name-for.js";
export { columnsOf, type PastedColumn, type PastedTable, tableOf } from "./editing/pasted-table.js";
export { type Dependent, type Removal, removalOf, type Target } from "./editing/removal.js";
export { type SetUpChange, type SetUpStep, setUpChange, type View } from "./editing/set-up.js";
export { withIds } from "./editing/with-ids.js";
export { readWrittenDay } from "./editing/written-day.js";
export { rangeText } from "./editing/written-options.js";
export { importedNotes } from "./imported.js";
export { meets, readPartialPackage, withOptions } from "./names.js";
export {
  baselinesOf,
  begunBy,
  dueDayOf,
  dueTextOf,
  givenFor,
  isWaiting,
  limitsOf,
  triggerOf,
  windowOf,
  withLimits,
} from "./norms.js";
export { done, lacking, misused, type Outcome, type Refusal, refuse } from "./outcome.js";
export { type CaseFile, kindOf, parseCase } from "./parse.js";
export { parsePackage } from "./parse-package.js";
export type { Path } from "./path.js";
export { addDays, addPeriod, everyText, isNone, NO_TIME, type Period, periodText, readPeriod } from "./periods.js";
export { isPrintable, shown } from "./printable.js";
export { describeProblem, inReadingOrder, type Place, type Problem, type Result, suggestion } from "./problems.js";
export { readableBy } from "./readable-by.js";
export { dayInMonth } from "./resolve-meetings.js";
export { counts, turnsDown } from "./resolve-responses.js";
export { CASE_VERSION, type FileKind, jsonSchema } from "./schema.js";
export { readSource } from "./source-text.js";
export { noDealOn, packageOn, standingOn } from "./states.js";
export * from "./types.js";
export { NATURAL, unitFactor, uraniumIn } from "./units.js";
export {
  addressedTo,
  citedSources,
  isDay,
  isPartyOn,
  seatedOn,
  type Viewing,
  type ViewingOptions,
  viewingOf,
} from "./viewing.js";
export { type DecimalMark, decimalMarkIn, readWrittenNumber, type WrittenNumber } from "./written-number.js";
export { readYaml } from "./yaml-document.js";
