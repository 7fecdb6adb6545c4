// The interview on the command line: fed from a file, asked on a terminal, interrupted and taken up again.

import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { commandWordingIn } from "@parley/core/internal";
import { afterAll, describe, expect, it } from "vitest";
import { parleyWith as parley, person } from "../../test/scripted-person.js";
import { casesByPath } from "../store/index.js";
import { promptOn } from "./prompter.js";
import type { Prompter } from "./terminal.js";

const place = mkdtempSync(join(tmpdir(), "parley-interview-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

let made = 0;
async function newCase(): Promise<string> {
  const folder = join(place, `case-${made++}`);
  expect((await parley(["new", folder])).code).toBe(0);
  rmSync(join(folder, "interests/buyer.buyer.yaml"));
  return folder;
}

const DATE = ["--date", "2026-02-01"];
const ORDERS = `- {ask: no-deal, answer: today}
- {ask: "best:price", answer: less}
- {ask: "best:delivery", answer: more}
- {ask: "best:exclusivity", answer: less}
`;
const RANKS = `${ORDERS}- {ask: "swing:1", answer: delivery}
- {ask: "swing:2", answer: price}
- {ask: "step:delivery", answer: unknown}
- {ask: "step:price", answer: same}
- {ask: "step:exclusivity", answer: unknown}
`;

function written(folder: string, text: string): string {
  const file = join(folder, "given.txt");
  writeFileSync(file, text);
  return file;
}

const interview = (folder: string, text: string) =>
  parley(["interview", folder, "--party", "buyer", "--answers", written(folder, text), ...DATE]);

const asked = (folder: string, prompter: Prompter) =>
  parley(["interview", folder, "--party", "buyer", ...DATE], prompter);
const answersIn = (folder: string) => join(folder, "interests/buyer.buyer.answers");
const interestsIn = (folder: string) => join(folder, "interests/buyer.buyer.yaml");

describe("parley interview, fed from a file", () => {
  it("writes interests that pass their check, for their owner's eyes alone, and names the next question", async () => {
    const folder = await newCase();
    const { code, out } = await interview(folder, RANKS);
    expect(code).toBe(0);
    expect(out).toMatch(/Wrote .*buyer\.buyer\.yaml/);
    expect(out).toMatch(/Next, check:1: With all else at your worst/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(statSync(interestsIn(folder)).mode & 0o077).toBe(0);
    expect(statSync(answersIn(folder)).mode & 0o077).toBe(0);
    expect((await parley(["check", folder])).code).toBe(0);
  });

  it("takes the same answers again, and more of them, but never writes over others", async () => {
    const folder = await newCase();
    await interview(folder, ORDERS);
    const first = readFileSync(interestsIn(folder), "utf8");
    await interview(folder, ORDERS);
    expect(readFileSync(interestsIn(folder), "utf8")).toBe(first);
    expect((await interview(folder, RANKS)).code).toBe(0);
    const kept = readFileSync(answersIn(folder), "utf8");
    const other = await interview(folder, ORDERS.replace("today", "between"));
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining("holds other answers") });
    expect(readFileSync(answersIn(folder), "utf8")).toBe(kept);
  });

  it("does not write over interests that a person wrote, or changed since", async () => {
    const folder = await newCase();
    await interview(folder, ORDERS);
    const changed = `${readFileSync(interestsIn(folder), "utf8")}# mine\n`;
    writeFileSync(interestsIn(folder), changed);
    expect(await interview(folder, RANKS)).toMatchObject({ code: 2, err: expect.stringContaining("--holder") });
    expect(readFileSync(interestsIn(folder), "utf8")).toBe(changed);
  });

  it("writes nothing where the answers contradict each other, and names them", async () => {
    const folder = await newCase();
    const { out } = await parley([
      "interview",
      folder,
      "--party",
      "buyer",
      "--answers",
      written(folder, RANKS),
      "--json",
      ...DATE,
    ]);
    const { first, second } = JSON.parse(out).question;
    rmSync(answersIn(folder));
    rmSync(interestsIn(folder));
    const contrary = `${RANKS}- ${JSON.stringify({ ask: "check:1", answer: "second", first, second })}\n`;
    const ended = await interview(folder, contrary);
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining("cannot all stand") });
    expect(ended.err).toContain("answer 10:");
    expect(existsSync(interestsIn(folder)) || existsSync(answersIn(folder))).toBe(false);
  });

  it.each([
    ["a party that is not there", ["--party", "byer"], /Did you mean "buyer"/],
    ["a holder that is no name", ["--party", "buyer", "--holder", "../x"], /cannot be a holder/],
    ["answers that are not there", ["--party", "buyer", "--answers", "none.txt"], /does not exist/],
  ])("refuses %s", async (_, args, message) => {
    const folder = await newCase();
    const ended = await parley(["interview", folder, "--answers", written(folder, ORDERS), ...args, ...DATE]);
    expect(ended.code).toBe(2);
    expect(ended.err).toMatch(message);
  });

  it("says what to do where there is nobody to ask", async () => {
    const ended = await parley(["interview", await newCase(), "--party", "buyer", ...DATE]);
    expect(ended).toMatchObject({ code: 2, err: expect.stringContaining("--answers FILE") });
  });
});

