// English text of the page on which a person negotiates against a counterpart drawn from the case.
import { listed } from "../grammar.js";
import { counted } from "../numbers.js";
import { roundHead, roundNamed } from "../rehearsal-rounds.js";

export const practisePage = {
  heading: "Practise",
  about:
    "Negotiate this case against a counterpart that plays to win. What it needs is drawn from what the case knows of it, and hidden until the end.",
  as: "You play",
  against: "Against somebody who",
  /** A style in the list: what it does, and its name. */
  style: (name: string, does: string) => `${does} (${name})`,
  rounds: "Rounds until the deadline",
  byDays: "Rounds have days",
  daysApart: "Days from one round to the next",
  deadline: "Deadline",
  /** @param first the first and the last day */
  daysOf: (rounds: number, first: string, last: string) =>
    rounds === 1 ? `That is one round, on ${first}.` : `That makes ${rounds} rounds, from ${first} to ${last}.`,
  noDays: (most: number) =>
    `That makes no rehearsal. Write a deadline that is not before the first day and leaves at most ${most} rounds.`,
  delay: "Waiting",
  /** @param share what everybody loses of its gain with every round */
  delayed: (share: number) =>
    share === 0 ? "costs nothing" : `costs everybody ${Math.round(100 * share)} % of their gain a round`,
  protocol: "How it is negotiated",
  protocols: {
    alternating: "by offers, one after another",
    sealed: "by sealed bids, opened together in every round",
    "single-text": "by the single text of a mediator, to which each says yes or no",
  },
  second: "The other side begins",
  begin: "Begin",
  openings: {
    heading: "Which opening and which pace do best?",
    about:
      "Every opening and pace is played by offers in turn against every style of the others, in thirty truths drawn from the models of the case. It takes up to a minute.",
    work: "Work it out",
    asks: "Asks first for",
    deals: (share: number) => `deals in ${Math.round(100 * share)} of 100 games`,
    caption: (party: string) =>
      `What ${party} gets, of 100 that it could; in bold what is best or not told apart from it`,
  },
  open: "Open kept rehearsals …",
  forClass: "Save this beginning for a class",
  forClassNote:
    "Everybody who opens the file plays the same role against the same needs. Open all that come back at once to see them in one picture.",
  group: {
    heading: "Several rehearsals of this case",
    leave: "Back to the beginning",
    back: "Back to all rehearsals",
    against: {
      alternating: (against: string) => against,
      sealed: (against: string) => `${against}, by sealed bids`,
      "single-text": (against: string) => `${against}, by a single text`,
    },
    head: ["No.", "Rehearsal", "Played", "Against", "Rounds", "Ended", "What to take from it"],
    open: "not over",
    noLesson: "–",
    deal: "a deal",
    walked: (who: string) => `${who} walked out`,
    deadline: "no deal in time",
    unsigned: "not signed",
    cannot: (file: string, why: string) => `${file}: ${why}`,
  },
  notRead: "That file cannot be read as a rehearsal:",
  otherCase: (files: readonly string[]) =>
    `${listed(files)} ${files.length === 1 ? "was" : "were"} kept of another version of this case, and may go on differently.`,
  otherTitle: (files: readonly string[]) =>
    `${listed(files)} ${files.length === 1 ? "was" : "were"} kept of another case.`,
  otherDay: (day: string) => `This rehearsal was begun as of ${day}, and is played so whatever day stands above.`,
  working: "The other side is thinking …",
  round: roundHead,
  clock: (time: string) => `${time} at the table`,
  pause: "Pause",
  goOn: "Go on",
  paused: "Paused. The table is covered until you go on.",
  table: "What was said at the table",
  nothingYet: "Nothing yet. Make the first offer.",
  nothingYetSealed: "Nothing yet. Hand in your first bid.",
  you: "You",
  offers: (who: string, round: number) => `${who}, round ${round}`,
  accepts: (who: string) => `${who}: accepted.`,
  walks: (who: string) => `${who}: walked out.`,
  mediator: {
    begins: "The mediator begins with this text",
    draft: (round: number) => `The mediator’s draft, round ${round}`,
    signature: "The mediator asks to sign the text",
    taken: "The draft is the text from now on.",
    stays: "The text stays as it was.",
  },
  answers: {
    yes: (who: string) => `${who}: would rather have the draft.`,
    no: (who: string) => `${who}: would keep the text.`,
    signs: (who: string) => `${who}: signed.`,
    refuses: (who: string) => `${who}: did not sign.`,
  },
  warns: (who: string, round: number, day: string | null) =>
    `${who}: no more after ${roundNamed(round, day)} without a deal.`,
  same: "The same as before",
  first: "Everything in it",
  openIssue: "left open",
  worth: (own: string) => `${own} of 100 to you`,
  asked: {
    heading: "What do you say?",
    sign: "Sign the text",
    about:
      "The mediator knows what the case says of everybody, and learns from every answer. Nobody hears the others before all have answered. A draft becomes the text when enough would rather have it. At the end, or as soon as the mediator knows of nothing better, the text is there to be signed.",
    head: ["Issue", "The text", "The draft"],
    worth: (text: number, draft: number, noDeal: number) =>
      `To you the text is worth ${Math.round(text)} of 100 and the draft ${Math.round(draft)}; no deal is worth ${Math.round(noDeal)}.`,
    signWorth: (text: number, noDeal: number) =>
      `The text is worth ${Math.round(text)} of 100 to you; no deal is worth ${Math.round(noDeal)}.`,
    yes: "Prefer the draft",
    no: "Keep the text",
    signIt: "Sign it",
    refuse: "Do not sign it",
  },
  crosses: (text: string) => `This crosses a line of your own: “${text}”.`,
  backTo: "Go back to before this",
  yours: "Your next offer",
  leaveOpen: "– leave it open –",
  change: (points: number) =>
    `${points > 0 ? "+" : "−"}${Math.abs(points).toFixed(points > -10 && points < 10 ? 1 : 0)}`,
  draftWorth: (own: number, noDeal: number) =>
    `Worth ${Math.round(own)} of 100 to you; no deal is worth ${Math.round(noDeal)}.`,
  draftOpen: (count: number) =>
    `${counted(count, "issue is", "issues are")} left open, so it cannot be accepted as it stands.`,
  lastRound: "This is the last round. What the others offer after you can no longer be accepted.",
  send: "Make this offer",
  bid: "Hand in this bid under seal",
  sealed:
    "Nobody sees a bid before all are in. One of them is the deal when enough find it at least as good for themselves as their own and it crosses none of their lines.",
  accept: "Accept their offer",
  /** Where there are several others: only what was offered last can be accepted. */
  acceptOf: (who: string) => `Accept the offer of ${who}`,
  takeTheirs: "Begin from their offer",
  takeOf: (who: string) => `Begin from the offer of ${who}`,
  changed: "Changed",
  notThisStyle: (names: string) => `fewer than two whole offers of ${names} are on record`,
  warn: (round: number, day: string | null) => `Say that you walk out after ${roundNamed(round, day)}`,
  walk: "Walk out",
  back: "Take your last move back",
  hints: "Show hints",
  hideHints: "Hide hints",
  learned: (party: string) => `What ${party} seems to care about`,
  nothingLearned: "The moves so far tell nothing new: it stands as before the first move.",
  above: (points: string) => `What lies on the table, against no deal: ${points}.`,
  better: (own: string, others: string) =>
    `By what is known, this is no worse for you than your last offer (${own}) and better for the others (${others}):`,
  useBetter: "Put it into your offer",
  noBetter: "Nothing is known that is better for the others and no worse for you than your last offer.",
  keep: "Save as a file",
  again: "Begin anew",
  another: "Once more, against another counterpart",
  ended: {
    deal: "There is a deal",
    walked: (who: string) => `${who} walked out: no deal`,
    deadline: "The last round has passed: no deal",
    unsigned: "Not enough have signed: no deal",
  },
  agreed: "What was agreed",
  lessons: "What to take from it",
  noLessons: "Nothing was missed that is worth a lesson.",
  shares: (own: string, others: string) =>
    `Of what each could have gained over no deal, you got ${own} and the others ${others}.`,
  noZone: "No package would have suited everybody who must sign.",
  most: (points: string) =>
    `The most for you that would still have been better for the others than no deal: ${points}.`,
  missed: "Nobody would be worse off with this instead:",
  really: (party: string) => `What ${party} really cared about`,
  issueHead: ["Issue", "Really", "You could believe", "Before the first move"],
  drafts: "The mediator’s drafts, by what they were worth",
  draftHead: (several: boolean) => [
    "Round",
    "What came of it",
    "To you",
    several ? "To the others, on average" : "To the other",
  ],
  became: { first: "The first text", taken: "Became the text", refused: "Was not taken" },
  steps: "Each step, and what it bought",
  stepHead: (several: boolean) => [
    "Round",
    "Who",
    "To you",
    several ? "To the others, on average" : "To the other",
    "Cost its maker",
    several ? "Brought the others, on average" : "Brought the other",
  ],
  beside: { deal: "Deal", noDeal: "No deal", nash: "Nash’s rule", kalaiSmorodinsky: "Kalai and Smorodinsky’s rule" },
};
