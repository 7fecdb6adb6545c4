// The pages of a case, in the order of the rail: the reader's path, and the keys 1 to 9 for the first nine.
import type { Wording } from "@parley/core";
import { type ComponentType, lazy } from "react";
import { Overview } from "./overview.js";

// Loaded when they are first opened: nobody waits for them on the way to the others.
const DocumentsPage = lazy(async () => ({ default: (await import("./documents.js")).DocumentsPage }));
const Bargaining = lazy(async () => ({ default: (await import("./bargaining.js")).Bargaining }));
export const Files = lazy(async () => ({ default: (await import("./files.js")).Files }));
const HistoryPage = lazy(async () => ({ default: (await import("./history.js")).HistoryPage }));
const PositionsPage = lazy(async () => ({ default: (await import("./positions.js")).PositionsPage }));
const ReportPage = lazy(async () => ({ default: (await import("./report.js")).ReportPage }));
const RoadmapPage = lazy(async () => ({ default: (await import("./roadmap.js")).RoadmapPage }));
const InterestsPage = lazy(async () => ({ default: (await import("./interests.js")).InterestsPage }));
const TermsPage = lazy(async () => ({ default: (await import("./terms.js")).TermsPage }));
const VerificationPage = lazy(async () => ({ default: (await import("./verification.js")).VerificationPage }));
const DraftPage = lazy(async () => ({ default: (await import("./draft.js")).DraftPage }));
const MonitoringPage = lazy(async () => ({ default: (await import("./monitoring.js")).MonitoringPage }));

/** What a page is called is in `shell.pages`, by its id. */
export interface PageEntry {
  readonly id: keyof Wording["shell"]["pages"];
  readonly Page: ComponentType;
}

export const PAGES: readonly PageEntry[] = [
  { id: "overview", Page: Overview },
  { id: "documents", Page: DocumentsPage },
  { id: "positions", Page: PositionsPage },
  { id: "terms", Page: TermsPage },
  { id: "interests", Page: InterestsPage },
  { id: "bargaining", Page: Bargaining },
  { id: "roadmap", Page: RoadmapPage },
  { id: "verification", Page: VerificationPage },
  { id: "monitoring", Page: MonitoringPage },
  { id: "draft", Page: DraftPage },
  { id: "report", Page: ReportPage },
  { id: "files", Page: Files },
  { id: "history", Page: HistoryPage },
];
