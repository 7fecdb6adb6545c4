// What may be written in a case folder, file by file. `parse.ts` reads against these; the JSON Schemas in
// schema/ are generated from them. Whether the words fit together (does this issue exist?) is `resolve.ts`.
import { z } from "zod";
import { isPrintable } from "./printable.js";
import type { NormForm } from "./types.js";

/** What a text is beyond its form: a name by which things are pointed to, a date, a length of time, or a reference. */
export type TextMeaning = "id" | "date" | "period" | { readonly to: RefKind };

/** What a reference of a case file can point to. */
export type RefKind =
  | "party"
  | "issue"
  | "option"
  | "goal"
  | "term"
  | "component"
  | "source"
  | "offer"
  | "inventory"
  | "scenario"
  | "commitment"
  | "metric"
  | "obligation"
  | "worth"
  | "event";

/** What a text is beyond its form: editors offer what fits, and a thing that goes takes its references along. */
const meanings = z.registry<{ readonly means: TextMeaning }>();

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  .register(meanings, { means: "id" })
  .describe("A short name used to point here: letters, digits, . _ - (64 at most).");
/** Parties and holders stand in file names, where a dot divides them. */
const undotted = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/)
  .register(meanings, { means: "id" })
  .describe("A short name: letters, digits, _ - (64 at most), no dot.");
const to = (kind: RefKind) =>
  z
    .string()
    .min(1)
    .max(200)
    .register(meanings, { means: { to: kind } });
const refs = {
  party: to("party"),
  issue: to("issue"),
  option: to("option"),
  goal: to("goal"),
  term: to("term"),
  component: to("component"),
  source: to("source"),
  offer: to("offer"),
  inventory: to("inventory"),
  scenario: to("scenario"),
  commitment: to("commitment"),
  metric: to("metric"),
  obligation: to("obligation"),
  /** A commitment, a deposit or a guarantee. */
  worth: to("worth"),
  /** A metric, an obligation or a power. */
  event: to("event"),
} satisfies Record<RefKind, z.ZodType>;
const text = z.string().min(1).refine(isPrintable, "holds a control character; take it out");
const date = z
  .union([z.string(), z.number().int()])
  .register(meanings, { means: "date" })
  .describe("2019, 2019-02 or 2019-02-24. A partial date means any day in it.");
/** Larger numbers are slips, and their sums would lose what is small. */
const finite = z.number().min(-1e12).max(1e12);
const interval = z.tuple([finite, finite]).describe("[lowest, highest]");
const optionRef = z
  .union([refs.option, finite])
  .register(meanings, { means: { to: "option" } })
  .describe("An option's id, or the number where the issue is numeric.");
const yearPlan = z
  .strictObject({ years: z.array(finite).min(2).max(50) })
  .describe("A number by years; what it comes to in all is what the issue's byYear says.");
const partialPackage = z.record(refs.issue, optionRef).describe("issue: option");
const packageRef = z
  .union([refs.offer, partialPackage])
  .describe("today, no-deal, an offer's id, or issue: option pairs (issues left out stay as today).");
const listed = z.union([optionRef, z.array(optionRef)]);
const threshold = z
  .strictObject({
    over: optionRef.optional(),
    under: optionRef.optional(),
    atLeast: optionRef.optional(),
    atMost: optionRef.optional(),
  })
  .describe("Options on one side of one, or between two, where the issue runs from least to most.");
const conditions = z
  .record(refs.issue, z.union([listed, threshold]))
  .describe("issue: option, issue: [option, …] for any of them, or issue: {over: option}");

const aliases = z
  .array(text.max(120))
  .max(60)
  .optional()
  .describe("What else it is called in documents: the White House, KCNA, the union.");

const party = z.strictObject({
  id: undotted,
  name: text,
  role: z
    .enum(["negotiating", "interested", "ratifying", "mediator"])
    .describe(
      "negotiating: has a veto. interested: valued, no veto. ratifying: says yes or no after the signature. mediator: none of these.",
    ),
  plural: z
    .boolean()
    .optional()
    .describe(
      "Whether it is spoken of as several (they give) or as one (it gives), where its name does not tell: the Kurds.",
    ),
  aliases,
  from: date.optional(),
  until: date.optional(),
  atTable: date
    .optional()
    .describe("From when it negotiates. Before that day it exists, and what it says is on record, but it has no seat."),
  ratifies: z
    .strictObject({
      by: date.optional().describe("The day by which it decides."),
      share: finite.gt(0).max(1).optional().describe("The part of a population that must say yes, 0–1."),
    })
    .optional()
    .describe("Of a ratifying party: by when, and with which threshold where it is many people."),
  note: text.optional(),
});

const goal = z.strictObject({ id, name: text, note: text.optional() });

const option = z.strictObject({
  id,
  name: text.optional(),
  at: finite.optional().describe("How far along the issue it lies; equally spaced where no option says."),
  kind: z.enum(["symbolic", "reversible", "irreversible"]).optional(),
  verify: text.optional().describe("How the other side would know. Left out: nothing is said of it."),
});

