// The statements of a formal text: a sentence each, by its party, by all of them or by the body that decides, with the
// number of its clause. What is said in it in quotation marks is read as in prose.
import type { Sentence } from "./attributed.js";
import { actorOf, bodyOf, clauseNumber, isPreamble, operativeVerb } from "./forms/formal.js";
import type { HeldStance } from "./holders.js";
import type { Proposed } from "./proposed.js";
import { type Prose, readProse } from "./prose.js";
import type { Speaker } from "./reading.js";
import type { ReportingFrame } from "./reporting-frame.js";
import type { Unit } from "./sentences.js";
import { meetingAny, type Span } from "./span.js";
import { operativeAct, ownStance } from "./stance.js";

const SURE = 0.9;
/** Nobody is the subject: the parties or the body are taken for the speaker. */
const BY_ALL = 0.75;
const PREAMBLE = 0.3;

export function readClauses(text: string, spans: readonly Span[]): Prose {
  const actors = new Map<Sentence, ReportingFrame>();
  const prose = readProse(text, spans, (sentence) => {
    const actor = actorOf(sentence.units, sentence.frames);
    if (actor) actors.set(sentence, actor);
    return actor;
  });
  const body = bodyOf(text, spans);
  const all = partiesIn(text);
  // What is reported without quotation marks is part of its clause.
  const kept = prose.proposed.filter(({ kind }) => kind !== "indirect" && kind !== "act");
  const isTaken = meetingAny(kept.flatMap(({ said, content }) => [...said, ...content]));
  const clauses: Proposed[] = [];
  let heading: string | null = null;
  let preamble = false;
  for (const paragraph of prose.paragraphs) {
    const line = text.slice(paragraph.start, paragraph.end);
    const number = clauseNumber(line);
    if (number?.alone) {
      heading = number.number;
      continue;
    }
    const reasons = isPreamble(line);
    const decides = body ? operativeVerb(line) : null;
    if (reasons || (preamble && /[;,]$/.test(line) && !number)) preamble = true;
    else preamble = false;
    for (const sentence of paragraph.sentences) {
      const whole = trimmedSpan(
        sentence.units,
        number && sentence === paragraph.sentences[0] ? paragraph.start + number.length : 0,
      );
      if (!whole || isTaken(whole)) continue;
      if (!isClause(sentence)) continue;
      const clause = reasons || preamble ? "preamble" : clauseOf(heading, number?.number ?? null);
      const speaker = speakerOf(text, sentence, actors, prose, body, all, line);
      const from = Math.max(
        0,
        sentence.units.findIndex(({ start }) => start >= whole.start),
      );
      const held = positionOf(sentence, from, actors.get(sentence), prose);
      clauses.push({
        kind: "clause",
        segments: [],
        content: [whole],
        quote: text.slice(whole.start, whole.end),
        speaker: speaker?.speaker ?? null,
        cue: null,
        stance: decides ? { ...held.stance, act: operativeAct(decides) } : held.stance,
        holder: held.holder,
        clause,
        turn: null,
        confidence: clause === "preamble" ? PREAMBLE : speaker?.sure ? SURE : BY_ALL,
        said: [],
      });
    }
  }
  return { ...prose, proposed: [...kept, ...clauses] };
}

const clauseOf = (heading: string | null, number: string | null): string | null =>
  heading && number ? `${heading}, ${number}` : (heading ?? number);

/** A sentence that says something: a verb, and more than a heading has. */
const isClause = ({ units }: Sentence): boolean =>
  units.length >= 4 && units.some(({ pos }) => pos === "VERB" || pos === "AUX");

function trimmedSpan(units: readonly Unit[], from: number): Span | null {
  const own = units.filter(({ start }) => start >= from);
  const first = own[0];
  const last = own.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** What a clause does: by its reporting verb ("denied that …"), else by its own. */
function positionOf(
  { units, frames }: Sentence,
  from: number,
  actor: ReportingFrame | undefined,
  { voices }: Prose,
): HeldStance {
  const report =
    actor && frames.find(({ source }) => source.from === actor.source.from && source.to === actor.source.to);
  const reported = report ? voices.position(report) : null;
  if (reported && reported.stance.act !== "states") return reported;
  const { act, modality, condition } = ownStance(units, { from, to: units.length - 1 });
  return { stance: { act, modality, condition }, holder: reported?.holder ?? null };
}

function speakerOf(
  text: string,
  sentence: Sentence,
  actors: ReadonlyMap<Sentence, ReportingFrame>,
  { voices }: Prose,
  body: Span | null,
  all: Span | null,
  line: string,
): { speaker: Speaker; sure: boolean } | null {
  const actor = actors.get(sentence);
  const speaker = actor ? voices.speaker(actor) : null;
  // "Each Party", "neither side", "either of them": all of them.
  const isEach = actor && /^(?:each|either|neither|no|any)$/.test(sentence.units[actor.source.from]?.lower ?? "");
  if (speaker && !(body && operativeVerb(line)) && !(isEach && all && !body)) return { speaker, sure: true };
  const span = body ?? all;
  if (!span) return null;
  const name = text.slice(span.start, span.end);
  return {
    speaker: { name, role: null, affiliation: null, kind: body ? "organisation" : "group", mention: span },
    sure: body !== null,
  };
}

/** How a text calls all who sign it: "the Parties", "the two sides". */
function partiesIn(text: string): Span | null {
  const found =
    /\b(?:[Tt]he (?:Contracting |High Contracting |State )?Parties|[Tt]he (?:two|three|four) (?:[Ss]ides|[Pp]arties|[Gg]overnments|[Dd]elegations)|[Bb]oth (?:[Ss]ides|[Pp]arties|[Gg]overnments|[Dd]elegations))\b/.exec(
      text,
    );
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}
