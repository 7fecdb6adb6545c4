// The command line, within this process but for what only a process of its own can show.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { type Ended, parley, root, startedParley } from "../../test/command-line.js";

const place = mkdtempSync(join(tmpdir(), "parley-cli-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A small made case in a folder of its own. */
let made = 0;
async function newCase(): Promise<string> {
  const folder = join(place, `case-${made++}`);
  expect((await parley(["new", folder])).code).toBe(0);
  return folder;
}

const few = ["--models", "100"];
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(place, name), content);
  return join(place, name);
};
const width = (text: string) => Math.max(...text.split("\n").map((line) => [...line].length));

describe("the program that a person starts", () => {
  it.each([
    [["check", "cases/hanoi-2019"]],
    [["assess", "cases/hanoi-2019", "--offer", "big-deal", "--fail-on", "walk-away", ...few]],
    [["asess"]],
  ])("parley %j says and ends as the command line that these tests run", async (args) => {
    expect(await startedParley(args)).toEqual(await parley(args));
  });
});

describe("parley read", () => {
  const articles = join(root, "packages/core/test/reading");
  it("says who said what, with days, quantities and what it may speak to", async () => {
    const { code, out } = await parley([
      "read",
      join(articles, "article.txt"),
      "--date",
      "2024-03-12",
      "--case",
      "cases/hospital-contract",
    ]);
    expect(code).toBe(0);
    expect(out).toMatch(/^9 statements by \d speakers in\s/);
    expect(out).toContain("Pieter Vos, chairman");
    expect(out).toContain("on Thursday (2024-03-14)");
    expect(width(out)).toBeLessThanOrEqual(80);
  });

  it("gives text and places as JSON, plain text unchanged to the letter", async () => {
    const text = "\uFEFF“We\u00a0will,” said Ana Reyes.\r\n";
    const { code, out } = await parley(["read", put("bom.txt", text), "--json"]);
    const read = JSON.parse(out) as { text: string; statements: { segments: { start: number; end: number }[] }[] };
    expect(code).toBe(0);
    expect(read.text).toBe(text);
    const [segment] = read.statements[0]?.segments ?? [];
    expect(segment && read.text.slice(segment.start, segment.end)).toBe("We\u00a0will,");
  });

  it("says what cannot be read and why, and goes on with the rest", async () => {
    const { code, out, err } = await parley([
      "read",
      put("empty.txt", ""),
      put(
        "zeros.txt",
        Uint8Array.from({ length: 2000 }, (_, at) => at % 256),
      ),
      put("large.pdf", new Uint8Array(21 * 1024 * 1024)),
      put(
        "deutsch.txt",
        "Der Minister sagte am Montag, dass die Verhandlungen gescheitert sind und nicht weitergehen. ".repeat(5),
      ),
      join(place, "missing.txt"),
      put("good.txt", "“It holds,” said Ana Reyes."),
    ]);
    expect(code).toBe(1);
    expect(out).toContain("Ana Reyes");
    for (const reason of [
      "empty.txt: it is empty",
      "zeros.txt: it holds bytes",
      "21 MB; 20 MB is the limit",
      "only English is read",
      "it does not exist",
    ])
      expect(err).toContain(reason);
    expect(err).not.toMatch(/ at .*\.js:\d/);
  });

  it("asks another reader where the user names one, and says what it could not take", async () => {
    const talk = put("talk.txt", "The talks began.\n\n– We will sign, said Keller.\n");
    const reader = `node ${join(import.meta.dirname, "../../readers/dialogue.mjs")}`;
    const found = await parley(["read", talk, "--reader", reader]);
    expect(found.out).toContain("“We will sign”");
    expect(found.out.replace(/\s+/g, " ")).toContain("proposed by node");
    const failed = await parley(["read", talk, "--reader", "exit 3"]);
    expect(failed.code).toBe(0);
    expect(failed.out.replace(/\s+/g, " ")).toContain("The reader “exit 3” gave nothing: it ended with exit code 3");
    const lying = await parley([
      "read",
      talk,
      "--json",
      "--reader",
      `echo '{"quote":"We shall sign","speaker":"Keller"}'`,
    ]);
    expect(JSON.parse(lying.out).remarks.at(-1)).toContain("does not stand there in the text letter for letter");
  });

  it("reads a folder into the inbox of a case, and goes on where it stopped", async () => {
    const folder = join(place, "papers");
    mkdirSync(folder);
    writeFileSync(join(folder, "one.txt"), "The minister said that the harbour would be opened.");
    writeFileSync(join(folder, "two.txt"), "The union said that it would sign.");
    const copy = join(place, "a-case");
    cpSync(join(import.meta.dirname, "../../../../cases/hanoi-2019"), copy, { recursive: true });
    const first = await parley(["read", folder, "--case", copy]);
    expect(first.code).toBe(0);
    expect(first.out).toContain("2 documents, 2 statements.");
    writeFileSync(join(folder, "three.txt"), "The company said that it would wait.");
    const again = await parley(["read", folder, "--case", copy, "--json"]);
    expect(again.err).toContain("2 had been read before");
    const lines = again.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { file: string; quote: string });
    expect(lines.map(({ file }) => file).sort()).toEqual(["papers/one.txt", "papers/three.txt", "papers/two.txt"]);
  });

  it("stops at Ctrl-C while it reads: one line, exit code 130", async () => {
    const long = put("long.txt", `${"The minister said that the people of the town would go. ".repeat(35_000)}`);
    const names = [put("short.txt", "“It holds,” said Ana Reyes."), ...Array.from({ length: 12 }, () => long)];
    const { code, out, err } = await startedParley(["read", ...names], { stopAtOutput: true });
    expect([code, err]).toEqual([130, "Stopped. Nothing was written.\n"]);
    expect(out).toContain("Ana Reyes");
  });

  it("lets no document speak to the terminal", async () => {
    const { out } = await parley([
      "read",
      put("escape.txt", `“\u001b[2J\u202egone,” said Ana\u0007 Reyes to us. ${"So it was. ".repeat(60)}`),
    ]);
    const json = await parley(["read", join(place, "escape.txt"), "--json"]);
    expect((JSON.parse(json.out) as { text: string }).text).toContain("\u202e");
    const name = await parley(["read", put("na\u001b[31mme.txt", "")]);
    expect(name.err).toContain("it is empty");
    for (const character of ["\u001b", "\u202e"]) expect(json.out + name.err).not.toContain(character);
    expect(out).toContain("gone");
    for (const character of ["\u001b", "\u202e", "\u0007"]) expect(out).not.toContain(character);
  });
});