/** What holds from a day on; the first of a list may leave its day out. */
const dated = <T extends z.ZodRawShape>(what: T) =>
  z
    .array(z.strictObject({ from: date.optional(), ...what, note: text.optional() }))
    .min(1)
    .max(50);

const issue = z.strictObject({
  id,
  name: text,
  aliases: aliases.describe(
    "Other words that documents have for it: relief, embargo. They suggest it for a statement.",
  ),
  goal: refs.goal.optional(),
  gives: z
    .union([refs.party, z.array(refs.party)])
    .optional()
    .describe("Which party gives on this issue."),
  today: z
    .union([optionRef, dated({ option: optionRef })])
    .describe("The option in force now; or a list of what was in force from which day on."),
  kind: option.shape.kind.describe("Of every option that does not say its own."),
  verify: text.optional().describe("How the other side would know, for every option that does not say its own."),
  ordered: z.boolean().optional().describe("false: the options have no order from least to most."),
  divisible: z.boolean().optional().describe("true: the issue can be shared out in any proportion."),
  options: z.array(option).min(1).max(1001).optional().describe("From least to most."),
  numeric: z
    .strictObject({
      from: finite,
      to: finite,
      step: finite.gt(0),
      unit: text.optional(),
      continuous: z
        .boolean()
        .optional()
        .describe(
          "true: any number in the range may be agreed; analyses take it at the step, solutions of two also between.",
        ),
      byYear: z
        .enum(["compound", "sum"])
        .optional()
        .describe("What numbers by years come to: per cent that compound, or amounts that add up."),
      kind: option.shape.kind,
      verify: text.optional(),
    })
    .optional(),
  note: text.optional(),
});

const rule = z.strictObject({
  id,
  text: text.optional(),
  when: conditions.optional(),
  needs: conditions.optional(),
  never: conditions.optional(),
  agreementsOnly: z
    .boolean()
    .optional()
    .describe("true: no agreement may be so, though today or no deal is: an agreement ends the strike."),
});

const component = z.strictObject({
  id,
  text,
  issue: refs.issue.optional(),
  atLeast: optionRef.optional().describe("It asks for this option of the issue, or more."),
  atMost: optionRef.optional().describe("It allows this option of the issue, and no more."),
  exactly: optionRef.optional().describe("It asks for this option of the issue, no more and no less."),
});

const reading = z.strictObject({
  party: refs.party,
  in: z.array(refs.component).optional(),
  out: z.array(refs.component).optional(),
  wording: z
    .record(refs.component, text)
    .optional()
    .describe("component: how this party would write it, where that is not the component's own text."),
  source: refs.source.optional(),
  note: text.optional(),
});

const term = z.strictObject({
  id,
  name: text,
  components: z.array(component).min(1),
  readings: z.array(reading).optional(),
});

const estimate = z.strictObject({
  id,
  quantity: text,
  unit: text,
  low: finite.optional(),
  high: finite.optional(),
  central: finite.optional(),
  perYear: z.boolean().optional(),
  asOf: date,
  source: refs.source,
  note: text.optional(),
});

const amount = z
  .union([finite, interval, z.tuple([finite, finite, finite])])
  .describe("A number, [lowest, highest], or [lowest, likeliest, highest].");

const production = z.strictObject({
  plutonium: z
    .strictObject({
      thermalPower: amount.describe("MW"),
      capacityFactor: amount.describe("0–1: the part of the year at full power"),
      gramsPerMegawattDay: amount.optional().describe("1 unless said"),
    })
    .optional(),
  enrichment: z
    .strictObject({
      work: amount.describe("Separative work units a year"),
      product: finite.gt(0).lt(100).describe("Percent of uranium-235"),
      tails: finite.gt(0).lt(100).optional().describe("Percent; 0.3 unless said"),
      feed: finite.gt(0).lt(100).optional().describe("Percent; natural uranium, 0.711, unless said"),
    })
    .optional(),
});

const inventoryScenario = z.strictObject({
  id,
  name: text.optional(),
  asOf: date,
  stock: amount.describe("What there was on that day."),
  growth: amount.optional().describe("What is added in a year; 0 unless said."),
  production: production.optional().describe("Instead of growth: what a plant can add in a year, in kilograms."),
  method: text.optional(),
  source: refs.source.optional(),
  note: text.optional(),
});

const inventory = z.strictObject({
  id,
  name: text,
  party: refs.party.optional().describe("Who holds it."),
  unit: text,
  declared: z.strictObject({ amount: finite, asOf: date, source: refs.source.optional() }).optional(),
  scenarios: z
    .array(inventoryScenario)
    .max(20)
    .optional()
    .describe("Estimates, each whole in itself: one plant, two plants. They are never mixed."),
  of: z
    .array(
      z.strictObject({
        inventory: refs.inventory,
        per: finite.gt(0).describe("How much of it makes one unit of this."),
      }),
    )
    .max(10)
    .optional()
    .describe("Counted from others: weapons from plutonium and uranium."),
  use: finite.gt(0).max(1).optional().describe("The part of what it is counted from that is used; all unless said."),
  note: text.optional(),
});