describe("parley interview, on a terminal", () => {
  it("keeps every answer at once, goes back, stops, and goes on where it stopped", async () => {
    const folder = await newCase();
    const first = person(["today", "more", "back", "less", "more"]);
    expect((await asked(folder, first)).code).toBe(0);
    expect(readFileSync(answersIn(folder), "utf8").match(/^- /gm)).toHaveLength(3);
    expect(existsSync(interestsIn(folder))).toBe(false);
    expect(first.shown.join("\n")).toContain("2 to go");
    const second = person(["less", "delivery", "price"]);
    await asked(folder, second);
    expect(second.shown[0]).toContain("Going on after 3 answers");
    expect(second.shown.join("\n")).toMatch(/known to within \d+ points/);
    expect(existsSync(interestsIn(folder))).toBe(true);
    const third = person(["back", "back", "back"]);
    await asked(folder, third);
    expect(existsSync(interestsIn(folder)), "what the answers no longer make is not left behind").toBe(false);
    expect(readFileSync(answersIn(folder), "utf8").match(/^- /gm)).toHaveLength(3);
  });

  it("keeps an answer and what it makes in one edit, which can be taken back like any other", async () => {
    const folder = await newCase();
    await interview(folder, ORDERS);
    const before = [readFileSync(answersIn(folder), "utf8"), readFileSync(interestsIn(folder), "utf8")];
    await asked(folder, person(["delivery"]));
    const cases = casesByPath("tester");
    const entries = (await cases.history(folder, null)) ?? [];
    expect(entries.map(({ what, files }) => [what, files.length])).toEqual([
      ["the interview about buyer: 4 answers", 2],
      ["the interview about buyer: 5 answers", 2],
    ]);
    expect((await cases.undo(folder))?.kind).toBe("done");
    expect([readFileSync(answersIn(folder), "utf8"), readFileSync(interestsIn(folder), "utf8")]).toEqual(before);
  });

  it("writes nothing over what another program wrote meanwhile", async () => {
    const folder = await newCase();
    await interview(folder, ORDERS);
    const kept = readFileSync(answersIn(folder), "utf8");
    const mine = `${readFileSync(interestsIn(folder), "utf8")}# mine\n`;
    const answering = person(["delivery"]);
    const ended = await asked(folder, {
      ...answering,
      ask: (...question) => {
        writeFileSync(interestsIn(folder), mine);
        return answering.ask(...question);
      },
    });
    expect(ended).toMatchObject({ code: 1, err: expect.stringContaining("changed by another program") });
    expect(readFileSync(interestsIn(folder), "utf8")).toBe(mine);
    expect(readFileSync(answersIn(folder), "utf8")).toBe(kept);
  });

  it("names what cannot stand, and takes back the one that the person chooses", async () => {
    const folder = await newCase();
    await interview(folder, RANKS);
    const contrary = person(["second", "9", "first"]);
    expect((await asked(folder, contrary)).code).toBe(0);
    expect(contrary.shown.join("\n")).toMatch(/! These cannot all stand/);
    expect(readFileSync(answersIn(folder), "utf8")).toContain("ask: check:1, answer: first");
  });

  it("draws its questions with the arrow keys' lists, and takes Ctrl-C as stopping", async () => {
    const terminal = () => {
      const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
      const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 40 });
      let drawn = "";
      output.on("data", (data: Buffer) => {
        drawn += data.toString();
      });
      return {
        prompter: promptOn(input, output, commandWordingIn("en")),
        press: (keys: string) => input.write(keys),
        end: () => input.end(),
        drawn: () => drawn,
      };
    };
    const choices = [
      { id: "more", text: "More of it" },
      { id: "less", text: "Less of it" },
    ];
    const one = terminal();
    const answer = one.prompter.ask("Which is best?", choices, { back: true, kept: true });
    one.press("\u001b[B");
    one.press("\r");
    expect(await answer).toBe("less");
    expect(one.drawn()).toContain("Which is best?");
    expect(one.drawn()).toContain("Go back one question");
    const two = terminal();
    const stopped = two.prompter.ask("Which is best?", choices, { back: false, kept: false });
    two.press("\u0003");
    expect(await stopped).toBeNull();
    expect(two.drawn()).not.toContain("Go back one question");
    expect(two.drawn()).not.toContain("everything is kept");
    // Ctrl+D, and an input that ends: nobody answers any more.
    const three = terminal();
    const left = three.prompter.ask("Which is best?", choices, { back: false, kept: true });
    three.press("\u0004");
    expect(await left).toBeNull();
    const four = terminal();
    const gone = four.prompter.ask("Which is best?", choices, { back: false, kept: true });
    four.end();
    expect(await gone).toBeNull();
  });
});
