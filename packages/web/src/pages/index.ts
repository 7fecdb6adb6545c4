// The pages of a case, in the order of the rail: the reader's path, and the keys 1 to 9 for the first nine.
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

export interface PageEntry {
  readonly id: string;
  readonly name: string;
  readonly Page: ComponentType;
}

export const PAGES: readonly PageEntry[] = [
  { id: "overview", name: "Overview", Page: Overview },
  { id: "documents", name: "Documents", Page: DocumentsPage },
  { id: "positions", name: "Positions", Page: PositionsPage },
  { id: "terms", name: "Terms", Page: TermsPage },
  { id: "interests", name: "Interests", Page: InterestsPage },
  { id: "bargaining", name: "Bargaining", Page: Bargaining },
  { id: "roadmap", name: "Roadmap", Page: RoadmapPage },
  { id: "verification", name: "Verification", Page: VerificationPage },
  { id: "monitoring", name: "Monitoring", Page: MonitoringPage },
  { id: "draft", name: "Draft", Page: DraftPage },
  { id: "report", name: "Report", Page: ReportPage },
  { id: "files", name: "Files", Page: Files },
  { id: "history", name: "History", Page: HistoryPage },
];