describe("parley check, of words that have places", () => {
  it("says which do not stand where they are said to, with their place", async () => {
    const folder = await newCase();
    const file = join(folder, "case.yaml");
    const record = join(folder, "record.yaml");
    const original = readFileSync(record, "utf8");
    writeFileSync(file, readFileSync(file, "utf8").replace("{id: talks, ", "{id: talks, document: speech, "));
    const check = async (words: string) => {
      writeFileSync(record, original.replace(/( {4}source: talks\n)/, `    words: ${words}\n$1`));
      return (await parley(["check", folder])).out;
    };
    expect(await check("{quote: hello, spans: [[0, 5]]}")).toContain("which is not here");
    mkdirSync(join(folder, "documents"));
    writeFileSync(join(folder, "documents/speech.txt"), "hello world");
    expect(await check("{quote: hello, spans: [[0, 5]]}")).toContain("is in order.\n");
    for (const words of ["{quote: hello, spans: [[5000, 5005]]}", "{quote: goodbye, spans: [[0, 5]]}"])
      expect(await check(words)).toMatch(/record\.yaml:\d+:\d+ .*the words are not what stands at these places/);
  });
});

describe("parley new", () => {
  it("makes a case that passes its check and can be assessed, with the interests, the documents and the history out of git", async () => {
    const folder = await newCase();
    expect(await parley(["check", folder])).toMatchObject({ code: 0, out: `${folder} is in order.\n`, err: "" });
    const { code, out } = await parley(["assess", folder, ...few]);
    expect(code).toBe(0);
    expect(out).toContain("First offer");
    expect(readFileSync(join(folder, ".gitignore"), "utf8")).toMatch(
      /^interests\/\nverification\/\ndocuments\/\ndrafts\/\n\.parley\/history\.jsonl$/m,
    );
    expect(existsSync(join(folder, ".parley/schema/case.schema.json"))).toBe(true);
  });

  it("writes nothing where it cannot write all", async () => {
    const taken = join(place, "taken");
    mkdirSync(taken);
    writeFileSync(join(taken, "mine.txt"), "mine");
    const { code, err } = await parley(["new", taken]);
    expect(code).toBe(2);
    expect(err).toContain("it is not empty. Nothing was written.");
    expect(readdirSync(taken)).toEqual(["mine.txt"]);
    const nowhere = await parley(["new", join(place, "no/such/parent")]);
    expect([nowhere.code, nowhere.err]).toEqual([
      2,
      expect.stringContaining("it does not exist. Nothing was written."),
    ]);
    expect(readdirSync(place).filter((name) => name.startsWith("."))).toEqual([]);
  });
});

describe("parley new, into a folder that is there", () => {
  it("fills an empty folder without replacing it, so that a shell can stand in it; interests are the owner's alone", async () => {
    const here = join(place, "here");
    mkdirSync(here, { mode: 0o700 });
    const before = statSync(here);
    expect((await parley(["new", "."], { cwd: here })).code).toBe(0);
    expect([statSync(here).ino, statSync(here).mode]).toEqual([before.ino, before.mode]);
    expect((await parley(["check"], { cwd: here })).code).toBe(0);
    expect(statSync(join(here, "interests/buyer.buyer.yaml")).mode & 0o077).toBe(0);
    expect((await parley(["new", ""])).code).toBe(2);
  });
});

describe("parley check", () => {
  it("lists problems with file, line and column, and ends with 1", async () => {
    const folder = await newCase();
    writeFileSync(
      join(folder, "record.yaml"),
      readFileSync(join(folder, "record.yaml"), "utf8").replace("delivery: week", "delivery: weak"),
    );
    const { code, out } = await parley(["check", folder]);
    expect(code).toBe(1);
    expect(out).toContain('record.yaml:20:38  unknown option "weak" in issue delivery. Did you mean "week"?');
    const asJson = await parley(["check", folder, "--json"]);
    expect(JSON.parse(asJson.out)).toMatchObject({
      ok: false,
      problems: [{ severity: "error", place: { file: "record.yaml", line: 20, column: 38 } }],
    });
  });

  it.each([
    ["a folder that is no case", (folder: string) => rmSync(join(folder, "case.yaml")), "there is no case.yaml here"],
    [
      "text that is not UTF-8",
      (folder: string) => writeFileSync(join(folder, "record.yaml"), Buffer.from("offers: \xe9", "latin1")),
      "record.yaml:1:9  is not UTF-8 text",
    ],
    [
      "a file over the limit",
      (folder: string) => writeFileSync(join(folder, "record.yaml"), "#".repeat(1024 * 1024 + 1)),
      "1 MiB is the limit",
    ],
    [
      "a folder where a file should be",
      (folder: string) => {
        rmSync(join(folder, "record.yaml"));
        mkdirSync(join(folder, "record.yaml"));
      },
      "is not a plain file",
    ],
    [
      "an interests folder that is none",
      (folder: string) => {
        rmSync(join(folder, "interests"), { recursive: true });
        writeFileSync(join(folder, "interests"), "");
      },
      "interests:1:1  cannot be listed",
    ],
    [
      "statements that no model agrees with",
      (folder: string) =>
        writeFileSync(
          join(folder, "interests/buyer.buyer.yaml"),
          `${readFileSync(join(folder, "interests/buyer.buyer.yaml"), "utf8")}\nanswers:\n  - {prefer: {price: premium, delivery: month}, to: {price: discount, delivery: week}}\n`,
        ),
      "no model agrees with the ranks and with: prefers",
    ],
  ])("%s is a problem, not a crash", async (_, spoil, message) => {
    const folder = await newCase();
    spoil(folder);
    const { code, out, err } = await parley(["check", folder]);
    expect(code).toBe(1);
    expect(out).toContain(message);
    expect(out + err).not.toMatch(/\n\s+at /);
  });
});

