import { type ReportWording, reportWordingIn } from "@parley/core";

/** What the report says beside what pages and pictures do. */
export const reportWords: ReportWording = reportWordingIn("en");
