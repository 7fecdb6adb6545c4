// Estimates the weights of packages/core/src/evidence/reading/likelihood.ts from the training part of PolNeAR, and writes
// them: node bench/dist/fit-cues.js. Logistic regression by AdaGrad; seeded, so that the same texts give the same weights.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
// What core does not show to others.
import { paragraphsRead, type Sentence } from "../../packages/core/dist/evidence/reading/attributed.js";
import { featuresOf } from "../../packages/core/dist/evidence/reading/likelihood.js";
import { paragraphsOf } from "../../packages/core/dist/evidence/reading/paragraphs.js";
import { quotationsOf } from "../../packages/core/dist/evidence/reading/quotations.js";
import { reportedBy } from "../../packages/core/dist/evidence/reading/reported.js";
import { type Attribution, markedTexts, missing } from "./reading-scores.js";

const FILE = join(import.meta.dirname, "../../packages/core/src/evidence/reading/cue-weights.ts");
/** What was seen less often has no weight. */
const SEEN = 20;
const EPOCHS = 14;
const STEP = 0.15;
const DECAY = 1e-3;

interface Example {
  readonly features: readonly string[];
  /** 1 where people marked it as an attribution, and what it reports was found as they marked it. */
  readonly label: 0 | 1;
}

function examplesOf({ units, frames }: Sentence, attributions: readonly Attribution[]): Example[] {
  return frames.map((frame) => {
    const report = reportedBy(units, frame, frames);
    const [head, first, last] = [units[frame.head], units[frame.source.from], units[frame.source.to]];
    const marked = attributions.find(
      ({ cues, sources }) =>
        cues.some(({ start, end }) => head && head.start >= start && head.end <= end) &&
        (sources.length === 0 ||
          sources.some(({ start, end }) => first && last && start < last.end && first.start < end)),
    );
    const found = report && { start: units[report.content.from]?.start ?? 0, end: units[report.content.to]?.end ?? 0 };
    const label = marked && marked.contents.length > 0 && (!found || fits(found, marked)) ? 1 : 0;
    return { features: featuresOf(units, frame, report, frames), label };
  });
}

function fits(found: { start: number; end: number }, { contents }: Attribution): boolean {
  const start = Math.min(...contents.map((one) => one.start));
  const end = Math.max(...contents.map((one) => one.end));
  const shared = Math.min(end, found.end) - Math.max(start, found.start);
  return shared / (Math.max(end, found.end) - Math.min(start, found.start)) >= 0.5;
}

/** The weights, in the order of the features' names. */
function fitted(examples: readonly Example[]): [string, number][] {
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const one of features) seen.set(one, (seen.get(one) ?? 0) + 1);
  const names = [...seen]
    .filter(([, count]) => count >= SEEN)
    .map(([name]) => name)
    .sort();
  const placeOf = new Map(names.map((name, place) => [name, place]));
  const rows = examples.map(({ features, label }) => ({
    label,
    places: features.flatMap((name) => placeOf.get(name) ?? []),
  }));
  const weights = new Float64Array(names.length);
  const squares = new Float64Array(names.length).fill(1e-6);
  const random = xoroshiro128plus(1);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (let at = rows.length - 1; at > 0; at--) {
      const other = (random.next() >>> 0) % (at + 1);
      [rows[at], rows[other]] = [rows[other] as (typeof rows)[number], rows[at] as (typeof rows)[number]];
    }
    for (const { places, label } of rows) {
      let sum = 0;
      for (const place of places) sum += weights[place] ?? 0;
      const error = 1 / (1 + Math.exp(-sum)) - label;
      for (const place of places) {
        const slope = error + DECAY * (weights[place] ?? 0);
        squares[place] = (squares[place] ?? 0) + slope * slope;
        weights[place] = (weights[place] ?? 0) - (STEP * slope) / Math.sqrt(squares[place] ?? 1);
      }
    }
  }
  return names.map((name, place) => [name, Math.round((weights[place] ?? 0) * 100) / 100]);
}

if (missing.length === 0) {
  const examples = markedTexts("train").flatMap(({ text, attributions }) => {
    const spans = paragraphsOf(text);
    const paragraphs = paragraphsRead(text, spans, quotationsOf(text, spans));
    return paragraphs.flatMap(({ sentences }) => sentences.flatMap((sentence) => examplesOf(sentence, attributions)));
  });
  const lines = fitted(examples).map(
    ([name, weight]) => `  ${/^[a-z]+$/.test(name) ? name : JSON.stringify(name)}: ${weight},`,
  );
  writeFileSync(
    FILE,
    `// Written by bench/src/fit-cues.ts; not to be edited. Weights of likelihood.ts, in log odds, estimated from ${examples.length}
// reporting expressions in the training part of PolNeAR; what was seen fewer than ${SEEN} times has none.
export const CUE_WEIGHTS: Readonly<Record<string, number>> = {\n${lines.join("\n")}\n};\n`,
  );
  process.stdout.write(`${lines.length} weights from ${examples.length} expressions.\n`);
} else process.stdout.write("The annotated texts are not there: nothing was changed.\n");