describe("parley assess", () => {
  it("answers within 80 columns, without colour when piped, marked CONFIDENTIAL", async () => {
    const { code, out, err } = await parley(["assess", "cases/hanoi-2019", ...few]);
    expect([code, err]).toEqual([0, ""]);
    expect(width(out)).toBeLessThanOrEqual(80);
    expect(out).not.toContain("\u001b[");
    expect(out.split("\n")[0]).toContain("CONFIDENTIAL");
    expect(out.replace(/\s+/g, " ")).toContain("and brings it nothing that it does not have today.");
  });

  it("tells the four offers of Hanoi apart", async () => {
    const { out } = await parley(["assess", "cases/hanoi-2019", "--as-of", "2019-03-01", "--json"]);
    const result = JSON.parse(out) as {
      offers: {
        id: string;
        name: string;
        sentence: string;
        verdicts: { key: string; signed: number }[];
        ledgers: { party: string; getsNothing: boolean }[];
        question: { party: string; text: string; settles: number } | null;
        responses: { party: string; answer: string; holds: boolean }[];
      }[];
    };
    const offer = (id: string) => result.offers.find((one) => one.id === id);
    expect(offer("big-deal")?.verdicts.map(({ key }) => key)).toEqual([
      "refused by North Korea",
      "refused by North Korea",
      "refused by North Korea",
    ]);
    expect(Math.max(...(offer("big-deal")?.verdicts ?? []).map(({ signed }) => signed))).toBeLessThan(0.05);
    expect(offer("pageantry")?.ledgers.find(({ party }) => party === "us")?.getsNothing).toBe(true);
    // Whoever is asked does not learn which offer is meant.
    expect(offer("kimball")?.question?.settles).toBeGreaterThan(0.05);
    for (const { name, question } of result.offers) expect(question?.text ?? "").not.toContain(name);
    // Refused on its own day.
    expect(offer("summit-offer")?.verdicts.map(({ signed }) => signed)).toEqual([0, 0, 0]);
    expect(offer("summit-offer")?.responses).toMatchObject([{ party: "us", answer: "refused", holds: true }]);
    // What the United States refused, and what it likes no better, come to the same.
    expect(new Set(result.offers.map(({ sentence }) => sentence)).size).toBe(3);
  });

  it("takes a package of one's own, and says where it is wrong", async () => {
    const folder = await newCase();
    const file = join(place, "idea.yaml");
    writeFileSync(file, "delivery: day\nprice: discount\n");
    const broken = await parley(["assess", folder, "--package", file, ...few]);
    expect(broken).toMatchObject({ code: 0 });
    expect(broken.out).toContain("It cannot be done: Nobody delivers the next day at a discount.");
    writeFileSync(file, "delivery: dya\n");
    expect(await parley(["assess", folder, "--package", file])).toMatchObject({
      code: 1,
      err: `${file}:1:11  unknown option "dya" in issue delivery. Did you mean "day"?\n`,
    });
    expect((await parley(["assess", folder, "--package", join(place, "missing.yaml")])).err).toContain(
      "it does not exist",
    );
  });

  it("is the same for the same seed, byte for byte, and another for another", async () => {
    const run = async (seed: string) =>
      (await parley(["assess", "cases/hanoi-2019", "--offer", "kimball", "--json", "--seed", seed, ...few])).out;
    expect(await run("3")).toBe(await run("3"));
    expect(await run("3")).not.toBe(await run("4"));
  });

  it("uses the current folder, and ends with 3 only where --fail-on finds its condition", async () => {
    const folder = await newCase();
    expect((await parley(["assess", ...few], { cwd: folder })).code).toBe(0);
    const hanoi = (...more: string[]) => parley(["assess", "cases/hanoi-2019", "--offer", "big-deal", ...few, ...more]);
    expect((await hanoi("--fail-on", "walk-away")).code).toBe(3);
    expect((await hanoi("--fail-on", "red-line")).code).toBe(0);
  });

  it("stops cleanly on Ctrl-C: one line, no trace, exit code 130", async () => {
    const { code, out, err } = await parley(["assess", "cases/hanoi-2019", "--models", "20000"], { stopAtBar: true });
    expect({ code, out }).toEqual({ code: 130, out: "" });
    // The bar is wiped out before the line.
    expect(err).toMatch(/^\r█*░+ +\d+ %\r +\rStopped\. Nothing was written\.\n$/);
  });
});

describe("parley diff", () => {
  it("stops at Ctrl-C while it works, with exit code 130", async () => {
    const { code, out, err } = await parley(["diff", "cases/hanoi-2019", "cases/hanoi-2019", "--models", "20000"], {
      stopAtBar: true,
    });
    expect([code, out]).toEqual([130, ""]);
    expect(err).toMatch(/\rStopped\. Nothing was written\.\n$/);
  });
});

