// The record of forecasts on the command line: stated by Parley, added by a person, settled and scored; nothing is ever written over.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
// What runs on workers is what is built.
import { openPool } from "../../dist/jobs/index.js";
import { parleyWith } from "../../test/scripted-person.js";

const place = mkdtempSync(join(tmpdir(), "parley-forecasts-"));
const pool = openPool(1);
afterAll(async () => {
  await pool.destroy();
  rmSync(place, { recursive: true, force: true });
});
const parley = (...args: string[]) => parleyWith(args, null, pool);
const file = join(place, "ledger.csv");
const day = ["--date", "2019-02-24"];
const added = ["forecast", "add", file, "--by", "Ann", "--due", "2019-12-31", ...day];

describe("the record of forecasts", () => {
  it("takes what Parley states of an offer, and what a person holds to be likely", async () => {
    const stated = await parley(
      "forecast",
      "state",
      file,
      "cases/hanoi-2019",
      "--offer",
      "pageantry",
      "--due",
      "2019-12-31",
      ...day,
    );
    expect(stated).toMatchObject({ code: 0, err: "" });
    expect(stated.out).toMatch(/^1: \d\d % – “Pageantry” \(Hanoi 2019\) is signed as it stands by 2019-12-31\.\n$/);
    const own = await parley(...added, "--question", "Talks go on, somehow.", "--probability", "90");
    expect(own.out).toBe("2: 90 % – Talks go on, somehow.\n");
    const [head = "", first = "", second = ""] = readFileSync(file, "utf8").split("\n");
    expect(head).toBe("id,made,by,question,due,probability,low,high,case,digest,outcome,settled");
    expect(first).toMatch(
      /^1,2019-02-24,Parley,“Pageantry” \(Hanoi 2019\) .*,2019-12-31,[\d.]+,7\d[\d.]*,(?:9\d[\d.]*|100),Hanoi 2019,[0-9a-f]{64},,$/,
    );
    expect(second).toBe('2,2019-02-24,Ann,"Talks go on, somehow.",2019-12-31,90,90,90,,,,');
    if (process.platform !== "win32") expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("is settled once, and scored by whose forecasts they are", async () => {
    expect((await parley("forecast", "score", file, ...day)).out).toContain("Nothing is settled yet");
    expect((await parley("forecast", "settle", file, "1", "no", "--date", "2020-01-01")).out).toBe(
      "1 was settled as no on 2020-01-01.\n",
    );
    expect((await parley("forecast", "settle", file, "2", "yes", "--date", "2019-06-30")).code).toBe(0);
    await parley(...added, "--question", "Open.", "--probability", "40");
    const { out } = await parley("forecast", "score", file, "--date", "2020-02-01");
    expect(out).toContain("All together: 1 of 2 settled forecasts came true.");
    expect(out).toContain("Ann: 1 of 1 settled forecast came true. Brier score 0.010");
    expect(out).toContain("Parley: 0 of 1 settled forecast came true.");
    expect(out).toContain("too few to tell skill from luck");
    expect(out).toContain("1 forecast is open, of which 1 past its day.");
    expect(out).toContain("3, due 2019-12-31: Open.");
    const scores = JSON.parse((await parley("forecast", "score", file, "--json", "--date", "2020-02-01")).out);
    expect(scores).toMatchObject({ open: 1, all: { count: 2, came: 1 }, by: [{ name: "Ann" }, { name: "Parley" }] });
  });

  it("says what stands in its way, and leaves the file as it is", async () => {
    const before = readFileSync(file, "utf8");
    const failing = async (code: number, why: string, ...args: string[]) => {
      const { err, ...ended } = await parley("forecast", ...args);
      expect([ended.code, err]).toEqual([code, expect.stringContaining(why)]);
    };
    await failing(2, "was settled on 2020-01-01 already", "settle", file, "1", "yes", "--date", "2020-01-02");
    await failing(2, "can come true until 2019-12-31", "settle", file, "3", "no", "--date", "2019-12-31");
    await failing(2, 'no forecast "9"', "settle", file, "9", "yes", "--date", "2020-01-02");
    await failing(
      2,
      "no per cent",
      "add",
      file,
      "--question",
      "It comes.",
      "--probability",
      "120",
      "--due",
      "2020-01-01",
    );
    await failing(
      2,
      "before it was made",
      "add",
      file,
      "--question",
      "It comes.",
      "--probability",
      "20",
      "--due",
      "2018-01-01",
      ...day,
    );
    await failing(2, "there is no record", "score", join(place, "none.csv"));
    await failing(2, "no-such", "state", file, "cases/hanoi-2019", "--offer", "no-such", "--due", "2019-12-31");
    expect(readFileSync(file, "utf8")).toBe(before);
    const letter = join(place, "letter.txt");
    writeFileSync(letter, "Dear Sir");
    await failing(2, "is no record of forecasts", "settle", letter, "1", "yes");
    const note = join(place, "note.txt");
    writeFileSync(note, "A question to my lawyer\n");
    await failing(
      1,
      "lacks the columns",
      "add",
      note,
      "--question",
      "It comes.",
      "--probability",
      "20",
      "--due",
      "2099-01-01",
    );
    expect(readFileSync(note, "utf8")).toBe("A question to my lawyer\n");
    const broken = join(place, "broken.csv");
    writeFileSync(broken, before.replace(",90,90,90,", ",900,90,90,"));
    await failing(1, "broken.csv:3:1", "settle", broken, "3", "yes", "--date", "2019-12-31");
    expect(readFileSync(broken, "utf8")).toContain(",900,");
  });
});