const source = z.strictObject({
  id,
  title: text,
  publisher: text.optional(),
  date: date.optional(),
  author: text.max(200).optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/)
    .optional()
    .describe("Of the document, as in BCP 47: en, ko, pt-BR."),
  url: z.string().max(2000).optional(),
  grade: z
    .string()
    .regex(/^[A-F][1-6]$/)
    .optional()
    .describe(
      "How far it is to be trusted, by the Admiralty scale: A (reliable) to F (cannot be judged), and 1 (confirmed) to 6 (cannot be judged).",
    ),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe("SHA-256 of the text that is kept, in hexadecimal digits."),
  document: undotted.optional().describe("Its text, as it was read, is kept in documents/<name>.txt."),
  note: text.optional(),
});

const speaker = z.strictObject({
  name: text.max(200).describe("In full, as statements write it."),
  aliases: aliases.describe("What else documents call the speaker: POTUS, Chairman Kim."),
  role: text.max(200).optional(),
  party: refs.party.optional().describe("For whom the speaker speaks; left out for outsiders."),
});

const deadline = z.strictObject({
  id,
  text: text.describe("What ends, lapses or begins: the contract lapses."),
  on: date.describe("The last day on which it can still be agreed."),
  otherwise: partialPackage
    .optional()
    .describe("What no deal means from the day after, beside what it means already: issue: option."),
  source: refs.source.optional(),
  note: text.optional(),
});

const acceptance = z
  .strictObject({
    atLeast: z.number().int().min(1).max(12).optional().describe("So many of the negotiating parties."),
    all: z.array(refs.party).max(12).optional().describe("These each have a veto."),
    groups: z
      .array(z.strictObject({ of: z.array(refs.party).min(1).max(12), atLeast: z.number().int().min(1).max(12) }))
      .max(12)
      .optional()
      .describe("So many of each group: sufficient consensus."),
  })
  .describe("Who must sign for an agreement to stand; all who negotiate unless said.");

/** The form of case files: `parley: 1` in case.yaml. Another number says that an older program cannot read them. */
export const CASE_VERSION = 1;

/** case.yaml: who, about what, and how things stand. */
const caseSchema = z
  .strictObject({
    parley: z.literal(CASE_VERSION).describe("The version of this format."),
    title: text,
    about: text.optional(),
    imported: z
      .strictObject({
        from: z.array(text).max(50).describe("The files that the case was made from."),
        notes: z.array(text).max(500).optional().describe("What was left out of them, or taken to mean something."),
      })
      .optional()
      .describe("Where the case comes from, if another program's files or spreadsheets."),
    asOf: date.optional().describe("The day the case is seen from, unless --as-of says otherwise."),
    team: refs.party.optional().describe("The party whose team works on the case: it is spoken to as you."),
    parties: z.array(party).min(1).max(12),
    acceptance: acceptance.optional(),
    goals: z.array(goal).optional().describe("In the order that the parties agreed."),
    issues: z.array(issue).max(200),
    rules: z.array(rule).max(200).optional().describe("What is possible for anyone."),
    noDeal: z
      .union([partialPackage, dated({ package: partialPackage })])
      .optional()
      .describe(
        "What happens without a deal; issues left out stay as today. Or a list: what no deal would mean from which day on.",
      ),
    deadlines: z
      .array(deadline)
      .max(50)
      .optional()
      .describe("Days by which something must be agreed, and what happens then."),
    terms: z.array(term).optional(),
    estimates: z.array(estimate).optional(),
    inventories: z.array(inventory).max(50).optional().describe("What a side holds, as declared and as estimated."),
    sources: z.array(source).optional(),
    speakers: z
      .array(speaker)
      .max(500)
      .optional()
      .describe("Who speaks in documents, under which names, and for whom."),
  })
  .meta({ title: "Parley: case.yaml" });

/** How sure a rank is that somebody gives. */
const CERTAINTIES = ["sure", "fairly-sure", "a-guess"] as const;

const swings = z.strictObject({
  rank: z
    .array(z.union([refs.issue, z.array(refs.issue)]))
    .optional()
    .describe(
      "Which issue you would raise first from its worst to its best. A nested list: order among them not said.",
    ),
  points: z
    .record(refs.issue, finite.nonnegative())
    .optional()
    .describe("What each swing is worth, in any unit; every issue."),
  intervals: z.record(refs.issue, interval).optional().describe("Bounds on a normalised weight, between 0 and 1."),
  ends: z
    .record(refs.issue, z.tuple([optionRef, optionRef]))
    .optional()
    .describe("issue: [worst, best] as they were when the swings were asked."),
  certainty: z
    .enum(CERTAINTIES)
    .optional()
    .describe("How sure the rank is. Unless said: fairly-sure where it is estimated, else sure."),
});

