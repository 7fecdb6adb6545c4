// The pages of a case, in the order of the rail: the reader's path, each with the key that opens it.
import type { Wording } from "@parley/core/internal";
import { type ComponentType, lazy } from "react";
import { Overview } from "./overview.js";

// Loaded when they are first opened: nobody waits for them on the way to the others.
const DocumentsPage = lazy(async () => ({ default: (await import("./documents.js")).DocumentsPage }));
const Bargaining = lazy(async () => ({ default: (await import("./bargaining.js")).Bargaining }));
const PractisePage = lazy(async () => ({ default: (await import("./practise.js")).PractisePage }));
export const Files = lazy(async () => ({ default: (await import("./files.js")).Files }));
const HistoryPage = lazy(async () => ({ default: (await import("./history.js")).HistoryPage }));
const PositionsPage = lazy(async () => ({ default: (await import("./positions.js")).PositionsPage }));
const ReportPage = lazy(async () => ({ default: (await import("./report.js")).ReportPage }));
const RoadmapPage = lazy(async () => ({ default: (await import("./roadmap.js")).RoadmapPage }));
const InterestsPage = lazy(async () => ({ default: (await import("./interests.js")).InterestsPage }));
const EverythingPage = lazy(async () => ({ default: (await import("./everything.js")).EverythingPage }));
const SetUpPage = lazy(async () => ({ default: (await import("./set-up.js")).SetUpPage }));
const LeastPage = lazy(async () => ({ default: (await import("./least.js")).LeastPage }));
const TermsPage = lazy(async () => ({ default: (await import("./terms.js")).TermsPage }));
const VerificationPage = lazy(async () => ({ default: (await import("./verification.js")).VerificationPage }));
const DraftPage = lazy(async () => ({ default: (await import("./draft.js")).DraftPage }));
const MonitoringPage = lazy(async () => ({ default: (await import("./monitoring.js")).MonitoringPage }));

/** The question that a page helps to answer; null: the case itself. */
type Question = keyof Wording["shell"]["questions"];

/** What a page is called is in `shell.pages`, by its id. */
export interface PageEntry {
  readonly id: keyof Wording["shell"]["pages"];
  readonly Page: ComponentType;
  /** The single key that opens it; null: none. */
  readonly key: string | null;
  readonly question: Question;
}

const page = (id: PageEntry["id"], question: Question, key: string | null, Page: ComponentType): PageEntry => ({
  id,
  Page,
  key,
  question,
});

/** In the order of the rail, by the questions that they answer. */
export const PAGES: readonly PageEntry[] = [
  page("overview", "start", "1", Overview),
  page("set-up", "start", "s", SetUpPage),
  page("documents", "start", "2", DocumentsPage),
  page("positions", "words", "3", PositionsPage),
  page("terms", "words", "4", TermsPage),
  page("interests", "enough", "5", InterestsPage),
  page("least", "enough", "l", LeastPage),
  page("bargaining", "enough", "6", Bargaining),
  page("practise", "enough", "p", PractisePage),
  page("roadmap", "order", "7", RoadmapPage),
  page("verification", "kept", "8", VerificationPage),
  page("monitoring", "kept", "9", MonitoringPage),
  page("draft", "apart", null, DraftPage),
  page("report", "apart", null, ReportPage),
  page("everything", "apart", null, EverythingPage),
  page("files", "apart", null, Files),
  page("history", "apart", null, HistoryPage),
];
