// Whether the time of an answer tells what another side keeps to itself: two rooms that are alike but for what the hospital has among
// its own and with the mediator, and what it bid and answered in secret. The union asks the same of both, in turn.
//
//   node bench/rooms-timing.mjs [--rounds 400] [--database postgres://operator@127.0.0.1:5432/rooms]
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../packages/node/dist/database/index.js";
import { createRooms, newConvenor } from "../packages/node/dist/rooms/index.js";

const { values: flags } = parseArgs({
  options: { rounds: { type: "string", default: "400" }, database: { type: "string" } },
});
const rounds = Number(flags.rounds);
const folder = mkdtempSync(join(tmpdir(), "parley-bench-timing-"));
const files = ["case.yaml", "record.yaml", "agreement.yaml"].map((path) => ({
  path,
  text: readFileSync(join(import.meta.dirname, "../cases/hospital-contract", path), "utf8"),
}));
const SEATS = [
  ...["union", "hospital", "fund"].map((party) => ({ role: "party", party, name: party, signs: true })),
  { role: "mediator", party: null, name: "mediator", signs: false },
];
/** What the hospital keeps to itself in the fuller of the two rooms. */
const KEPT = 300;

let convenor = "";
const database = await openDatabase(
  flags.database ? { kind: "server", url: flags.database } : { kind: "folder", folder },
  async (operator) => {
    convenor = await newConvenor(operator, 1);
  },
);
const rooms = createRooms(database);

async function makeRoom(full) {
  const { invitations } = await rooms.open(convenor, files, SEATS);
  const tokens = {};
  for (const { name, invite } of invitations) tokens[name] = (await rooms.comeIn(invite)).token;
  const { mediator, hospital } = tokens;
  const rule = { form: "number", more: "union", less: "hospital", rounds: 3 };
  await rooms.move(mediator, "room", "sealed", { id: "s", rule, about: "Pay" });
  await rooms.move(mediator, "room", "proposal", { id: "p", package: { ratio: "six" } });
  if (!full) return tokens;
  for (let k = 0; k < KEPT; k++) await rooms.move(hospital, "party:hospital", "said", { text: `Among us ${k}` });
  for (let k = 0; k < 30; k++) await rooms.give(hospital, { what: "note", text: `In confidence ${k}` }, null);
  await rooms.bid(hospital, "s", 1, { form: "number", amount: 3 });
  await rooms.consent(hospital, "p", true);
  return tokens;
}

/** What the union asks. Each leaves the room as it was. */
const ASKED = {
  "what it sees of the room": ({ union }) => rooms.look(union),
  "what was said": ({ union }) => rooms.entries(union, {}),
  record: ({ union }) => rooms.record(union),
  "a bid in a round that is not open": ({ union }) => rooms.bid(union, "s", 2, { form: "number", amount: 1 }),
  "an answer to no proposal": ({ union }) => rooms.consent(union, "q", true),
};

const both = [await makeRoom(false), await makeRoom(true)];
const quantile = (all, q) => all.toSorted((a, b) => a - b)[Math.floor(q * (all.length - 1))];
const times = Object.fromEntries(Object.keys(ASKED).map((name) => [name, [[], []]]));
for (let round = -20; round < rounds; round++)
  // Now the one first, now the other.
  for (const [name, ask] of Object.entries(ASKED))
    for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
      const began = performance.now();
      await ask(both[which]).catch(() => {});
      if (round >= 0) times[name][which].push(performance.now() - began);
    }
for (const [name, [empty, full]] of Object.entries(times)) {
  const of = (all) => [0.25, 0.5, 0.75].map((q) => quantile(all, q).toFixed(2)).join(" / ");
  process.stdout.write(`${name}: quartiles ${of(empty)} ms where nothing is kept, ${of(full)} ms where much is\n`);
}
await database.close();
rmSync(folder, { recursive: true, force: true });