describe("wrong use", () => {
  it.each([
    [["asess"], "unknown command 'asess'"],
    [["assess", "cases/hanoi-2019", "--models", "0"], "whole number from 1"],
    [["assess", "cases/hanoi-2019", "--as-of", "soon"], "should be a date"],
    [["assess", "cases/hanoi-2019", "--view", "us"], "PARTY=HOLDER"],
    [["assess", "cases/hanoi-2019", "--share", "france"], 'names "france", which is no party'],
    [["check", "cases/hanoi-2019", "--share", "analyst"], 'names "analyst", which is no party'],
    [["assess", "cases/hanoi-2019", "--offer", "kimbal"], 'Did you mean "kimball"?'],
    [["assess", "cases/hanoi-2019", "--package", "nowhere.yaml"], "it does not exist"],
    [["new"], "missing required argument"],
  ])("%j ends with 2 and says why", async (args, message) => {
    const { code, err } = await parley(args);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });

  it("says of a choice that lacks which flag gives it; what refuses knows of no flags", async () => {
    const folder = await newCase();
    const own = join(folder, "interests/buyer.buyer.yaml");
    const written = readFileSync(own, "utf8");
    rmSync(own);
    for (const holder of ["one", "two"])
      writeFileSync(
        join(folder, `interests/buyer.${holder}.yaml`),
        written.replace("holder: buyer", `holder: ${holder}`),
      );
    expect(await parley(["assess", folder, ...few])).toMatchObject({
      code: 2,
      err: "buyer is seen by one, two and not by itself: choose whose view to use. Choose with --view PARTY=HOLDER.\n",
    });
    expect(await parley(["diff", put("none.json", "{}"), folder, ...few])).toMatchObject({
      code: 1,
      err: expect.stringContaining("Keep one with parley draft --what framework --json."),
    });
  });

  it("gives help with examples", async () => {
    for (const command of ["check", "new", "assess", "frontier"]) {
      const { code, out } = await parley([command, "--help"]);
      expect(code).toBe(0);
      expect(out).toMatch(/Examples?:\n {2}parley /);
    }
  });
});

describe("parley frontier", () => {
  it("prints the field's numbers for the published cases", async () => {
    const { out } = await parley(["frontier", "cases/itex-cypress", "--json"]);
    expect(JSON.parse(out)).toMatchObject({ kind: "exact", count: 18, exact: true });
    const text = await parley(["frontier", "cases/panama-1977"]);
    expect(text.out).toMatch(/United\s+States\s+66\.0 points/);
    expect(text.out).toContain("shared: Land and water: 13.3 % to United States");
    expect(width(text.out)).toBeLessThanOrEqual(80);
  });
});