const scores = z.strictObject({
  prefer: z.enum(["more", "less"]).optional().describe("Short for a rank along the order of the options."),
  rank: z.array(listed).min(1).optional().describe("Best first; a nested list: equally good."),
  largestStep: z
    .tuple([optionRef, optionRef])
    .optional()
    .describe("The two neighbouring options whose step is worth most."),
  points: z.record(refs.option, finite).optional().describe("What each option is worth, in any unit; every option."),
  intervals: z
    .record(refs.option, interval)
    .optional()
    .describe("Bounds on a score, 0 at the worst option and 1 at the best."),
  indifferent: z.literal(true).optional(),
  note: text.optional(),
});

const delay = z
  .strictObject({
    inventory: refs.inventory,
    scenario: refs.scenario.optional().describe("One of its scenarios; the range over all of them unless said."),
    points: finite.min(-1000).max(1000).describe("What one unit more of it changes, in points."),
  })
  .describe("Instead of pointsPerMonth: it changes as an inventory of the case grows.");

const costOfDelay = z.strictObject({
  id,
  text: text.optional(),
  from: date.describe("The day from which it runs: a strike begins, a contract lapses."),
  until: date.optional(),
  pointsPerMonth: z.union([finite, interval]).optional().describe("What a month costs, or [lowest, highest]."),
  worseThan: z
    .record(refs.issue, z.tuple([optionRef, optionRef]))
    .optional()
    .describe("issue: [from, to]. A month of it is worse than going from the one to the other."),
  lessBadThan: z
    .record(refs.issue, z.tuple([optionRef, optionRef]))
    .optional()
    .describe("issue: [from, to]. A month of it is less bad than going from the one to the other."),
  source: refs.source.optional(),
});

const reservation = z.strictObject({
  points: z.union([finite, interval]).optional().describe("0–100, or [lowest, highest]."),
  pointsPerMonth: finite.min(-100).max(100).optional(),
  delay: delay.optional(),
  date: date.optional(),
  asGoodAs: packageRef.optional(),
  between: z.tuple([packageRef, packageRef]).optional().describe("[worse, better]"),
  note: text.optional(),
});

const alternative = z.strictObject({
  id,
  text: text.optional(),
  points: z.union([finite, interval]),
  pointsPerMonth: finite.min(-100).max(100).optional(),
  delay: delay.optional(),
  date: date.optional(),
  source: refs.source.optional(),
});

const redLine = z.strictObject({
  id,
  text: text.optional(),
  package: conditions.describe("Crossed by a package that has all of these."),
  from: date.optional(),
  until: date.optional(),
  source: refs.source.optional(),
});

/** What can be answered to an offer. */
const ANSWERS = ["accepted", "refused", "countered", "lapsed", "withdrawn", "let-stand"] as const;

/** What a response says beside whose it is and to which offer. */
const responded = {
  date,
  answer: z.enum(ANSWERS),
  with: refs.offer.optional().describe("The offer that it countered with."),
  instead: z
    .union([z.literal("going-on"), packageRef])
    .optional()
    .describe(
      "What was better for it than to accept: no-deal, going-on (with the talks), or an offer that it could expect. Left out: no deal or going on.",
    ),
  tactical: text.optional().describe("Why it is not to be believed; nothing is then concluded from it."),
  reliability: finite
    .gt(0)
    .max(1)
    .optional()
    .describe("The chance that it was meant, and no mistake and no tactic; 1 unless said."),
  source: refs.source.optional(),
  note: text.optional(),
};

const response = z.strictObject({ by: refs.party, ...responded });
const heardResponse = z.strictObject({ to: refs.offer, ...responded });

const answer = z.strictObject({
  prefer: packageRef,
  to: packageRef,
  date: date.optional(),
  source: refs.source.optional(),
  note: text.optional(),
});

/** interests/<party>.<holder>.yaml: what one party needs, in one holder's view. Confidential to the holder. */
const interestsSchema = z
  .strictObject({
    party: refs.party,
    holder: undotted,
    basis: z.enum(["stated", "elicited", "estimated"]),
    date,
    note: text.optional(),
    imported: z
      .array(text)
      .max(500)
      .optional()
      .describe("What was left out of this party's own file, or taken to mean something, when it was imported."),
    swings: swings.optional(),
    scores: z.record(refs.issue, scores).optional(),
    reservation: reservation.optional(),
    alternatives: z.array(alternative).max(20).optional(),
    redLines: z.array(redLine).max(50).optional(),
    answers: z.array(answer).max(200).optional(),
    responses: z
      .array(heardResponse)
      .max(200)
      .optional()
      .describe(
        "What this party answered to offers, as far as only the holder knows it; the rest stands in the record.",
      ),
    costsOfDelay: z.array(costOfDelay).max(20).optional().describe("What waiting costs this party."),
    bluffs: z.array(refs.offer).optional().describe("The party's own offers that are not to be taken as answers."),
    roadmap: z
      .strictObject({
        exposure: finite.min(0).optional().describe("The loss, in points, that the party accepts if the others stop."),
        temptation: finite.min(0).optional().describe("The gain from stopping, in points, that the party would forgo."),
        worth: z
          .record(refs.worth, finite)
          .optional()
          .describe("commitment, deposit or guarantee: points, where the issue's move does not say it."),
      })
      .optional(),
  })
  .meta({ title: "Parley: interests/<party>.<holder>.yaml" });

