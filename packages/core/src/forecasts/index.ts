// A door of its own, @parley/core/forecasts: nothing else in core needs it.
export {
  addedTo,
  type Forecast,
  ledgerWritten,
  MOST_FORECASTS,
  type Outcomes,
  readLedger,
  settledIn,
} from "./ledger.js";
export { type Bin, type Score, type Scores, scoresOf } from "./score.js";
export { signedBy } from "./stated.js";
