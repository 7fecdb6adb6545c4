// Gives the components of the report its wording, in the language in which the report is written.
import { useWords } from "@parley/charts";
import { type ReportWording, reportWordingIn } from "@parley/core/internal";

/** What the report says beside what pages and pictures do, in the language in which it is written. */
export const useReportWords = (): ReportWording => reportWordingIn(useWords().language);