describe("parley report", () => {
  it("writes one page whole: for its owner alone while it is confidential, over an older report but over nothing else", async () => {
    const folder = await newCase();
    const file = join(folder, "report.html");
    const args = ["report", folder, "-o", file, ...few];
    expect(await parley(args)).toMatchObject({ code: 0, out: expect.stringContaining("CONFIDENTIAL") });
    expect(statSync(file).mode & 0o077).toBe(0);
    const first = readFileSync(file, "utf8");
    expect((await parley(args)).code).toBe(0);
    expect(readFileSync(file, "utf8")).toBe(first);
    expect(readdirSync(folder).filter((name) => name.startsWith(".parley-"))).toEqual([]);
    writeFileSync(file, "<h1>mine</h1>");
    expect(await parley(args)).toMatchObject({ code: 2, err: expect.stringContaining("no report of Parley's") });
    expect(readFileSync(file, "utf8")).toBe("<h1>mine</h1>");
  });

  it.each([
    ["no file", [], /--output/],
    ["a case file as its target", ["-o", "case.yaml"], /end in .html/],
    ["a folder that is a file", ["-o", "case.yaml/report.html"], /cannot write/],
    ["a reader that is no party", ["-o", "report.html", "--share", "press"], /no party of this case/],
  ])("refuses %s, and writes nothing", async (_, more, message) => {
    const folder = await newCase();
    const { code, err } = await parley(["report", ".", ...more, ...few], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(existsSync(join(folder, "report.html"))).toBe(false);
  });
});

describe("parley draft", () => {
  it("writes the three drafts in every form for their owner's eyes, and again over its own", async () => {
    const folder = await newCase();
    writeFileSync(join(folder, "agreement.yaml"), `${readFileSync(join(folder, "agreement.yaml"), "utf8")}${MEETINGS}`);
    const to = join(place, "drafts");
    const names = [
      "brief.docx",
      "brief.html",
      "brief.md",
      "framework.docx",
      "framework.html",
      "framework.md",
      "meetings.ics",
    ];
    for (const _ of [1, 2]) {
      const { code, out } = await parley(["draft", folder, "-o", to, ...few]);
      expect([code, out]).toEqual([0, expect.stringContaining("(CONFIDENTIAL)")]);
      expect(readdirSync(to).sort()).toEqual(names);
    }
    for (const name of names) expect([name, statSync(join(to, name)).mode & 0o077]).toEqual([name, 0]);
    const { out } = await parley(["draft", folder, ...few]);
    expect(out).toBe(readFileSync(join(to, "framework.md"), "utf8"));
  });

  it("never writes over what is not its own, and then writes nothing at all", async () => {
    const folder = await newCase();
    const to = join(place, "not-ours");
    mkdirSync(to);
    writeFileSync(join(to, "framework.docx"), "mine");
    expect(await parley(["draft", folder, "--what", "framework", "-o", to, ...few])).toMatchObject({
      code: 2,
      err: expect.stringContaining("is no draft of Parley's"),
    });
    expect(readdirSync(to)).toEqual(["framework.docx"]);
    expect(readFileSync(join(to, "framework.docx"), "utf8")).toBe("mine");
  });

  it("leaves out what cannot be had, and says why; asked for alone, it is a refusal", async () => {
    const to = join(place, "no-meetings");
    const { code, out } = await parley(["draft", "cases/itex-cypress", "-o", to, ...few]);
    expect([code, out]).toEqual([0, expect.stringMatching(/Left out: calendar: No meeting is on record/)]);
    expect(await parley(["draft", "cases/itex-cypress", "--what", "calendar"])).toMatchObject({
      code: 1,
      err: expect.stringContaining("add meetings to agreement.yaml"),
    });
  });

  it.each([
    [["--what", "poem"], 2, /Allowed choices are framework, brief, calendar/],
    [["--what", "brief", "--party", "japan"], 2, /a brief is for a party that negotiates/],
    [["--what", "brief", "--offer", "none"], 2, /unknown offer "none"/],
    [["--share", "france"], 2, /no party of this case/],
  ])("refuses %j", async (args, code, why) => {
    expect(await parley(["draft", "cases/hanoi-2019", ...args, ...few])).toMatchObject({
      code,
      err: expect.stringMatching(why),
    });
  });

  it("shows the meetings with their agenda in 80 columns", async () => {
    const { code, out } = await parley(["draft", "cases/hanoi-2019", "--what", "calendar", ...few]);
    expect([code, out]).toEqual([0, expect.stringContaining("The next meeting is “Second summit of the two leaders”")]);
    for (const line of out.split("\n")) expect([...line].length).toBeLessThanOrEqual(80);
  });
});

describe("parley diff", () => {
  const changed = async (): Promise<[string, string]> => {
    const folder = await newCase();
    const after = `${folder}-after`;
    cpSync(folder, after, { recursive: true });
    const file = join(after, "agreement.yaml");
    writeFileSync(file, `${readFileSync(file, "utf8")}framework: {entryIntoForce: on signature}\n`);
    return [folder, after];
  };

  it("tells what moved between two folders, or a kept draft and a folder; 3 with --fail-on where anything did", async () => {
    const [before, after] = await changed();
    const found = await parley(["diff", before, after, ...few]);
    expect([found.code, found.out]).toEqual([
      0,
      expect.stringMatching(/1 clause changed: 1 settled\..*\[-\[when\]\.-\]\{\+on signature\.\+\}/s),
    ]);
    expect((await parley(["diff", before, after, "--fail-on", "changed", ...few])).code).toBe(3);
    expect((await parley(["diff", before, before, "--fail-on", "changed", ...few])).code).toBe(0);
    const kept = put("kept.json", (await parley(["draft", before, "--json", ...few])).out);
    expect((await parley(["diff", kept, after, ...few])).out).toContain("1 clause changed: 1 settled.");
    expect(await parley(["diff", kept, after, "--share", "public", ...few])).toMatchObject({
      code: 2,
      err: expect.stringContaining("is CONFIDENTIAL, and --share public may show nothing of it"),
    });
  });

  it("calls options by their names, as the page does", async () => {
    const before = await newCase();
    const after = `${before}-dearer`;
    cpSync(before, after, { recursive: true });
    const file = join(after, "agreement.yaml");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace("issue: exclusivity, to: region", "issue: exclusivity, to: all"),
    );
    const kept = put("kept-before.json", (await parley(["draft", before, "--json", ...few])).out);
    for (const versions of [
      [before, after],
      [kept, after],
    ]) {
      const out = (await parley(["diff", ...versions, ...few])).out.replace(/\s+/g, " ");
      expect(out).toContain("Exclusive supply: in the region → everywhere");
      expect(out).not.toContain("region → all");
    }
  });

  it.each([
    [["cases/hanoi-2019"], 2, /Name two versions, or one with --since/],
    [["cases/hanoi-2019", "cases/hanoi-2019", "--since", "2019-01-01"], 2, /not both/],
    [["cases/hanoi-2019", "--since", "2019-01-01"], 1, /its history holds no change after that day/],
    [["cases/hanoi-2019", "--since", "2019-01-01", "--share", "us"], 2, /its owner's alone/],
    [["nowhere", "cases/hanoi-2019"], 2, /cannot read nowhere/],
    [["package.json", "cases/hanoi-2019"], 1, /is no framework/],
    [["README.md", "cases/hanoi-2019"], 1, /is no JSON/],
  ])("refuses %j", async (args, code, why) => {
    expect(await parley(["diff", ...args, ...few])).toMatchObject({ code, err: expect.stringMatching(why) });
  });
});

describe("parley import and export", () => {
  const table = (weights: readonly [number, number], turned: boolean) =>
    `issue,option,weight,score\nPrice,low,${weights[0]},${turned ? 0 : 1}\nPrice,high,,${turned ? 1 : 0}\nDays,few,${weights[1]},1\nDays,many,,0\nreservation,,,20\n`;

  it("take spreadsheets to a case and back, for their owner's eyes, with the reservation values", async () => {
    const folder = join(place, "tables");
    mkdirSync(folder);
    writeFileSync(join(folder, "buyer.csv"), table([3, 1], false));
    writeFileSync(join(folder, "seller.csv"), table([2, 2], true));
    const made = join(folder, "case");
    const names = ["buyer.csv", "seller.csv"].map((name) => join(folder, name));
    const { code, out } = await parley(["import", ...names, "-o", made, "--date", "2026-01-01"]);
    expect([code, out]).toEqual([0, expect.stringContaining("2 issues, buyer and seller")]);
    expect(statSync(join(made, "interests/buyer.buyer.yaml")).mode & 0o077).toBe(0);
    const found = JSON.parse((await parley(["frontier", made, "--json"])).out);
    expect(found.reservation).toEqual({ buyer: 20, seller: 20 });
    const back = join(folder, "back");
    expect((await parley(["export", made, "--format", "csv", "-o", back])).code).toBe(0);
    expect(readFileSync(join(back, "buyer.csv"), "utf8")).toContain("reservation,,,20");
    expect(statSync(join(back, "buyer.csv")).mode & 0o077).toBe(0);
    const again = await parley(["import", ...names, "-o", made]);
    expect([again.code, again.err]).toEqual([2, expect.stringContaining("Nothing was written")]);
  });

  it.each([
    ["a file that is not there", ["import", "nowhere.xml", "-o", "out"], 2, /cannot read nowhere.xml/],
    [
      "ranks, which no such form can hold",
      ["export", "cases/hanoi-2019", "--format", "genius", "-o", "out"],
      1,
      /hold one number for everything/,
    ],
    [
      "what may not be seen",
      ["export", "cases/itex-cypress", "--share", "public", "--format", "csv", "-o", "out"],
      1,
      /not for the public to see/,
    ],
  ])("refuse %s", async (_, args, wanted, message) => {
    const output = join(place, "out");
    const { code, err } = await parley(args.map((arg) => (arg === "out" ? output : arg)));
    expect([code, err]).toEqual([wanted, expect.stringMatching(message)]);
    expect(existsSync(output)).toBe(false);
  });
});

describe("parley roadmap", () => {
  it("says who does what when within 80 columns, with the roads that a solver proved", async () => {
    const { code, out } = await parley(["roadmap", "cases/six-party-2007", "--seconds", "5", ...few]);
    expect(code).toBe(0);
    expect(out).toMatch(
      /exposes\s+the\s+United\s+States\s+by\s+[\d.]+\s+points\s+and\s+North\s+Korea\s+by\s+[\d.]+\s+points/,
    );
    expect(out).toContain("none is sooner");
    expect(out).toMatch(/Initial actions complete, 2007-04-14: reached/);
    expect(width(out)).toBeLessThanOrEqual(80);
  });

  it("says what is missing where nothing is promised", async () => {
    const { code, err } = await parley(["roadmap", "cases/panama-1977", ...few]);
    expect([code, err]).toEqual([1, expect.stringMatching(/agreement\.yaml lists no commitments/)]);
  });

  it("writes files that only their owner reads, over its own and over nothing else", async () => {
    for (const form of ["ics", "xml", "csv"]) {
      const file = join(place, `plan.${form}`);
      for (let times = 0; times < 2; times++)
        expect(await parley(["roadmap", "cases/inf-1987", "-o", file, ...few])).toMatchObject({ code: 0 });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const other = put(`mine.${form}`, "mine");
      expect((await parley(["roadmap", "cases/inf-1987", "-o", other, ...few])).code).toBe(2);
      expect(readFileSync(other, "utf8")).toBe("mine");
    }
    expect((await parley(["roadmap", "cases/inf-1987", "-o", join(place, "plan.docx")])).code).toBe(2);
  });

  it("ends with 3 where somebody is exposed beyond what it accepts, or something is late", async () => {
    const folder = await newCase();
    const ended = async (condition: string) =>
      (await parley(["roadmap", folder, "--seconds", "0", "--fail-on", condition, ...few])).code;
    expect([await ended("exposed"), await ended("late")]).toEqual([0, 0]);
    const file = join(folder, "interests/buyer.buyer.yaml");
    writeFileSync(file, `${readFileSync(file, "utf8")}roadmap: {exposure: 0}\n`);
    const other = join(folder, "interests/seller.seller.yaml");
    writeFileSync(other, `${readFileSync(other, "utf8")}roadmap: {exposure: 0}\n`);
    const agreement = join(folder, "agreement.yaml");
    writeFileSync(
      agreement,
      readFileSync(agreement, "utf8").replace("takes: 2 weeks", "takes: 2 weeks, due: 2026-01-20"),
    );
    expect([await ended("exposed"), await ended("late")]).toEqual([3, 3]);
  });
});

describe("parley verify", () => {
  it("says what would be seen, how many to check and what there may be, within 80 columns", async () => {
    const { code, out } = await parley(["verify", "cases/hanoi-2019"]);
    expect(code).toBe(0);
    expect(out).toContain("IAEA");
    expect(out).toMatch(/Yongbyon, cylinders in\s+40\s+7\s+2 \(2\)\s+4 \(4\)\s+11 \(12\)\s+13 \(14\)/);
    expect(out).toContain("Two plants");
    expect(width(out)).toBeLessThanOrEqual(80);
  });

  it("ends with 3 where breaking the deal pays, and refuses an effort that is none", async () => {
    const seeing = join(place, "hanoi-seeing");
    cpSync(join(root, "cases/hanoi-2019"), seeing, { recursive: true });
    const plan = join(seeing, "verification", "analyst.yaml");
    writeFileSync(plan, readFileSync(plan, "utf8").replace(/, overlook: \[[^\]]*\]/g, ""));
    const ended = async (...args: string[]) => (await parley(["verify", seeing, ...args])).code;
    expect([await ended("--effort", "1", "--fail-on", "pays"), await ended("--fail-on", "pays")]).toEqual([3, 0]);
    // As it is, looks overlook so much that no effort is enough.
    expect((await parley(["verify", "cases/hanoi-2019", "--fail-on", "pays"])).code).toBe(3);
    expect([await ended("--effort", "-1"), await ended("--effort", ""), await ended("--holder", "nobody")]).toEqual([
      2, 2, 2,
    ]);
  });

  it("tells the public of no plan, and of what there may be", async () => {
    const { code, out } = await parley(["verify", "cases/hanoi-2019", "--share", "public"]);
    expect(code).toBe(0);
    expect(out).toMatch(/No\s+plan\s+of\s+inspection\s+may\s+be\s+seen\s+here/);
    expect(out).not.toContain("Kangson");
    const refused = await parley(["verify", "cases/panama-1977", "--share", "public"]);
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("verification/HOLDER.yaml")]);
  });
});

