// Lists: whose points they are, by the line above them.
import type { Paragraph } from "./attributed.js";
import type { HeldStance } from "./holders.js";
import { isKind } from "./lexicon.js";
import type { Proposed } from "./proposed.js";
import type { Speaker } from "./reading.js";
import { meetingAny, type Span } from "./span.js";
import { type Act, actOfVerb, ownStance, PLAIN } from "./stance.js";
import { asUnits, spanOf } from "./units.js";
import type { GivingPhrase, Voices } from "./voices.js";

/** A paragraph of a list: what stands behind its bullet, number or letter. */
const ITEM = /^(?:[-–—•*·▪◦‣]\s+(?:\[[ x]\]\s+)?|\(?(?:\d{1,2}|[a-z])[.)]\s+)/;
/** A line that is nothing but a name, above a list: whose points they are. */
const OWNER =
  /^(?:\*\*|__|#{1,6}\s+)?((?:The |the )?\p{Lu}[\p{L}.'’&-]*(?:\s(?:of |and |for |the )?\p{Lu}[\p{L}.'’&-]*){0,5})(?:[’']s? (?:offer|demands|proposals?|position|points|claims|conditions))?(?:\*\*|__)?\s*:?(?:\*\*|__)?$/u;
/** "A. Proposals of the Government of Tarskovia" */
const OWNED_BY =
  /^(?:#{1,6}\s+|\*\*)?(?:(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)]\s+)?(?:(?:Opening |Revised |Final |New |Counter-?)?(?:[Pp]roposals?|[Oo]ffers?|[Dd]emands?|[Pp]ositions?|[Pp]oints|[Cc]laims?|[Cc]onditions|[Rr]equests?|[Cc]ommitments?)) (?:of|by|from) ((?:the |The )?\p{Lu}[\p{L}.'’&-]*(?:\s(?:of |and |for |the )?\p{Lu}[\p{L}.'’&-]*){0,6})(?:\*\*)?:?$/u;
const NO_OWNER =
  /^(?:Agreed|Not Agreed|Open|Background|Next Steps|Summary|Agenda|Present|Annex|Notes?|Contact|Offers?|Demands?|Action|Decisions?|Conclusions?|Timeline|Sources?)$/i;

/** "The union demands:", "Northrail is prepared to:" */
const GIVING =
  /^(?:In return,? )?((?:The |Our |Both )?[^:,.;]{2,70}?) (demands?|demanded|wants?|seeks?|asks?(?: for)?|calls? for|called for|insists? on|requires?|offers?|offered|proposes?|proposed|suggests?|undertakes? to|promises?|promised|pledges?|(?:is|are) (?:prepared|ready|willing) to|agrees? to|agreed|accepts?|accepted|rejects?|rejected|refuses?(?: to)?|will|would|shall)(?: that| the following| as follows)?:\**$/u;

/** The phrase of a line above a list that names whose points follow; null where the line says it otherwise. */
export function givingPhrase(text: string, { start, end, sentences }: Paragraph): GivingPhrase | null {
  if (end - start > 300 || text.charAt(end - 1) !== ":") return null;
  const name = GIVING.exec(text.slice(start, end))?.[1];
  const units = sentences.at(-1)?.units;
  if (!name || !units) return null;
  const at = start + text.slice(start, end).indexOf(name);
  const from = units.findIndex((unit) => unit.start >= at);
  const to = units.findLastIndex((unit) => unit.end <= at + name.length);
  return from >= 0 && to >= from ? { units, range: { from, to } } : null;
}

interface Giver {
  readonly speaker: Speaker | null;
  readonly cue: Span | null;
  readonly held: HeldStance;
}

/** "The minister said:", or a party's name, then a list: each item is the minister's, or the party's. */
export function listed(
  text: string,
  paragraphs: readonly Paragraph[],
  voices: Voices,
  found: readonly Proposed[],
): Proposed[] {
  const isTaken = meetingAny(found.flatMap(({ content, segments }) => [...content, ...segments]));
  const items: Proposed[] = [];
  let giver: Giver | null = null;
  for (const paragraph of paragraphs) {
    const { start, end } = paragraph;
    const line = text.slice(start, Math.min(end, start + 4000));
    const bullet = ITEM.exec(line)?.[0].length ?? 0;
    if (bullet === 0) giver = end - start < 4000 ? giverIn(text, paragraph, voices) : null;
    else if (giver) {
      const inner = { start: start + bullet, end: /[;,]$/.test(line) ? end - 1 : end };
      if (inner.end - inner.start >= 4 && !isTaken(inner)) items.push(itemOf(text, paragraph, inner, giver));
    }
  }
  return items;
}

function itemOf(text: string, { start, end, words }: Paragraph, inner: Span, { speaker, cue, held }: Giver): Proposed {
  const own = asUnits(words.filter((word) => word.start >= inner.start));
  const inside = own.length > 0 ? ownStance(own, { from: 0, to: own.length - 1 }) : null;
  const told = held.stance.act === "states" ? (inside?.act ?? "states") : held.stance.act;
  return {
    kind: "indirect",
    segments: [],
    content: [inner],
    quote: text.slice(inner.start, inner.end),
    speaker,
    cue,
    stance: { act: told, modality: inside?.modality ?? null, condition: inside?.condition ?? held.stance.condition },
    holder: held.holder,
    clause: null,
    turn: null,
    confidence: 0.8,
    said: [{ start, end }],
  };
}

/** Who is said to give the list that follows a paragraph; null where nobody is. */
function giverIn(text: string, paragraph: Paragraph, voices: Voices): Giver | null {
  const { start, end, sentences } = paragraph;
  const line = text.slice(start, end);
  const owner = OWNED_BY.exec(line)?.[1] ?? OWNER.exec(line)?.[1];
  if (owner && line.length < 90 && !NO_OWNER.test(owner)) {
    const at = start + line.indexOf(owner);
    const speaker = { ...WHO, name: owner.replace(/^the /i, ""), mention: { start: at, end: at + owner.length } };
    return { speaker, cue: null, held: { stance: PLAIN, holder: null } };
  }
  const last = sentences.at(-1);
  if (!last || !/:\**$/.test(line)) return null;
  const giver = voices.giver(paragraph);
  const verb = GIVING.exec(line)?.[2];
  if (giver && verb)
    return { speaker: giver, cue: null, held: { stance: { ...PLAIN, act: actOfVerb(verb) }, holder: null } };
  const frame = last.frames.findLast(
    ({ lemma, shape }) =>
      (["speech", "clause", "stance"] as const).some((kind) => isKind(lemma, kind)) ||
      shape === "noun" ||
      shape === "state",
  );
  return frame
    ? { speaker: voices.speaker(frame), cue: spanOf(last.units, frame.cue), held: voices.position(frame) }
    : null;
}

const WHO = { role: null, affiliation: null, kind: "organisation" } as const;

/** How long the bullet, number or letter is that a line begins with; 0 for none. */
export const itemLength = (line: string): number => ITEM.exec(line)?.[0].length ?? 0;

/** What a line above a list says of its points: "We call on the Authority to:"; null where it says nothing. */
export function actAbove(line: string): Act | null {
  const before = line.replace(/:\**$/, "");
  const verb = before.toLowerCase().split(/\s+/).slice(0, 8);
  const isNot = verb.some((word) => /^(?:not|cannot|never|don[’']t|can[’']t|won[’']t)$/.test(word));
  const found = actOfVerb(verb.join(" "));
  return found === "states" ? null : isNot && found !== "refuses" ? "refuses" : found;
}
