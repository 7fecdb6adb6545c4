// The web worker that finds the statements in a document, so that the page stays responsive meanwhile.
import "./no-eval.js";
import type { Case, Outcome, Reading } from "@parley/core/internal";
import { readText } from "@parley/core/reading";
import { expose } from "comlink";

const reader = {
  read: (text: string, date: string | null, negotiation: Case): Outcome<Reading> =>
    readText(text, { date, negotiation }),
};

export type DocumentReader = typeof reader;

expose(reader);