describe("parley monitor", () => {
  const at = (...args: string[]) => parley(["monitor", "cases/jcpoa-2015", ...args]);

  it("replays what was known on a day, within 80 columns", async () => {
    const { code, out } = await at("--as-of", "2020-01-20", "--known-at", "2020-01-20");
    expect(code).toBe(0);
    expect(out).toContain("33 of 52 rows; 19 later");
    expect(out).toMatch(/Joint Commission: 2020-01-14 to 2020-01-29, running/);
    expect(width(out)).toBeLessThanOrEqual(80);
    expect((await at("--fail-on", "broken")).code).toBe(3);
    expect((await at("--known-at", "2019-05-01", "--fail-on", "open")).code).toBe(0);
  });

  it("writes alerts that only their owner reads, over its own and over nothing else", async () => {
    for (const form of ["ics", "atom", "csv"]) {
      const file = join(place, `alerts.${form}`);
      for (let times = 0; times < 2; times++) expect(await at("-o", file)).toMatchObject({ code: 0 });
      expect(statSync(file).mode & 0o777).toBe(0o600);
      const other = put(`other.${form}`, "mine");
      expect((await at("-o", other)).code).toBe(2);
      expect(readFileSync(other, "utf8")).toBe("mine");
    }
  });

  it("goes on without rows that cannot be read, says them, and ends with 1 unless told to go on", async () => {
    const folder = await newCase();
    const file = join(folder, "observations.csv");
    writeFileSync(file, `${readFileSync(file, "utf8")}2026-03-05,,days,9,days,verified,,\nnonsense\n`);
    const { code, out, err } = await parley(["monitor", folder, "--as-of", "2026-04-01"]);
    expect(code).toBe(1);
    expect(out).toMatch(/broken\s+Delivery within a week/);
    expect(err).toContain('observations.csv:3:1  as_of "nonsense" is no date');
    expect(err).toContain("--skip-malformed");
    expect((await parley(["monitor", folder, "--as-of", "2026-04-01", "--skip-malformed"])).code).toBe(0);
    expect((await parley(["check", folder])).out).toContain("observations.csv:3:1");
  });

  it("is told by check as well of rows that nothing judges", async () => {
    const folder = await newCase();
    const file = join(folder, "observations.csv");
    writeFileSync(file, `${readFileSync(file, "utf8")}2026-03-05,,dayz,9,days,verified,,\n`);
    const { code, out } = await parley(["check", folder]);
    expect(code).toBe(0);
    expect(out).toContain("observations.csv:2:1  warning: dayz: no obligation speaks of it");
    expect((await parley(["check", folder, "--fail-on", "warning"])).code).toBe(3);
  });

  it("shows what rows would change and writes nothing", async () => {
    const folder = await newCase();
    const more = put("more.csv", "as_of,metric,value,unit,qualifier\n2026-03-05,days,9,days,verified\n");
    const before = readFileSync(join(folder, "observations.csv"), "utf8");
    const { code, out } = await parley(["monitor", folder, "--as-of", "2026-04-01", "--with", more]);
    expect(code).toBe(0);
    expect(out).toContain("1 row would change how 1 of 1 stand");
    // Seen from the last day that the rows speak of, and judged as things would stand with them.
    const later = await parley(["monitor", folder, "--with", more, "--fail-on", "broken"]);
    expect([later.code, later.out]).toEqual([3, expect.stringMatching(/as of 2026-03-05 [\s\S]* → broken/)]);
    const both = await parley(["monitor", folder, "--with", more, "-o", join(place, "with.csv")]);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining("it goes without --output")]);
    expect(existsSync(join(place, "with.csv"))).toBe(false);
    expect(out).toContain("not observed → broken");
    expect(readFileSync(join(folder, "observations.csv"), "utf8")).toBe(before);
  });

  it("says what is odd about rows that would be added, and ends with 1 where nothing would judge them", async () => {
    const folder = await newCase();
    const more = put(
      "typo.csv",
      "as_of,reported_at,metric,value,unit,qualifier\n2026-03-05,2026-03-05,dys,9,days,verified\n",
    );
    const { code, out, err } = await parley(["monitor", folder, "--as-of", "2026-04-01", "--with", more]);
    expect(code).toBe(1);
    expect(out).toContain("1 row would change nothing");
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      'dys, line 2: no obligation speaks of it: 1 row is kept and not judged. Did you mean "days"?',
    );
    expect(err).toContain('Nothing in the agreement speaks of "dys"');
    const json = JSON.parse((await parley(["monitor", folder, "--as-of", "2026-04-01", "--with", more, "--json"])).out);
    expect(json.remarks).toMatchObject([{ kind: "unspoken", about: "dys" }]);
    expect((await parley(["monitor", folder, "--with", more])).code).toBe(1);
    expect((await parley(["monitor", folder, "--with", more, "--skip-malformed"])).code).toBe(0);
  });

  it("says what is missing where nothing is owed", async () => {
    const { code, err } = await parley(["monitor", "cases/panama-1977"]);
    expect([code, err]).toEqual([1, expect.stringContaining("write obligations into agreement.yaml")]);
  });
});

