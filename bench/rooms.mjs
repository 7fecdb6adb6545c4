// Rooms under load: so many rooms with a page open at every seat, entries at a steady rate, and how long each takes from being sent to
// every page that may read it. With --kill one of two servers is killed halfway, and its pages go on with the other.
//
//   node bench/rooms.mjs --seconds 600 --rooms 200 --rate 20 --database postgres://operator@127.0.0.1:5432/rooms --servers 2
//   node bench/rooms.mjs --seconds 600 --rooms 20 --rate 2
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../packages/node/dist/database/index.js";
import { createRooms, newConvenor } from "../packages/node/dist/rooms/index.js";

const { values: flags } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    rooms: { type: "string", default: "20" },
    rate: { type: "string", default: "2" },
    servers: { type: "string", default: "1" },
    database: { type: "string" },
    kill: { type: "boolean", default: false },
  },
});
const [seconds, count, rate, servers] = [flags.seconds, flags.rooms, flags.rate, flags.servers].map(Number);
const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "parley-bench-rooms-"));
const place = flags.database ? { kind: "server", url: flags.database } : { kind: "folder", folder };
const files = ["case.yaml", "record.yaml", "agreement.yaml"].map((path) => ({
  path,
  text: readFileSync(join(root, "cases/hospital-contract", path), "utf8"),
}));
const SEATS = [
  ...["union", "hospital", "fund"].map((party) => ({ role: "party", party, name: party, signs: true })),
  { role: "mediator", party: null, name: "mediator", signs: false },
  { role: "observer", party: null, name: "observer", signs: false },
];

/** Every room with the token of each seat. */
async function makeRooms() {
  let convenor = "";
  const database = await openDatabase(place, async (operator) => {
    convenor = await newConvenor(operator, 1);
  });
  const rooms = createRooms(database);
  const made = [];
  for (let k = 0; k < count; k++) {
    const { room, invitations } = await rooms.open(convenor, files, SEATS);
    const seats = [];
    for (const { role, party, invite } of invitations)
      seats.push({ room, role, party, token: (await rooms.comeIn(invite)).token });
    made.push(seats);
  }
  await database.close();
  return made;
}

function startServer(port) {
  const address = join(folder, "address.txt");
  if (flags.database) writeFileSync(address, flags.database);
  const args = ["packages/node/bin/parley.js", "rooms", "serve", folder, "--port", String(port)];
  if (flags.database) args.push("--database-file", address);
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.stdout.on("data", (bytes) => String(bytes).includes("Ctrl+C") && resolve({ child, port, alive: true }));
    child.once("exit", () => reject(new Error(`the server at ${port} ended`)));
  });
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const headers = ({ room, token }, port) => ({ host: `localhost:${port}`, cookie: `__Host-parley-${room}=${token}` });
const arrived = [];
let longestGap = 0;

/** Listens at a seat, and again with whichever server lives when the connection is lost; from where it was. */
function listen(seat, running, at) {
  let since = "{}";
  let lost = null;
  const connect = () => {
    const { port } = running[at]?.alive ? running[at] : running.find(({ alive }) => alive);
    let text = "";
    const asked = request(
      { port, path: `/api/rooms/${seat.room}/live?since=${encodeURIComponent(since)}`, headers: headers(seat, port) },
      (answer) => {
        if (lost !== null) longestGap = Math.max(longestGap, performance.now() - lost);
        lost = null;
        answer.setEncoding("utf8");
        answer.on("data", (part) => {
          text += part;
          for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
            const event = text.slice(0, end);
            text = text.slice(end + 2);
            const id = /^id: (.*)$/m.exec(event)?.[1];
            const data = /^data: (\[.*)$/m.exec(event)?.[1];
            if (id) since = id;
            if (data)
              for (const { kind, body } of JSON.parse(data))
                if (kind === "said") {
                  const [n, sent] = body.text.split(" ").map(Number);
                  arrived.push([n, performance.now() - sent]);
                }
          }
        });
        answer.on("close", again);
      },
    );
    asked.on("error", again);
    asked.end();
    let over = false;
    function again() {
      if (over || stopping) return;
      over = true;
      lost ??= performance.now();
      setTimeout(connect, 500);
    }
  };
  connect();
}

let stopping = false;
const rooms = await makeRooms();
const running = [];
for (let k = 0; k < servers; k++) running.push(await startServer(4760 + k));
rooms.flat().forEach((seat, k) => listen(seat, running, k % servers));
await new Promise((resolve) => setTimeout(resolve, 5000));
arrived.length = 0;

let [sent, taken] = [0, 0];
/** By number: whether it was acknowledged. */
const known = new Set();
function say(n) {
  const seats = rooms[(n * 7919) % rooms.length];
  const seat = seats[n % 3];
  const { port } = running.filter(({ alive }) => alive)[n % running.filter(({ alive }) => alive).length];
  const body = JSON.stringify({ audience: "room", kind: "said", body: { text: `${n} ${performance.now()}` } });
  sent += 1;
  const asked = request(
    {
      port,
      agent,
      method: "POST",
      path: `/api/rooms/${seat.room}/moves`,
      headers: { ...headers(seat, port), "content-type": "application/json" },
    },
    (answer) => {
      answer.resume();
      if (answer.statusCode === 200) {
        known.add(n);
        taken += 1;
      } else process.stderr.write(`refused: ${answer.statusCode}\n`);
    },
  );
  asked.on("error", () => {});
  asked.end(body);
}
const began = performance.now();
let n = 0;
await new Promise((resolve) => {
  const timer = setInterval(() => {
    const elapsed = (performance.now() - began) / 1000;
    if (flags.kill && elapsed > seconds / 2 && running[1]?.alive) {
      running[1].alive = false;
      running[1].child.removeAllListeners("exit");
      running[1].child.kill("SIGKILL");
    }
    for (; n < elapsed * rate; n++) say(n);
    if (elapsed >= seconds) {
      clearInterval(timer);
      resolve();
    }
  }, 10);
});
await new Promise((resolve) => setTimeout(resolve, 8000));
stopping = true;
const heard = new Map();
for (const [k] of arrived) heard.set(k, (heard.get(k) ?? 0) + 1);
const lost = [...known].reduce((sum, k) => sum + SEATS.length - Math.min(SEATS.length, heard.get(k) ?? 0), 0);
const twice = [...heard.values()].filter((times) => times > SEATS.length).length;
const times = arrived.map(([, time]) => time).sort((a, b) => a - b);
const at = (share) => times[Math.min(times.length - 1, Math.floor(share * times.length))]?.toFixed(0);
const memory = running
  .filter(({ alive }) => alive)
  .map(({ child }) =>
    Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"))?.[1]) / 1024),
  );
process.stdout.write(
  `${JSON.stringify({
    database: flags.database ? "PostgreSQL" : "embedded",
    rooms: count,
    seats: rooms.flat().length,
    servers,
    seconds,
    sent,
    taken,
    deliveries: times.length,
    lost,
    twice,
    milliseconds: { median: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) },
    peakMiB: memory,
    ...(flags.kill && { longestGapMs: Math.round(longestGap) }),
  })}\n`,
);
for (const { child, alive } of running) if (alive) child.removeAllListeners("exit").kill("SIGINT");
await new Promise((resolve) => setTimeout(resolve, 1500));
rmSync(folder, { recursive: true, force: true });
process.exit(0);
