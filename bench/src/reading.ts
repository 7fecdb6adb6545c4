// The figures of docs/reading.md: node bench/dist/reading.js
import { quotationScore } from "./quotation-score.js";
import {
  f1,
  indirectScore,
  markedTexts,
  markedTokens,
  missing,
  precision,
  readTexts,
  recall,
  type Score,
  tokenScores,
} from "./reading-scores.js";

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const line = (name: string, score: Score): string =>
  `${name}  P ${precision(score).toFixed(1)}  R ${recall(score).toFixed(1)}  F1 ${f1(score).toFixed(1)}  (${score.predicted} predicted, ${score.annotated} annotated)`;

if (missing.length > 0) say(`The annotated texts are not there: ${missing.join(", ")}. Nothing was measured.`);
else {
  for (const part of ["train", "dev"]) {
    const read = readTexts(markedTexts(part));
    const { segments, joint, speakers } = quotationScore(read);
    say(`PolNeAR ${part}: ${(read.bytes / 1e6 / read.seconds).toFixed(2)} MB/s`);
    say(line("quotations", segments));
    say(`the speaker, given the quotation  ${((100 * speakers.right) / speakers.all).toFixed(1)} %  (${speakers.all})`);
    say(line("both", joint));
    say(`${line("indirect, overlap over union ≥ 0.5", indirectScore(read))}\n`);
  }
  const { content, source } = tokenScores(markedTokens());
  say("CofeNet's tokens of dev, exact spans");
  say(line("content", content));
  say(line("source ", source));
}
