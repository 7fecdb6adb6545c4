import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandWordingIn } from "@parley/core/internal";
import { afterAll, describe, expect, it } from "vitest";
import { scaffold, writeFolder } from "../store/index.js";
import { runCommandLine } from "./program.js";
import { guarded, type Prompter, paint, progressBar, type Terminal } from "./terminal.js";

const root = mkdtempSync(join(tmpdir(), "parley-terminal-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** What could drive a terminal: escape, its one-byte form, bell, a mark that turns the direction of writing, U+FFFE. */
const ACTIVE = ["\u001b", "\u009b", "\u0007", "\u202e", "\ufffe"];
const SPELL = `a${ACTIVE.join("[2J")}b`;

function recording(colour = false) {
  const said = { out: "", err: "" };
  const terminal: Terminal = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    colour,
    live: true,
    signal: new AbortController().signal,
    words: commandWordingIn("en"),
    prompter: null,
  };
  return { said, terminal };
}
const expectQuiet = (text: string) => {
  for (const character of ACTIVE) expect([character, text.includes(character)]).toEqual([character, false]);
};

describe("a terminal", () => {
  it("is reached by nothing of a file raw, on either stream, with colour or without; JSON stays the same JSON", () => {
    const { said, terminal } = recording();
    const safe = guarded(terminal);
    safe.out(`${SPELL}\n`);
    safe.err(`${SPELL}\rgone\n`);
    safe.out(JSON.stringify({ said: SPELL }));
    expectQuiet(said.out + said.err);
    expect(said.err).not.toContain("\r");
    expect(JSON.parse(said.out.split("\n")[1] ?? "")).toEqual({ said: SPELL });
    safe.out("BEGIN:VCALENDAR\r\nEND\r\n");
    expect(said.out.endsWith("BEGIN:VCALENDAR\r\nEND\r\n")).toBe(true);
  });

  it("has the colours and the bar that are its own, around a stranger's text and not within", () => {
    const { said, terminal } = recording(true);
    const safe = guarded(terminal);
    safe.out(paint(safe, "red", `bad \u001b[8mhidden`));
    expect(said.out).toBe("\u001b[31mbad \\u001b[8mhidden\u001b[39m");
    safe.out(" \u001b[8mhidden");
    expect(said.out.split("\u001b")).toHaveLength(3);
    progressBar(safe).clear();
    expect(said.err).toBe("");
  });

  it("has its own colours in what a person is asked, too", async () => {
    const { terminal } = recording(true);
    const asked: string[] = [];
    const prompter: Prompter = {
      say: (text) => asked.push(text),
      warn: (text) => asked.push(text),
      ask: async (text, choices) => {
        asked.push(text, ...choices.map((choice) => choice.text));
        return null;
      },
    };
    const safe = guarded({ ...terminal, prompter });
    const bold = paint(safe, "bold", "Round \u001b[8m1");
    safe.prompter?.say(bold);
    safe.prompter?.warn(bold);
    await safe.prompter?.ask(bold, [{ id: "one", text: bold }], { back: false, kept: true });
    expect(asked).toEqual(Array.from({ length: 4 }, () => "\u001b[1mRound \\u001b[8m1\u001b[22m"));
  });

  it("is safe from names, notes and errors of a case, by every door", async () => {
    const folder = join(root, "talks");
    await writeFolder(folder, scaffold());
    const name = `rec${SPELL}`;
    writeFileSync(join(folder, "interests", "buyer.x\u001b[2J\u202e.yaml"), "party: buyer\n");
    writeFileSync(
      join(folder, "observations.csv"),
      `${scaffold()["observations.csv"]}2026-03-01,,days,9,days,seen,,${SPELL}\n`,
    );
    writeFileSync(join(folder, "record.yaml"), `${JSON.stringify(name).replaceAll("\\ufffe", "x")}: 1\n`);
    for (const more of [[], ["--json"]]) {
      const { said, terminal } = recording();
      await runCommandLine(["check", folder, ...more], terminal);
      expect(said.out.length).toBeGreaterThan(10);
      expectQuiet(said.out + said.err);
    }
    const { said, terminal } = recording();
    await runCommandLine(["assess", join(root, `none${SPELL}`)], terminal);
    await runCommandLine([`no${SPELL}`], terminal);
    expectQuiet(said.out + said.err);
  });

  it("is told the folder's name where it was named by its place", async () => {
    const folder = join(root, "named");
    await writeFolder(folder, scaffold());
    const before = process.cwd();
    process.chdir(folder);
    try {
      const { said, terminal } = recording();
      await runCommandLine(["check", "."], terminal);
      expect(said.out).toBe("named is in order.\n");
    } finally {
      process.chdir(before);
    }
  });
});