const stance = z.strictObject({
  issue: refs.issue,
  option: optionRef.optional(),
  range: z.tuple([optionRef, optionRef]).optional().describe("[least, most]"),
  not: listed.optional(),
});

const words = z.strictObject({
  quote: text.describe("The words themselves; parts are parted by …"),
  spans: z
    .array(z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]))
    .min(1)
    .max(200)
    .optional()
    .describe("Where they stand in the source's document: [start, end) in UTF-16 units."),
});

const statement = z.strictObject({
  id,
  date,
  speaker: text,
  role: text.optional(),
  party: refs.party.optional().describe("The party the speaker speaks for; left out for outsiders."),
  about: refs.party.optional().describe("Whose position it is about."),
  stances: z.array(stance).optional(),
  term: refs.term.optional(),
  says: text.describe("In our words."),
  words: words.optional().describe("In theirs, and where they stand."),
  source: refs.source,
  witnesses: z.array(refs.source).max(50).optional().describe("Other sources that give the same words."),
});

const offer = z.strictObject({
  id,
  name: text.optional(),
  date,
  by: z
    .union([refs.party, z.array(refs.party).min(1).max(12)])
    .optional()
    .describe("A negotiating party, or those that made it together. Left out: it binds nobody."),
  outsider: text.optional().describe("Who proposed it, where that is no party."),
  withdrawn: date.optional(),
  until: date.optional().describe("The last day on which it can be accepted."),
  if: conditions
    .optional()
    .describe(
      "What it hangs on: if the others give this, the package is theirs. On issues that the package does not name.",
    ),
  package: z
    .record(refs.issue, z.union([optionRef, yearPlan]))
    .describe("issue: option; of a number also by years: {years: [11, 3, 3]}."),
  ranges: z
    .record(refs.issue, z.tuple([optionRef, optionRef]))
    .optional()
    .describe("issue: [least, most]. Anything between is offered: 34 to 36 %."),
  rest: z
    .enum(["today", "previous", "open"])
    .optional()
    .describe("What holds on the issues it does not name; today unless said."),
  terms: z.array(refs.term).max(50).optional().describe("Terms whose words it uses."),
  says: text.optional(),
  source: refs.source.optional(),
  responses: z.array(response).max(100).optional().describe("What the others answered, and when."),
});

/** record.yaml: what was said and offered, each dated and sourced. */
const recordSchema = z
  .strictObject({ statements: z.array(statement).optional(), offers: z.array(offer).optional() })
  .meta({ title: "Parley: record.yaml" });

const period = z
  .string()
  .max(60)
  .register(meanings, { means: "period" })
  .describe("60 days, 2 months, 1 year and 6 months. Months and years are counted by the calendar; no holidays.");

const session = z
  .union([
    text,
    z.strictObject({
      name: text,
      day: z.number().int().min(1).max(31).optional().describe("Of the meeting: 1, its first, unless said."),
      at: z
        .string()
        .refine((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time), "is no time; write one such as 09:30")
        .optional()
        .describe("When it begins, in the meeting's time zone: 09:30."),
      minutes: z.number().int().min(5).max(1440).optional().describe("How long it lasts; an hour unless said."),
    }),
  ])
  .describe("One-on-one session, working lunch, expanded meeting …");

const meeting = z.strictObject({
  id,
  name: text,
  from: date.describe("Its first day, or the month of it; of the first one where it is held again and again."),
  until: date.optional().describe("Its last day. Or say how many days it lasts."),
  days: z.number().int().min(1).max(31).optional(),
  place: text.optional(),
  timeZone: z.string().max(60).optional().describe("Asia/Ho_Chi_Minh, Europe/Vienna …; for sessions with times."),
  parties: z.array(refs.party).min(1).max(12).optional().describe("Who meets; all who negotiate unless said."),
  sessions: z.array(session).max(50).optional(),
  every: z
    .string()
    .max(60)
    .optional()
    .describe("3 months, two weeks, or three to four months: planned at the shorter, held by the longer."),
  on: z.string().max(30).optional().describe("Of a monthly meeting: first Monday, last Wednesday …"),
  ends: date.optional().describe("The last day on which one may begin; three years ahead unless said."),
  rounds: z
    .array(z.strictObject({ name: text, ahead: period, days: z.number().int().min(1).max(31).optional() }))
    .max(10)
    .optional()
    .describe("Rounds that prepare each meeting: so long before its first day."),
  agenda: z.array(text).max(50).optional().describe("What is on it beside what is open."),
  extension: text.optional().describe("How it may be prolonged."),
  note: text.optional(),
  source: refs.source.optional(),
});

