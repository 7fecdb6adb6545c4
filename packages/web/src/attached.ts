// How a statement that was found in a document goes on record, with its source and the place of its words.
import {
  type Case,
  isOwnPosition,
  nameFor,
  type ReadStatement,
  type Suggestion,
  type Wording,
} from "@parley/core/internal";
import { digestOf } from "./digest.js";
import { written } from "./interests-file.js";
import type { FieldEdit } from "./parts/unsaved-edits.js";

/** A document on the page: its text, and what is said of it. */
export interface OpenDocument {
  /** Under which it is kept; null until a statement of it is on record. */
  readonly name: string | null;
  readonly text: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly language: string;
  /** ISO day, month or year; empty where it is not known. */
  readonly date: string;
  readonly url: string;
  readonly remarks: readonly string[];
}

/** Where a statement stands on one issue. */
export interface Standing {
  readonly issue: string;
  readonly option: string;
  /** For the option, or against it. */
  readonly stand: "for" | "against";
  /** The last option that is left open, where that is a range; empty for one option. */
  readonly to: string;
}

/** What a person settled of a statement. Where nobody is said to hold its position, or an option is empty, it takes none. */
export interface Attachment {
  readonly speaker: string;
  readonly role: string;
  readonly party: string;
  readonly about: string;
  readonly stances: readonly Standing[];
  /** What it hangs on: it is then an offer of the party that it is about; null for a plain statement. */
  readonly offeredIf: { readonly issue: string; readonly option: string } | null;
  readonly date: string;
  readonly says: string;
}

/** The words of a statement: its stretches, or, for what is reported, the report. */
export const spansOf = ({ segments, content }: ReadStatement) => (segments.length > 0 ? segments : content);

/** What the form proposes. */
export function proposed(statement: ReadStatement, document: Pick<OpenDocument, "date">): Attachment {
  const { speaker, party, suggestions, dates, content, holder, holderParty } = statement;
  const beside = dates.find(
    (one) => one.date?.length === 10 && !content.some(({ start, end }) => start <= one.start && one.end <= end),
  );
  const [first] = suggestions;
  return {
    speaker: speaker?.name ?? "",
    role: speaker?.role ?? "",
    party: party ?? "",
    about: holder ? (holderParty ?? "") : (party ?? ""),
    stances: party && first ? [standingOf(first, statement)] : [],
    offeredIf: null,
    date: statement.on ?? beside?.date ?? document.date,
    says: statement.kind === "direct" ? `“${statement.quote}”` : statement.quote,
  };
}

/** What was denied, asked or told of another is not the speaker's position, and what hangs on a condition is no plain one. */
function standingOf({ issue, option, range }: Suggestion, statement: ReadStatement): Standing {
  const { stance } = statement;
  const isPlain = isOwnPosition(statement) && stance.condition === null;
  return {
    issue,
    option: isPlain ? (option ?? range?.[0] ?? "") : "",
    stand: stance.act === "refuses" ? "against" : "for",
    to: isPlain ? (range?.[1] ?? "") : "",
  };
}

/** Stances on other issues that the words may take too. */
export const furtherStandings = (statement: ReadStatement, taken: readonly Standing[]): readonly Standing[] =>
  statement.suggestions
    .filter(({ issue }) => !taken.some((one) => one.issue === issue))
    .map((one) => standingOf(one, statement));

/** Whether it says whose position it is, and which: else it is evidence. */
export const isComplete = ({ about, stances }: Attachment): boolean =>
  about !== "" && stances.length > 0 && stances.every(({ issue, option }) => issue !== "" && option !== "");

/** What is not known of a document. */
export const UNKNOWN = { name: null, author: "", publisher: "", language: "", date: "", url: "", remarks: [] } as const;

