export { type Brief, brief, caseForBrief } from "./brief/brief.js";
export type { BriefOptions } from "./brief/dossier.js";
export {
  type Alternative,
  type Bracket,
  bracketText,
  type Clause,
  type DocumentBlock,
  type DraftPart,
  type Fill,
  type Flag,
  isBracket,
  labelOf,
  type Origin,
  originKey,
  originText,
  plainText,
  type Table,
  type TableRow,
  type TextPiece,
} from "./document.js";
export { type Framework, framework } from "./framework/framework.js";
export { readFramework } from "./framework/read.js";
export type { ClauseChange, WordChange } from "./rounds/clauses.js";
export { type Rounds, rounds } from "./rounds/rounds.js";
export { addMinutes, type MeetingSeries, type Schedule, schedule } from "./schedule/schedule.js";
export { type BracketAnswer, type Settlement, settleBracket } from "./settle.js";