const TERMS = `
terms:
  - id: prompt
    name: Prompt
    components: [{id: day, text: within a day}, {id: week, text: within a week}]
    readings:
      - {party: buyer, in: [day]}
      - {party: seller, in: [week], out: [day]}
`;

const MEETINGS = `
meetings:
  - {id: round, name: Round, from: 2026-02-02, timeZone: Europe/Vienna, every: 1 month, sessions: [{name: Talks, at: "10:00"}]}
framework: {entryIntoForce: on signature}
`;

describe("what is shared depends on nothing that its reader may not see", () => {
  const commands = (folder: string, reader: string) => [
    ["check", folder, "--share", reader, "--json"],
    ["assess", folder, "--share", reader, "--json", "--models", "50"],
    ["frontier", folder, "--share", reader, "--json", "--models", "50"],
    ["positions", folder, "--share", reader, "--models", "50"],
    ["terms", folder, "--share", reader, "--models", "50"],
    ["roadmap", folder, "--share", reader, "--json", "--models", "50", "--seconds", "1"],
    ["roadmap", folder, "--share", reader, "--output", join(folder, `${reader}.csv`), "--models", "50"],
    ["roadmap", folder, "--share", reader, "--output", join(folder, `${reader}.xml`), "--models", "50"],
    ["report", folder, "--share", reader, "--output", join(folder, `${reader}.html`), "--models", "50"],
    ["verify", folder, "--share", reader, "--json"],
    ["monitor", folder, "--share", reader, "--json"],
    ["monitor", folder, "--share", reader, "--output", join(folder, `${reader}.atom`)],
    ["monitor", folder, "--share", reader, "--output", join(folder, `${reader}.alerts.csv`)],
    ["draft", folder, "--share", reader, "--json", "--models", "50"],
    ["draft", folder, "--share", reader, "--what", "brief", "--json", "--models", "50"],
    ["draft", folder, "--share", reader, "--what", "calendar", "--json", "--models", "50"],
    ["draft", folder, "--share", reader, "--output", join(folder, `drafts-${reader}`), "--models", "50"],
    ["diff", `${folder}-before`, folder, "--share", reader, "--json", "--models", "50"],
  ];

  const forms = ["html", "csv", "xml", "atom", "alerts.csv"];
  const drafts = ["framework", "brief"].flatMap((what) => ["md", "html", "docx"].map((form) => `${what}.${form}`));

  /** What any of a reader's files says, but for when a calendar was written. */
  const written = (folder: string, reader: string): readonly string[] => [
    ...forms.map((form) => readFileSync(join(folder, `${reader}.${form}`), "base64")),
    ...drafts.map((name) => readFileSync(join(folder, `drafts-${reader}`, name), "base64")),
    readFileSync(join(folder, `drafts-${reader}/meetings.ics`), "utf8").replaceAll(/DTSTAMP:.*/g, ""),
  ];

  /** Files that pass, and so are computed with where they may be: other ranks, lines, limits, places. */
  const valid = fc
    .record({
      rank: fc.shuffledSubarray(["price", "delivery", "exclusivity"], { minLength: 3 }),
      points: fc.integer({ min: 0, max: 60 }),
      exposure: fc.integer({ min: 0, max: 40 }),
      line: fc.constantFrom("{exclusivity: all}", "{price: premium}"),
      belief: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ rank, points, exposure, line, belief }) => ({
      interests: `party: seller
holder: seller
basis: stated
date: 2026-01-10
swings: {rank: [${rank.join(", ")}]}
scores: {price: {prefer: more}, delivery: {prefer: less}, exclusivity: {prefer: more}}
reservation: {points: ${points}}
redLines: [{id: never, package: ${line}}]
roadmap: {exposure: ${exposure}}
`,
      plan: `holder: seller
date: 2026-01-10
effort: {total: ${belief}}
sites: [{id: store, belief: 0.${belief}, overlook: 0.2}]
`,
      history: `{"n":${points}}\n`,
    }));
  const garbage = fc
    .oneof(
      fc.string().map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
      fc.constant(null),
    )
    .map((content) => ({ interests: content, plan: content, history: content }));

  // What every output is computed from is held to this over many more private files in store/case-folder.test.ts.
  it("two cases that differ only in private files give the same bytes by every command in every form, whatever stands in these", async () => {
    const folder = await newCase();
    const add = (name: string, text: string) =>
      writeFileSync(join(folder, name), `${readFileSync(join(folder, name), "utf8")}${text}`);
    add("case.yaml", TERMS);
    cpSync(folder, `${folder}-before`, { recursive: true });
    add("agreement.yaml", MEETINGS);
    const shared = async () => {
      const all = [...commands(folder, "public"), ...commands(folder, "buyer")];
      const ended: Ended[] = [];
      // A few at a time: there are two processors.
      for (let k = 0; k < all.length; k += 6)
        ended.push(...(await Promise.all(all.slice(k, k + 6).map((args) => parley(args)))));
      // Without the seller's interests nobody but the owner can be told a frontier: that is a refusal, the same for all.
      // The seller's plan of inspection is seen by nobody else, so to others there is none.
      const refused = commands(folder, "public").map(([command]) =>
        command === "frontier" || command === "verify" ? 1 : 0,
      );
      expect(ended.map(({ code }) => code)).toEqual([...refused, ...refused]);
      return JSON.stringify([ended, ...["public", "buyer"].flatMap((reader) => written(folder, reader))]);
    };
    const before = await shared();
    expect(before).not.toContain("CONFIDENTIAL");
    const places = {
      interests: "interests/seller.seller.yaml",
      plan: "verification/seller.yaml",
      history: ".parley/history.jsonl",
    } as const;
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 2, arbitrary: valid }, garbage), async (content) => {
        for (const [name, path] of Object.entries(places)) {
          const own = content[name as keyof typeof places];
          rmSync(join(folder, path), { force: true });
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          if (own) writeFileSync(join(folder, path), own);
        }
        expect(await shared()).toBe(before);
      }),
      { numRuns: 3 },
    );
  }, 400_000);

  it("a party sees the views that it holds, its own and its estimate of the other", async () => {
    const folder = await newCase();
    const estimate = readFileSync(join(folder, "interests/seller.seller.yaml"), "utf8").replace(
      "holder: seller",
      "holder: buyer",
    );
    writeFileSync(join(folder, "interests/seller.buyer.yaml"), estimate);
    const { out } = await parley(["assess", folder, "--share", "buyer", "--json", ...few]);
    expect(JSON.parse(out)).toMatchObject({
      marking: "shared with the buyer",
      missing: [],
      views: [
        { party: "buyer", holder: "buyer" },
        { party: "seller", holder: "buyer" },
      ],
    });
  });

  it("a copy of the flagship without its interests is what the public sees of it", async () => {
    const copy = join(place, "hanoi");
    cpSync(join(root, "cases/hanoi-2019"), copy, { recursive: true });
    const of = async (folder: string) => (await parley(["assess", folder, "--share", "public", "--json"])).out;
    const whole = await of(copy);
    rmSync(join(copy, "interests"), { recursive: true });
    expect(await of(copy)).toBe(whole);
    expect(JSON.parse(whole)).toMatchObject({ marking: "shared with the public", views: [] });
  });
});
