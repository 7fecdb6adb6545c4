// The statements of a transcript: every sentence of every turn, said by whoever has the turn.

import type { Sentence } from "./attributed.js";
import { type Paragraph, paragraphsRead } from "./attributed.js";
import { participantsOf } from "./forms/participants.js";
import type { Transcript } from "./forms/transcript.js";
import { governing } from "./governing.js";
import { type HeldStance, heldBy, isOneself, namedIn } from "./holders.js";
import { likelihoodOf } from "./likelihood.js";
import type { Proposed } from "./proposed.js";
import { quotationsOf } from "./quotations.js";
import type { Speaker } from "./reading.js";
import { reportedBy } from "./reported.js";
import type { Unit } from "./sentences.js";
import type { Span } from "./span.js";
import { ownStance, stanceOf } from "./stance.js";
import { spanOf } from "./units.js";

/** How often a sentence under a label is its speaker's, by the transcripts of the tests: a label is never wrong but where none stands. */
const SURE = 0.97;

export function readTurns(
  text: string,
  transcript: Transcript,
): { readonly proposed: Proposed[]; readonly paragraphs: readonly Paragraph[] } {
  const spans = transcript.turns.flatMap(({ said }) => said);
  const paragraphs = paragraphsRead(text, spans, quotationsOf(text, spans), 1);
  const speakers = participantsOf(text, transcript);
  const proposed: Proposed[] = [];
  let place = 0;
  for (const [at, turn] of transcript.turns.entries()) {
    const who = speakers[at];
    const speaker: Speaker | null = who ? { ...who, mention: turn.name } : null;
    for (const _ of turn.said) {
      const paragraph = paragraphs[place++];
      for (const sentence of paragraph?.sentences ?? []) proposed.push(...ofSentence(text, sentence, speaker, at));
    }
  }
  return { proposed, paragraphs };
}

function ofSentence(text: string, sentence: Sentence, speaker: Speaker | null, turn: number): Proposed[] {
  const { units } = sentence;
  const content = withoutDirections(text, spanOf(units, { from: 0, to: units.length - 1 }));
  if (!/[\p{L}\p{N}]/u.test(text.slice(content.start, content.end))) return [];
  return [
    {
      kind: "direct",
      segments: [content],
      content: [content],
      quote: text.slice(content.start, content.end),
      speaker,
      cue: null,
      ...(speaker
        ? positionIn(sentence, speaker)
        : { stance: { act: "states", modality: null, condition: null }, holder: null }),
      clause: null,
      turn,
      confidence: SURE,
      said: [],
    },
  ];
}

const DIRECTION =
  /^\s*[([](?:(?:general |scattered |loud |prolonged )?(?:laughter|laughs?|applause|cheers?|crosstalk|inaudible|pause|interruption|coughs?|sighs?|off[- ]mic(?:rophone)?|indistinct|unintelligible|through (?:an )?interpreter|in [A-Z][a-z]+))\.?[)\]]\s*/i;

/** Without what a stenographer noted before it: "(Laughter.)". */
function withoutDirections(text: string, span: Span): Span {
  const noted = DIRECTION.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
  return { start: span.start + noted, end: span.end };
}

/** What somebody's own sentence does, and whose position it tells: "President Kim told me that he wants …". */
export function positionIn(
  { units, frames }: Sentence,
  speaker: Speaker,
  { addressed = false }: { readonly addressed?: boolean } = {},
): HeldStance {
  const quoted = quotedIn({ units, frames }, speaker);
  if (quoted) return quoted;
  for (const frame of frames) {
    const own = isFirstPerson(units, frame.source.from, frame.source.to);
    if (frame.shape === "state" || (own && frame.source.from > 2)) continue;
    const report = reportedBy(units, frame, frames);
    if (!report || likelihoodOf(units, frame, report, frames) < REPORTS) continue;
    const read = stanceOf(units, frame, report);
    // "We have said that we want the list first": what is said counts.
    if (own) return read.act === "states" ? wholeOf(units, speaker) : heldBy(speaker, null, read);
    const source = namedIn(units, frame.source);
    if (/^(?:it|this|that|which|who)$/i.test(source.name) || (/^you$/i.test(source.name) && !addressed)) continue;
    const told = read.act === "states" ? { ...read, modality: read.modality ?? ("would" as const) } : read;
    const held = heldBy(speaker, source, told);
    if (held.holder) return held;
  }
  return wholeOf(units, speaker);
}

/** "The company told us: “We will not pay.”": what stands between the marks is another's. */
function quotedIn({ units, frames }: Sentence, speaker: Speaker): HeldStance | null {
  for (const [at, { quotation, start, end }] of units.entries()) {
    if (quotation < 0 || end - start < SHORTEST) continue;
    const governed = governing(units, at, frames);
    if (!governed || governed.score < GOVERNS) continue;
    const { from, to } = governed.frame.source;
    if (isFirstPerson(units, from, to)) continue;
    const source = namedIn(units, { from, to });
    if (/^(?:it|this|that|which|who|you)$/i.test(source.name) || isOneself(speaker, source)) continue;
    return { stance: { act: "states", modality: null, condition: null }, holder: source };
  }
  return null;
}

/** Fewer letters between marks are a name or a term. */
const SHORTEST = 14;
const GOVERNS = 70;
const REPORTS = 0.6;

function wholeOf(units: readonly Unit[], speaker: Speaker): HeldStance {
  const read = ownStance(units, { from: 0, to: units.length - 1 });
  return heldBy(speaker, read.subject ? namedIn(units, read.subject) : null, read);
}

const isFirstPerson = (units: readonly Unit[], from: number, to: number): boolean =>
  units.slice(from, to + 1).some(({ lower }) => ["i", "we", "our", "my"].includes(lower));
