// How a statement that was found in a document goes on record, with its source and the place of its words.
import { type Case, isOwnPosition, nameFor, type ReadStatement, type Wording } from "@parley/core";
import { written } from "./interests-file.js";
import type { FieldEdit } from "./parts/unsaved-edits.js";

/** A document on the page: its text, and what is said of it. */
export interface OpenDocument {
  /** Under which it is kept; null until a statement of it is on record. */
  readonly name: string | null;
  readonly text: string;
  readonly title: string;
  readonly publisher: string;
  /** ISO day, month or year; empty where it is not known. */
  readonly date: string;
  readonly url: string;
  readonly remarks: readonly string[];
}

/** What a person settled of a statement. */
export interface Attachment {
  readonly speaker: string;
  readonly role: string;
  readonly party: string;
  readonly about: string;
  readonly issue: string;
  readonly option: string;
  /** For the option, or against it. */
  readonly stand: "for" | "against";
  /** The last option that is left open, where that is a range; empty for one option. */
  readonly to: string;
  readonly date: string;
  readonly says: string;
}

/** The words of a statement: its stretches, or, for what is reported, the report. */
export const spansOf = ({ segments, content }: ReadStatement) => (segments.length > 0 ? segments : content);

/** What the form proposes. */
export function proposed(statement: ReadStatement, document: OpenDocument): Attachment {
  const { speaker, party, suggestions, dates, content, holder, holderParty, stance } = statement;
  const beside = dates.find(
    (one) => one.date?.length === 10 && !content.some(({ start, end }) => start <= one.start && one.end <= end),
  );
  const first = suggestions[0];
  // What was denied, asked or told of another is not the speaker's position: whose it is, and which, is for a person to say.
  const own = isOwnPosition(statement);
  return {
    speaker: speaker?.name ?? "",
    role: speaker?.role ?? "",
    party: party ?? "",
    about: holder ? (holderParty ?? "") : (party ?? ""),
    issue: party && first ? first.issue : "",
    // What hangs on a condition is no plain stance: a person says what it comes to.
    option: own && stance.condition === null && party && first ? (first.option ?? first.range?.[0] ?? "") : "",
    stand: stance.act === "refuses" ? "against" : "for",
    to: own && stance.condition === null && party && first ? (first.range?.[1] ?? "") : "",
    date: statement.on ?? beside?.date ?? document.date,
    says: statement.kind === "direct" ? `“${statement.quote}”` : statement.quote,
  };
}

/** A document as a source in case.yaml, under a name that is not taken. */
export function sourceEdit(
  { sources }: Pick<Case, "sources">,
  { title, publisher, date, url }: OpenDocument,
  documents: readonly string[],
  words: Wording["statements"]["document"],
): { readonly name: string; readonly edit: FieldEdit } {
  const taken = new Set([...documents, ...sources.map((one) => one.id)]);
  const name = nameFor(`${title} ${date}`, taken, "document");
  const value = {
    id: name,
    title: title || words.untitled,
    ...(publisher && { publisher }),
    ...(date && { date }),
    ...(url && { url }),
    document: name,
  };
  const changes = [{ path: ["sources", sources.length], value }];
  return { name, edit: { what: words.sourceAdded(value.title), file: "case.yaml", changes } };
}

/** The statement as record.yaml has it. */
export const statementValue = (
  id: string,
  statement: ReadStatement,
  { speaker, role, party, about, issue, option, stand, to, date, says }: Attachment,
  source: string,
) => ({
  id,
  date,
  speaker,
  ...(role && { role }),
  ...(party && { party }),
  ...(about && { about }),
  ...(issue && option && about && { stances: [{ issue, ...standing(option, stand, to) }] }),
  says,
  words: { quote: statement.quote, spans: spansOf(statement).map(({ start, end }) => [start, end]) },
  source,
});

/** One option, a range, or all but one. */
function standing(option: string, stand: Attachment["stand"], to: string) {
  if (stand === "against") return { not: written(option) };
  return to === "" || to === option ? { option: written(option) } : { range: [written(option), written(to)] };
}

/** The edit that puts a statement on record. */
export function recordEdit(
  { statements }: Pick<Case, "statements">,
  statement: ReadStatement,
  attachment: Attachment,
  source: string,
  words: Wording["statements"]["attach"],
): { readonly id: string; readonly edit: FieldEdit } {
  const { speaker, date } = attachment;
  const id = nameFor(`${speaker} ${date}`, new Set(statements.map((one) => one.id)), "statement");
  const value = statementValue(id, statement, attachment, source);
  const what = words.done(speaker, date);
  return { id, edit: { what, file: "record.yaml", changes: [{ path: ["statements", statements.length], value }] } };
}