/** A document as a source in case.yaml, under a name that is not taken. */
export function sourceEdit(
  { sources }: Pick<Case, "sources">,
  { text, title, author, publisher, language, date, url }: OpenDocument,
  documents: readonly string[],
  words: Wording["statements"]["document"],
): { readonly name: string; readonly edit: FieldEdit } {
  const taken = new Set([...documents, ...sources.map((one) => one.id)]);
  const name = nameFor(`${title} ${date}`, taken, "document");
  const value = {
    id: name,
    title: title || words.untitled,
    ...(author && { author }),
    ...(publisher && { publisher }),
    ...(language && { language }),
    ...(date && { date }),
    ...(url && { url }),
    document: name,
    digest: digestOf(text),
  };
  const changes = [{ path: ["sources", sources.length], value }];
  return { name, edit: { what: words.sourceAdded(value.title), file: "case.yaml", changes } };
}

/** The statement as record.yaml has it. */
const statementValue = (id: string, statement: ReadStatement, attachment: Attachment, source: string) => {
  const { speaker, role, party, about, date, says, offeredIf } = attachment;
  const stances = about === "" || offeredIf ? [] : attachment.stances.filter(({ issue, option }) => issue && option);
  return {
    id,
    date,
    speaker,
    ...(role && { role }),
    ...(party && { party }),
    ...(about && { about }),
    ...(stances.length > 0 && { stances: stances.map((one) => ({ issue: one.issue, ...standing(one) })) }),
    says,
    words: { quote: statement.quote, spans: spansOf(statement).map(({ start, end }) => [start, end]) },
    source,
  };
};

/** One option, a range, or all but one. */
function standing({ option, stand, to }: Standing) {
  if (stand === "against") return { not: written(option) };
  return to === "" || to === option ? { option: written(option) } : { range: [written(option), written(to)] };
}

/** What hangs on a condition, as an offer in record.yaml: it says nothing of the issues that it does not name. */
function offerValue(id: string, { speaker, about, stances, offeredIf, date, says }: Attachment, source: string) {
  if (!offeredIf) return null;
  const given = stances.filter(({ issue, option, stand }) => issue && option && stand === "for");
  const ranges = given.filter(({ to, option }) => to !== "" && to !== option);
  return {
    id,
    name: `${speaker}, ${date}`,
    date,
    by: about,
    if: { [offeredIf.issue]: written(offeredIf.option) },
    package: Object.fromEntries(given.map(({ issue, option }) => [issue, written(option)])),
    ...(ranges.length > 0 && {
      ranges: Object.fromEntries(ranges.map(({ issue, option, to }) => [issue, [written(option), written(to)]])),
    }),
    rest: "open",
    says,
    source,
  };
}

/** The changes of record.yaml that put statements on record, with the offers that they make. */
export function recordChanges(
  { statements, offers }: Pick<Case, "statements" | "offers">,
  accepted: readonly {
    readonly statement: ReadStatement;
    readonly attachment: Attachment;
    readonly source: string;
    readonly witnesses: readonly string[];
  }[],
): { readonly ids: readonly string[]; readonly changes: FieldEdit["changes"] } {
  const taken = new Set(statements.map(({ id }) => id));
  const offered = new Set(offers.map(({ id }) => id));
  const ids: string[] = [];
  const added: Record<string, unknown>[] = [];
  const values = accepted.map(({ statement, attachment, source, witnesses }) => {
    const id = nameFor(`${attachment.speaker} ${attachment.date}`, taken, "statement");
    taken.add(id);
    ids.push(id);
    const offer = offerValue(nameFor(id, offered, "offer"), attachment, source);
    if (offer) {
      offered.add(offer.id);
      added.push(offer);
    }
    return { ...statementValue(id, statement, attachment, source), ...(witnesses.length > 0 && { witnesses }) };
  });
  return {
    ids,
    changes: [
      ...values.map((value, at) => ({ path: ["statements", statements.length + at], value })),
      ...added.map((value, at) => ({ path: ["offers", offers.length + at], value })),
    ],
  };
}

/** The edit that puts a statement on record. */
export function recordEdit(
  negotiation: Pick<Case, "statements" | "offers">,
  statement: ReadStatement,
  attachment: Attachment,
  source: string,
  words: Wording["statements"]["attach"],
): { readonly id: string; readonly edit: FieldEdit } {
  const { speaker, date } = attachment;
  const { ids, changes } = recordChanges(negotiation, [{ statement, attachment, source, witnesses: [] }]);
  return { id: ids[0] ?? "", edit: { what: words.done(speaker, date), file: "record.yaml", changes } };
}
