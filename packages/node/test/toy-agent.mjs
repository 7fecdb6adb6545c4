// A toy that plays the protocol of agents of other programs, badly in the way that its argument says.
import { createInterface } from "node:readline";

const [way = "gives"] = process.argv.slice(2);
let start = null;
if (way === "ends") process.exit(3);
if (way === "floods") process.stdout.write("x".repeat(200_000));
for await (const line of createInterface({ input: process.stdin })) {
  const told = JSON.parse(line);
  if (told.type === "start") start = told;
  if (told.type !== "turn") continue;
  if (way === "silent") continue;
  if (way === "crashes" && told.round > 0) throw new Error("the toy broke");
  const best = (order) =>
    Object.fromEntries(
      start.issues.map(({ id, options }) => [
        id,
        [...options].sort((a, b) => order * (start.worth[id][b] - start.worth[id][a]))[0],
      ]),
    );
  const answers = {
    gives: told.standing === null ? { offer: best(1) } : { accept: true },
    cheats: { accept: true },
    nonsense: { offer: { nothing: "here" } },
    walks: { walk: true },
  };
  const said = way === "babbles" ? "hello\n" : `${JSON.stringify(answers[way] ?? { offer: best(1) })}\n`;
  // Two lines in one piece: whoever reads one line has both.
  process.stdout.write(way === "chatters" ? said + said : said);
}