const framework = z
  .strictObject({
    title: text.optional(),
    place: text.optional().describe("Where it is signed."),
    date: date.optional().describe("When."),
    entryIntoForce: text.optional().describe("When it begins to bind: on signature, on the exchange of notes …"),
    duration: text.optional(),
    depositary: text.optional().describe("Who keeps the original: a party, or somebody else."),
    disputes: text.optional().describe("How they settle what they read differently."),
    languages: z.array(text).max(12).optional(),
    source: refs.source.optional(),
    note: text.optional(),
  })
  .describe("What the signed text says beside what is promised.");

const commitment = z.strictObject({
  id,
  by: z
    .union([refs.party, z.array(refs.party).min(1).max(12)])
    .describe("The party that promises it, or those that promise it together."),
  for: z
    .union([refs.party, z.array(refs.party)])
    .optional()
    .describe("Whom it serves; for the reader. What it is worth to each follows from the issue."),
  issue: refs.issue.optional().describe("Left out: it moves no issue, and is worth what interests files say."),
  from: optionRef.optional().describe("Where it begins; where the one before it on this issue ends, unless said."),
  to: optionRef.optional().describe("The option that it brings the issue to."),
  share: finite.gt(0).max(1).optional().describe("The part of the way that it goes, where several share it."),
  text: text.optional(),
  article: text.optional().describe("Where in the agreement it stands."),
  terms: z.array(refs.term).max(50).optional().describe("Terms whose words it uses."),
  after: z.array(refs.commitment).max(200).optional().describe("Commitments that must be complete before it begins."),
  takes: period.optional().describe("From its beginning to its end."),
  verification: z
    .strictObject({ method: text.optional(), takes: period.optional().describe("From its end until the others know.") })
    .optional(),
  reversible: finite
    .min(0)
    .max(1)
    .optional()
    .describe("The part of it that is taken back when the rest is called off; 0 unless said."),
  divisible: z.boolean().optional().describe("true: it can be delivered in slices of any size."),
  start: date.optional().describe("The day on which it is planned to begin. Left out: as the roadmap finds best."),
  due: date.optional().describe("The day by which it must be complete."),
  source: refs.source.optional(),
  note: text.optional(),
});

const milestone = z.strictObject({
  id,
  name: text,
  at: z.union([date, period]).describe("A day, or so long after the start."),
  complete: z.array(refs.commitment).max(200).optional().describe("Commitments that must be complete by then."),
  atMost: z
    .strictObject({
      total: finite,
      of: z.record(refs.issue, finite).describe("issue whose options are numbers: what one of its units counts"),
      unit: text.optional(),
    })
    .optional()
    .describe("What may be left by then, counted over issues whose options are numbers."),
  source: refs.source.optional(),
  note: text.optional(),
});

const roadmap = z.strictObject({
  start: date.optional().describe("The first day; the as-of day unless said."),
  deposits: z
    .array(z.strictObject({ id, by: refs.party, text, source: refs.source.optional() }))
    .max(50)
    .optional()
    .describe("What a party loses to the others where it stops. Worth in points: interests files."),
  guarantees: z
    .array(z.strictObject({ id, by: text, for: refs.party, text, source: refs.source.optional() }))
    .max(50)
    .optional()
    .describe("What somebody else makes good to a party where the others stop."),
  escrows: z
    .array(
      z.strictObject({
        id,
        by: text.optional(),
        text: text.optional(),
        holds: z.array(refs.commitment).min(2).max(50),
      }),
    )
    .max(50)
    .optional()
    .describe("Commitments that a third party holds, and releases at once when all are verified."),
  milestones: z.array(milestone).max(100).optional(),
});

const metric = z.strictObject({
  id,
  name: text.optional(),
  unit: text.optional().describe("kg U, t, %, machines … Figures in other units of the kind are converted."),
  enrichment: finite
    .gt(0)
    .lt(100)
    .optional()
    .describe("Percent of uranium-235, to convert UF6 and U; natural unless said."),
  inspect: period.optional().describe("How long a proof of it stands, for obligations that do not say so themselves."),
  occasions: z
    .boolean()
    .optional()
    .describe(
      "true: a figure is of something that happened on its day and is over with it; else of a state that lasts.",
    ),
  note: text.optional(),
});

const baseline = z
  .strictObject({
    share: finite.gt(0).max(1000).describe("Per cent."),
    of: refs.metric.describe("The metric whose figures are the baseline."),
    from: date,
    until: date,
  })
  .describe("A share of the mean of what was observed over a time.");

const bound = z
  .union([
    finite,
    z.strictObject({ value: finite, unit: text }),
    baseline,
    z
      .array(z.strictObject({ value: finite, unit: text }))
      .min(1)
      .max(4),
  ])
  .describe(
    "A number in the metric's unit, {value, unit}, or the same limit as the text gives it in several units; or a share of an observed baseline.",
  );

