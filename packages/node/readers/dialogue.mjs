// A reader of one's own, as an example: it proposes lines of dialogue that begin with a dash, which Parley does not read
// ("– We will sign, said Keller."). Use: parley read talk.txt --reader "node packages/node/readers/dialogue.mjs"
let input = "";
for await (const part of process.stdin) input += part;
const { text } = JSON.parse(input);
for (const match of text.matchAll(/^[–—-] (.+?),? said ((?:\p{Lu}[\p{L}.'’-]*\s?)+)\.?$/gmu)) {
  const [whole, quote, speaker] = match;
  const start = match.index + whole.indexOf(quote);
  process.stdout.write(`${JSON.stringify({ quote, start, speaker: speaker.trim() })}\n`);
}
