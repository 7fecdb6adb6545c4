// What is asked of monitoring from outside: how obligations stand by the rows of a table. A door of its own,
// @parley/core/monitoring, since a page that shows no rows has no use for it.
export { dayWithRows } from "./added-rows.js";
export { alertsOf } from "./alerts.js";
export { type ObservationRow, QUALIFIERS, type Qualifier } from "./book.js";
export { findingText, namesOf, ownedText } from "./called.js";
export { changesBetween, newRemarks, type StandingChange } from "./changes.js";
export { checkRows } from "./check-rows.js";
export { FIRST_COLUMNS, OBSERVATION_COLUMNS, OBSERVATIONS_FILE } from "./columns.js";
export { limitText } from "./judging.js";
export { type Monitor, type MonitorOptions, monitor } from "./monitor.js";
export { type RowReader, type Rows, readRows, rowReader } from "./read-rows.js";
export type { Due, Episode, Finding, Monitoring, ObligationStanding, PowerStanding, Standing } from "./types.js";
export { isBroken } from "./uncured.js";
export { byUrgency, OPEN_STANDINGS, URGENT_STANDINGS } from "./urgency.js";
export { rowsIn, type WrittenRow, withRows } from "./write-rows.js";
