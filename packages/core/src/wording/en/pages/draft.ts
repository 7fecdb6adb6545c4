// English text of the workbench page on drafts, where bracketed points are settled and the texts can be downloaded.
import { type Named, nameOf } from "../../named.js";
import { capital } from "../grammar.js";
import { counted } from "../numbers.js";

/** What stands in square brackets, as it is settled. */
const bracket = {
  includes: (word: string) => `Does “${word}” include this?`,
  agreed: "Agreed",
  writeIn: "Write it in",
  inForAll: "In, for all, in this text",
  allAgree: "All agree to it",
  allLeaveOut: "All leave it out",
  /** How a side words a part now: in, out, or not at all. */
  side: (party: Named, text: string | null) => {
    const now = text === null ? "says nothing of it" : text === "" ? "leaves it out" : "has it in";
    return `${capital(nameOf(party))} ${now}: its own wording`;
  },
  wordedBy: (party: Named) => `As ${nameOf(party)} would word it`,
  keep: "Keep this wording",
};

const document = { docx: "Word (.docx)", md: "Markdown (.md)", html: "Page (.html)" };

export const draft = {
  tabs: "Which draft",
  kinds: { framework: "Framework", brief: "Brief", meetings: "Meetings", changes: "Since last round" },
  /** Files to take away, by their forms. */
  forms: { framework: document, brief: document, meetings: { ics: "Calendar (.ics)" } },
  noDraft: "There is no draft yet",
  noBrief: "There is no brief yet",
  aboutBrackets: (mayChange: boolean) =>
    `${
      mayChange
        ? "Press what stands in [square brackets] to settle it: the case is changed, and the draft follows."
        : "What stands in [square brackets] is not agreed, or nobody has said it yet."
    } Beside each clause, the fields that made it.`,
  takeDays: (days: number) => `Take the ${days} proposed ${days === 1 ? "day" : "days"}`,
  daysTaken: (days: number) => `${counted(days, "proposed day")} taken into the draft`,
  briefFor: "For",
  whoseBrief: "Whose brief",
  briefAbout: "about",
  aboutWhich: "About which offer",
  latestOffer: "the latest offer",
  bracket,
};
