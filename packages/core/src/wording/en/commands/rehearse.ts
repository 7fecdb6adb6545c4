// English text of `parley rehearse`, the command with which a person negotiates against a counterpart drawn from the case.
import { listed } from "../grammar.js";
import { counted } from "../numbers.js";
import { roundHead, roundNamed } from "../rehearsal-rounds.js";

const EXAMPLES = `
Examples:
  parley rehearse cases/hanoi-2019 --as us --against boulware -o monday.yaml
  parley rehearse cases/hanoi-2019 --play monday.yaml
  parley rehearse cases/hanoi-2019 --play ann.yaml ben.yaml
  parley rehearse --styles

Every move is kept at once in the file of -o, and -o with a file that is there goes on with it. Taking a move back goes on from the one
before; a copy of the file is a branch.
`;

export const rehearse = {
  description: "negotiate against a counterpart whose needs are drawn from the case and hidden until the end",
  flags: {
    as: "whom you play",
    against: "style of the counterpart: linear unless given; --styles lists them; two joined by + are drawn from",
    rounds: "rounds until the deadline",
    every: "days from one round to the next; rounds have days then, and the first is the day of the case",
    until: "day of the deadline, in place of --rounds; rounds are a day apart unless --every says otherwise",
    delay: "per cent that everybody loses of its gain with every round that passes",
    protocol:
      "how it is negotiated: by offers in turn, by sealed bids that are opened together in every round, or by the single text of a mediator",
    second: "let the other side make the first offer",
    output: "keep the rehearsal in this file, after every move",
    play: "play these kept rehearsals again: one is shown move by move, several are compared",
    styles: "list the styles of counterparts, with where they come from",
  },
  examples: EXAMPLES,
  style: (name: string, does: string, source: string) => `${name}: ${does} (${source})`,
  tooEarly: (deadline: string, first: string) =>
    `the deadline ${deadline} is before ${first}, the day of the case. Write a later day, or another day of the case with --as-of.`,
  tooMany: (rounds: number, most: number) =>
    `that makes ${rounds} rounds, and no more than ${most} can be played. Write more days with --every, or an earlier deadline.`,
  lastRound: "This is the last round. What the others offer after you can no longer be accepted.",
  goesOn: (file: string, moves: number) =>
    moves === 0
      ? `This begins what ${file} keeps.`
      : `This goes on with what ${file} keeps, after ${counted(moves, "move")} of yours.`,
  otherSetting: (file: string, flags: readonly string[]) =>
    `${file} keeps a rehearsal that was begun otherwise. Leave out ${listed(flags)} to go on with it, or name another file.`,
  isOver: (file: string) => `${file} keeps a rehearsal that is over. Look at it with --play, or name another file.`,
  noAs: "say whom you play with --as PARTY.",
  noTerminal: "there is no terminal to play on. Give kept rehearsals with --play FILE.",
  otherTitle: (file: string, of: string, title: string) =>
    `${file} was kept of another case, “${of}”. What follows is how its moves would go in “${title}”.`,
  otherCase: (file: string) =>
    `${file} was kept of another version of this case. What follows is how it would go today.`,
  /** @param days the first and the last day; null where rounds have no days */
  begin: (party: string, others: string, rounds: number, days: readonly [string, string] | null) =>
    `You play ${party} against ${others}. There ${rounds === 1 ? "is" : "are"} ${counted(rounds, "round")}${days ? (rounds === 1 ? `, on ${days[0]}` : `, from ${days[0]} to ${days[1]}`) : ""}; after ${rounds === 1 ? "it" : "the last"} there is no deal. What the other side needs was drawn from the case and is shown at the end.`,
  sealed:
    "All bid under seal. Nobody sees a bid of a round before all are in. One of them is the deal when enough find it at least as good for themselves as their own and it crosses none of their lines.",
  singleText:
    "A mediator keeps one text. In every round it drafts another, and all say whether they would rather have the draft, before they hear what the others say. The draft becomes the text when enough would. In the last round, or as soon as the mediator knows of nothing better, the text is there to be signed.",
  byProtocol: {
    alternating: (against: string) => against,
    sealed: (against: string) => `${against} (sealed)`,
    "single-text": (against: string) => `${against} (text)`,
  },
  round: roundHead,
  offers: (who: string) => `${who}:`,
  you: "You",
  accepts: (who: string) => `${who}: accepts.`,
  mediator: {
    begins: "The mediator begins with this text:",
    draft: "The mediator drafts:",
    signature: "The mediator asks to sign the text:",
    taken: "The draft is the text from now on.",
    stays: "The text stays as it was.",
  },
  answers: {
    yes: (who: string) => `${who}: would rather have the draft.`,
    no: (who: string) => `${who}: would keep the text.`,
    signs: (who: string) => `${who}: signs.`,
    refuses: (who: string) => `${who}: does not sign.`,
  },
  /** @param text what the text that stands is worth */
  draftWorth: (own: string, text: string) => `Worth to you: ${own} of 100; the text as it stands is worth ${text}.`,
  walks: (who: string) => `${who}: walks out.`,
  warns: (who: string, round: number, day: string | null) =>
    `${who}: no more after ${roundNamed(round, day)} without a deal.`,
  worth: (own: string, noDeal: string) => `Worth to you: ${own} of 100; no deal is worth ${noDeal}.`,
  crosses: (text: string) => `This crosses a line of your own: “${text}”.`,
  open: "Left open",
  same: "All else as in the offer before.",
  sameAsText: "All else as in the text.",
  menu: {
    what: "What do you do?",
    accept: "Accept their offer",
    yes: "Prefer the draft",
    no: "Keep the text as it is",
    sign: "Sign the text",
    refuse: "Do not sign it",
    again: "Offer the same again",
    own: "Change your last offer",
    theirs: "Change their offer",
    today: "Make an offer, from how things are today",
    better: "Offer what the hint names",
    warn: (round: number, day: string | null) => `Say that you walk out after ${roundNamed(round, day)} without a deal`,
    hint: "Show hints",
    walk: "Walk out",
    back: "Take your last move back",
  },
  grid: {
    which: "Which issue do you change?",
    send: "Make this offer",
    option: (issue: string) => `${issue}:`,
    leaveOpen: "Leave it open",
    now: (issue: string, option: string) => `${issue}: ${option}`,
    allOpen: "An offer settles one issue at least.",
  },
  hints: {
    learned: (party: string) => `What ${party} seems to care about, by the moves so far:`,
    better: (own: string, others: string) =>
      `By what is known, this would be no worse for you (${own}) and better for the others (${others}):`,
    noBetter: "Nothing is known that would be better for the others and no worse for you than your last offer.",
    above: (points: string) => `What lies on the table, against no deal: ${points}.`,
  },
  ended: {
    deal: "There is a deal.",
    walked: (who: string) => `${who} walked out. There is no deal.`,
    deadline: "The last round has passed. There is no deal.",
    unsigned: "Not enough have signed. There is no deal.",
  },
  debrief: {
    heading: "What was so",
    drafts: "The mediator’s drafts, by what they were worth",
    draftColumns: ["Round", "What came of it", "To you", "To others"],
    became: { first: "the first text", taken: "became the text", refused: "was not taken" },
    columns: ["Round", "Who", "To you", "To others", "Cost", "Brought"],
    fair: { nash: "Nash", kalaiSmorodinsky: "Kalai–Smorodinsky" },
    deal: "Deal",
    noDeal: "No deal",
    shares: (own: string, others: string) =>
      `Of what each could have gained over no deal, you got ${own} and the others ${others}.`,
    noZone: "No package would have suited everybody who must sign.",
    missed: "Nobody would be worse off with this instead:",
    most: (points: string) =>
      `The most for you that would still have been better for the others than no deal: ${points}.`,
    lessons: "What to take from it",
  },
  compare: {
    columns: ["File", "As", "Against", "Rounds", "You", "Others", "Ended"],
    none: "–",
    deal: "a deal",
    walked: (who: string) => `${who} walked out`,
    deadline: "no deal in time",
    unsigned: "not signed",
    open: "not over",
    sameCase: "Points of what each could have gained over no deal; the needs of the others differ with the seed.",
  },
};
