import { writeGenius } from "./genius.js";
import { writeGeniusWeb } from "./geniusweb.js";
import { writeNegmas } from "./negmas.js";
import type { Scenario } from "./scenario.js";
import { writeCsv } from "./table.js";
import { writeXlsx } from "./xlsx-writer.js";

export { csvText } from "./csv-text.js";
export { scenarioOf } from "./from-case.js";
export { readScenarioInThread } from "./read-in-thread.js";
export type { GivenFile } from "./read-scenario.js";
export { caseOf } from "./to-case.js";
export { workbookOf } from "./xlsx-writer.js";

type Contents = Readonly<Record<string, string | Uint8Array>>;

/** Every form that a scenario can be written in: its files by name. To add one, add it here. */
export const scenarioFormats = {
  genius: writeGenius,
  geniusweb: writeGeniusWeb,
  negmas: writeNegmas,
  csv: writeCsv,
  xlsx: (scenario: Scenario): Contents => ({ [`${scenario.title.slice(0, 40).trim()}.xlsx`]: writeXlsx(scenario) }),
} as const satisfies Record<string, (scenario: Scenario) => Contents>;

export type ScenarioFormat = keyof typeof scenarioFormats;
export { escapeXml, readXml } from "./xml.js";
