// The reading of what parties answered to offers, in the record or in a file of interests.
import { isDate } from "./calendar.js";
import { expectPresent } from "./checks.js";
import { firstDay, isBy, lastDay } from "./dates.js";
import { expectName } from "./names.js";
import type { Path } from "./path.js";
import type { Place } from "./problems.js";
import type { Reporter } from "./reporter.js";
import type { Basics } from "./resolve-case.js";
import type { PackageReader, PackageText } from "./resolve-packages.js";
import type { Offer, Response, ResponseAnswer } from "./types.js";

interface Written {
  readonly date: string | number;
  readonly answer: ResponseAnswer;
  readonly with?: string | undefined;
  readonly instead?: PackageText | undefined;
  readonly tactical?: string | undefined;
  readonly reliability?: number | undefined;
  readonly source?: string | undefined;
}

interface Around {
  readonly offer: Offer;
  readonly by: string;
  readonly frame: Basics;
  readonly offers: readonly Offer[];
  readonly packages: PackageReader;
  readonly source: { place(path: Path): Place };
}

/** Answers by which something is turned down. */
const TURNS_DOWN: ReadonlySet<ResponseAnswer> = new Set(["refused", "countered"]);

/** One response; what is wrong with it is reported at its place. */
export function readResponse(report: Reporter, path: Path, written: Written, around: Around): Response {
  const { offer, by, frame, packages, source } = around;
  const { names } = frame;
  const known = expectName(report, [...path, "by"], "party", by, [...names.parties.keys()]);
  if (known) checkResponder(report, path, written, around);
  checkDay(report, path, written, offer);
  if (written.source !== undefined) expectName(report, [...path, "source"], "source", written.source, names.sources);
  checkCounter(report, path, written, around);
  if (written.instead !== undefined && !TURNS_DOWN.has(written.answer))
    report.error([...path, "instead"], "says what was better than to accept; it goes with refused or countered.");
  if (written.tactical !== undefined && written.reliability !== undefined)
    report.error(
      [...path, "reliability"],
      "a response that is not believed needs no reliability. Keep one of the two.",
    );
  const instead = readInstead(report, [...path, "instead"], written, packages, offer.id);
  return {
    to: offer.id,
    by,
    date: String(written.date),
    answer: written.answer,
    with: written.with ?? null,
    instead,
    tactical: written.tactical ?? null,
    reliability: written.reliability ?? 1,
    source: written.source ?? null,
    place: source.place(path),
  };
}

/** What was better for it; an offer that is made only after the response cannot be. */
function readInstead(
  report: Reporter,
  path: Path,
  { instead, date }: Written,
  packages: PackageReader,
  offer: string,
): Response["instead"] {
  if (instead === undefined) return null;
  if (instead === "going-on") return "going on";
  if (typeof instead === "string" && /^going.?on$/i.test(instead)) {
    report.error(path, `"${instead}" is written going-on here.`);
    return "going on";
  }
  if (instead === offer) {
    report.error(path, `"${offer}" is what it answers; that was not better than itself.`);
    return null;
  }
  const read = packages.orNoDeal(path, instead, date);
  if (
    read !== "no deal" &&
    read.since !== undefined &&
    isDate(String(date)) &&
    firstDay(read.since) > lastDay(String(date))
  )
    report.error(
      path,
      `"${read.name}" was made on ${read.since}, after this response (${date}). Mend one of the days.`,
    );
  return read;
}

function checkResponder(report: Reporter, path: Path, { answer, date }: Written, { offer, by, frame }: Around): void {
  const party = frame.names.parties.get(by);
  if (party?.role === "mediator")
    report.error([...path, "by"], `${by} is a mediator, and mediators neither accept nor refuse.`);
  expectPresent(report, path, date, party);
  if (answer === "withdrawn" && !offer.by.includes(by))
    report.error(
      [...path, "by"],
      `only ${offer.by.join(" or ") || (offer.outsider ?? "whoever made it")} can withdraw "${offer.id}".`,
    );
  if (answer !== "withdrawn" && offer.by.includes(by))
    report.error(
      [...path, "answer"],
      `"${offer.id}" is an offer of ${by} itself, and nobody answers its own offer. If it took it back, write withdrawn.`,
    );
}

function checkDay(report: Reporter, path: Path, { date, answer }: Written, offer: Offer): void {
  const day = String(date);
  if (!isDate(day) || !isDate(offer.date)) return;
  if (lastDay(day) < firstDay(offer.date))
    report.error([...path, "date"], `answers on ${day} an offer that was made on ${offer.date}. Mend one of the days.`);
  if (answer === "accepted" && offer.until !== undefined && isDate(offer.until) && firstDay(day) > lastDay(offer.until))
    report.error(
      [...path, "date"],
      `accepts on ${day} an offer that stood until ${offer.until}. Mend one of the days.`,
    );
  const gone = offer.withdrawn;
  if (answer === "accepted" && gone !== null && isDate(gone) && firstDay(day) > lastDay(gone))
    report.error([...path, "date"], `accepts on ${day} an offer that was withdrawn on ${gone}. Mend one of the days.`);
}

function checkCounter(report: Reporter, path: Path, written: Written, { offer, by, frame, offers }: Around): void {
  if (written.with === undefined) return;
  const here = [...path, "with"];
  if (written.answer !== "countered") report.error(here, "names a counter-offer; then the answer is countered.");
  const known = offers.map(({ id }) => id);
  if (!expectName(report, here, "offer", written.with, known) || frame.unsure.has("offer")) return;
  const counter = offers.find(({ id }) => id === written.with);
  if (counter?.id === offer.id) report.error(here, "an offer is no answer to itself.");
  else if (counter && !counter.by.includes(by)) report.error(here, `"${counter.id}" is no offer of ${by}.`);
  else if (
    counter &&
    isDate(counter.date) &&
    isDate(String(written.date)) &&
    firstDay(counter.date) > lastDay(String(written.date))
  )
    report.error(
      here,
      `"${counter.id}" was made on ${counter.date}, after this response (${written.date}). Mend one of the days.`,
    );
  else if (counter && isDate(counter.date) && lastDay(counter.date) < firstDay(offer.date))
    report.error(here, `"${counter.id}" was made on ${counter.date}, before "${offer.id}" (${offer.date}).`);
}

/** Reports where one party accepts and turns down the same offer on one day. */
export function expectConsistent(report: Reporter, path: Path, responses: readonly Response[]): void {
  responses.forEach(({ to, by, date, answer }, index) => {
    const before = responses.slice(0, index).find((other) => other.to === to && other.by === by && other.date === date);
    if (!before || date.length < 10) return;
    if (before.answer === answer)
      report.error([...path, index], `${by} answers "${to}" twice in the same way on ${date}. Keep one.`);
    else if ([before.answer, answer].includes("accepted"))
      report.error(
        [...path, index],
        `${by} is said to have ${wordFor(before.answer)} and ${wordFor(answer)} "${to}" on ${date}. Take one out, or say which came on another day.`,
      );
  });
}

const wordFor = (answer: ResponseAnswer): string => (answer === "let-stand" ? "let stand" : answer);

/** Whether the offer was turned down by it. */
export const turnsDown = ({ answer }: Pick<Response, "answer">): boolean => TURNS_DOWN.has(answer);

/** Whether a response has been given by the end of a day, and is believed. */
export const counts = ({ date, tactical }: Response, day: string): boolean => tactical === null && isBy(date, day);
