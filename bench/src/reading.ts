// The figures of docs/reading.md: node bench/dist/reading.js
import {
  areThere,
  f1,
  indirectScore,
  quotationScores,
  readPart,
  type Score,
  SHARED,
  tokenScores,
} from "./reading-scores.js";

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const line = (name: string, score: Score): string =>
  `${name}  P ${((100 * score.matched) / score.predicted).toFixed(1)}  R ${((100 * score.matched) / score.annotated).toFixed(1)}  F1 ${f1(score).toFixed(1)}  (${score.predicted} predicted, ${score.annotated} annotated)`;

if (!areThere()) say(`The annotated texts are not at ${SHARED}/data: nothing to measure.`);
else {
  for (const part of ["train", "dev"]) {
    const read = readPart(part);
    say(`PolNeAR ${part}: ${(read.bytes / 1e6 / read.seconds).toFixed(2)} MB/s`);
    say(quotationScores(part, read));
    say(`${line("indirect, IoU ≥ 0.5", indirectScore(read))}\n`);
  }
  const { content, source } = tokenScores();
  say("CofeNet's tokens of dev, exact spans");
  say(line("content", content));
  say(line("source ", source));
}