const trigger = {
  within: period.optional().describe("How long after what happened it is due."),
  after: refs.event
    .optional()
    .describe(
      "What happens: a metric whose figure is above 0, an obligation that is fulfilled, a power that is invoked.",
    ),
};

const bounds = { atMost: bound.optional(), atLeast: bound.optional() };

/** What is owed, in one of these ways. */
const norms = {
  keep: z
    .strictObject({
      metric: refs.metric,
      ...bounds,
      limits: z
        .array(z.strictObject({ from: date, ...bounds }))
        .min(1)
        .max(100)
        .optional()
        .describe("Where the limit changes: each from its day on."),
      over: z
        .strictObject({
          take: z.enum(["total", "mean", "trend"]).describe("trend: by how much a figure grows in a year."),
          length: period.describe("How long the window is."),
          starting: date
            .optional()
            .describe(
              "Windows follow on each other from this day (a quota a year); else each reaches back from its figure.",
            ),
        })
        .optional()
        .describe("What is held against the limit is made of the figures of a time."),
    })
    .optional()
    .describe("A figure stays within a limit."),
  achieve: z
    .strictObject({ metric: refs.metric.optional(), ...bounds, by: date.optional(), ...trigger })
    .optional()
    .describe("Something is done by a day: a figure reaches a bound, or a row says that it is fulfilled."),
  prohibit: z.strictObject({ metric: refs.metric }).optional().describe("Something is not done: its figure stays 0."),
  report: z
    .strictObject({
      metric: refs.metric.describe("What the rows of the reports are called."),
      first: date.optional().describe("The day by which the first is due; left out where each is due after something."),
      ...trigger,
      every: period.optional().describe("Left out: once."),
      grace: period.optional().describe("How long after a due day it is still in time."),
    })
    .optional()
    .describe("A report comes by a day; that it does not come is an event."),
} satisfies Record<NormForm, z.ZodType>;

const obligation = z.strictObject({
  id,
  by: z
    .union([refs.party, z.array(refs.party).min(1).max(50)])
    .describe("The party that owes it, or those that owe it together."),
  to: z
    .union([refs.party, z.array(refs.party)])
    .optional()
    .describe("Whom it is owed; for the reader."),
  text: text.optional(),
  article: text.optional(),
  terms: z.array(refs.term).max(50).optional().describe("Terms whose words it uses."),
  from: date.optional().describe("The first day on which it binds."),
  until: date.optional().describe("The last."),
  extendable: z
    .boolean()
    .optional()
    .describe("true: the parties may agree that it lasts longer; a row says so: extended."),
  conditional: z.boolean().optional().describe("true: it binds once a row says that it is activated."),
  ...norms,
  proof: z
    .enum(["verified", "reported", "declared", "estimated"])
    .optional()
    .describe("The least that a figure must be to prove anything; verified unless said."),
  inspect: period
    .optional()
    .describe(
      "How long a proof stands: after that nothing is called kept on it. That of the metric, or 6 months, unless said.",
    ),
  warn: period.optional().describe("How far ahead a projection is taken seriously; 6 months unless said."),
  contested: z
    .array(z.strictObject({ by: refs.party, text, date: date.optional(), source: refs.source.optional() }))
    .max(20)
    .optional()
    .describe("Who says that this is no such obligation, and why. It is flagged, and judged all the same."),
  source: refs.source.optional(),
  note: text.optional(),
});

const power = z.strictObject({
  id,
  by: z.union([refs.party, z.array(refs.party)]).describe("Who may invoke it."),
  text: text.optional(),
  article: text.optional(),
  against: refs.party.optional(),
  after: z
    .array(refs.obligation)
    .max(200)
    .optional()
    .describe("Obligations whose breach lets it be invoked; any unless said."),
  needsBreach: z.boolean().optional().describe("false: it may be invoked at any time, as a right to withdraw may."),
  stages: z
    .array(
      z.strictObject({
        id,
        name: text.optional(),
        takes: period,
        extendable: z.boolean().optional().describe("true: by consensus."),
      }),
    )
    .max(20)
    .optional()
    .describe("What it runs through once it is invoked."),
  suspends: z.array(refs.obligation).max(200).optional().describe("Obligations that rest once it is exerted."),
  terminates: z.array(refs.obligation).max(200).optional().describe("Obligations that end once it is exerted."),
  source: refs.source.optional(),
  note: text.optional(),
});

const sideLetter = z.strictObject({
  id,
  by: refs.party.describe("Who writes it."),
  to: z
    .union([refs.party, z.array(refs.party).min(1).max(12)])
    .optional()
    .describe("Whom it is written to; all others who negotiate unless said."),
  text: text.describe("What it says."),
  terms: z.array(refs.term).max(50).optional().describe("Terms whose words it uses."),
  source: refs.source.optional(),
  note: text.optional(),
});

