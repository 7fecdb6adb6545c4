// The pages of a case, in the order of the rail: the reader's path, and the keys 1 to 9 for the first nine.
import type { Wording } from "@parley/core";
import { type ComponentType, lazy } from "react";
import { Bargaining } from "./bargaining.js";
import { Files } from "./files.js";
import { HistoryPage } from "./history.js";
import { Overview } from "./overview.js";
import { PositionsPage } from "./positions.js";
import { ReportPage } from "./report.js";

// Loaded when they are first opened: nobody waits for them on the way to the others.
const DocumentsPage = lazy(async () => ({ default: (await import("./documents.js")).DocumentsPage }));
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