/** agreement.yaml: what is on the table, what is promised, in what order, and when the parties meet. */
const agreementSchema = z
  .strictObject({
    onTheTable: packageRef.optional(),
    commitments: z.array(commitment).max(200).optional(),
    roadmap: roadmap.optional(),
    framework: framework.optional(),
    meetings: z.array(meeting).max(100).optional(),
    metrics: z.array(metric).max(500).optional().describe("What observations.csv may speak of."),
    obligations: z.array(obligation).max(500).optional().describe("What must be kept, once it is signed."),
    powers: z.array(power).max(50).optional().describe("What may be done where it is not: suspension, snap-back."),
    sideLetters: z
      .array(sideLetter)
      .max(50)
      .optional()
      .describe("Letters that one side gives with the agreement: annexed to it, and binding their writer alone."),
  })
  .meta({ title: "Parley: agreement.yaml" });

const unitInterval = z.union([finite.min(0).max(1), z.tuple([finite.min(0).max(1), finite.min(0).max(1)])]);

const site = z.strictObject({
  id,
  name: text.optional(),
  party: refs.party.optional().describe("On whose ground it is."),
  items: z.number().int().min(1).max(1_000_000).optional().describe("Declared items that can be checked one by one."),
  each: finite.gt(0).optional().describe("What one of them holds, in the unit of the goal."),
  effort: finite
    .gt(0)
    .optional()
    .describe("To check one item; or, without items, to visit the site once. 1 unless said."),
  identification: finite.gt(0).max(1).optional().describe("How sure a check is to see what is wrong; 1 unless said."),
  belief: unitInterval
    .optional()
    .describe("How likely it is that something undeclared is here: a range rather than a number."),
  overlook: unitInterval.optional().describe("How likely one look misses it though it is here."),
  gain: finite.gt(0).optional().describe("What a violation here brings the violator where it is not seen."),
  sanction: finite.min(0).optional().describe("What it costs where it is."),
  source: refs.source.optional(),
  note: text.optional(),
});

/** verification/<holder>.yaml: how one side would look, and what it suspects. Confidential to the holder. */
const verificationSchema = z
  .strictObject({
    holder: undotted,
    date,
    note: text.optional(),
    goal: z
      .strictObject({
        material: z.enum(["plutonium", "uranium-233", "high-enriched-uranium", "low-enriched-uranium"]).optional(),
        quantity: finite.gt(0).optional().describe("What must not go unseen."),
        unit: text.optional(),
        detection: finite.gt(0).lt(1).optional().describe("How likely it should be seen; 0.9 unless said."),
        timeliness: period.optional().describe("How soon."),
        source: refs.source.optional(),
      })
      .optional()
      .describe("Left out, or in part: the IAEA's goal for the material."),
    effort: z
      .strictObject({ total: finite.min(0), unit: text.optional(), every: period.optional() })
      .optional()
      .describe("What there is to spend in one round of inspections."),
    stakes: z
      .strictObject({ gain: finite.gt(0).optional(), sanction: finite.min(0).optional() })
      .optional()
      .describe("What an unseen violation brings and a seen one costs, in one unit; 1 and 1 unless said."),
    occasions: z
      .strictObject({ periods: z.number().int().min(1).max(1000), inspections: z.number().int().min(0).max(1000) })
      .optional()
      .describe("Of so many occasions so many can be inspected."),
    sites: z.array(site).min(1).max(500).optional(),
    lists: z
      .strictObject({
        declared: z.number().int().min(0).max(1_000_000),
        known: z.number().int().min(0).max(1_000_000),
        both: z.number().int().min(0).max(1_000_000),
      })
      .optional()
      .describe("How many were declared, how many were known otherwise, and how many are on both lists."),
  })
  .meta({ title: "Parley: verification/<holder>.yaml" });

export type CaseDocument = z.output<typeof caseSchema>;
export type InterestsDocument = z.output<typeof interestsSchema>;
export type RecordDocument = z.output<typeof recordSchema>;
export type AgreementDocument = z.output<typeof agreementSchema>;
export type VerificationDocument = z.output<typeof verificationSchema>;

/** The kinds of file, by the name under which their JSON Schema is published. */
export const schemas = {
  case: caseSchema,
  interests: interestsSchema,
  record: recordSchema,
  agreement: agreementSchema,
  verification: verificationSchema,
} as const;

export type FileKind = keyof typeof schemas;

/** What a text of this schema is beyond its form; null where it is a text like any other. */
export const meaningOf = (schema: z.ZodType): TextMeaning | null => meanings.get(schema)?.means ?? null;

/** Whether what follows a schema of these is a day, or left out. */
export function isOfDay(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional) return isOfDay(schema.unwrap());
  return schema instanceof z.ZodType && meaningOf(schema) === "date";
}

/** JSON Schema (draft 2020-12) of one kind of file, for editors. */
export function jsonSchema(kind: FileKind): object {
  return z.toJSONSchema(schemas[kind], { io: "input", unrepresentable: "any" });
}
