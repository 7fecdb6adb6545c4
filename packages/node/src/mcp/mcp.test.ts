// What an assistant can do by the Model Context Protocol, asked by the protocol's own client: every tool, what it never sees, what it may
// propose, and a thousand calls of one that means ill.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { commandWordingIn } from "@parley/core/internal";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// What runs on workers is what is built.
import { openPool } from "../../dist/jobs/index.js";
import * as built from "../../dist/mcp/index.js";
import { program, root } from "../../test/command-line.js";
import { parleyWith } from "../../test/scripted-person.js";
import { casesIn, type Reader } from "../store/index.js";
import { type Assistant, assistantServers, serveAssistant } from "./index.js";

const place = mkdtempSync(join(tmpdir(), "parley-mcp-"));
const pool = openPool(2);
const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
  await pool.destroy();
  rmSync(place, { recursive: true, force: true });
});

/** Stands in every private file. */
const SECRET = "fall-back-4711";
/** A folder with two cases, whose private files say more than those that are shipped. */
function folderWith(name: string, more: string): string {
  const folder = join(place, name);
  for (const id of ["hanoi-2019", "jcpoa-2015"])
    cpSync(join(root, "cases", id), join(folder, id), {
      recursive: true,
      filter: (path) => !path.endsWith("expected"),
    });
  for (const holder of ["us", "dprk"]) {
    const file = join(folder, "hanoi-2019", "interests", `${holder}.analyst.yaml`);
    writeFileSync(file, `${readFileSync(file, "utf8")}\n# ${SECRET} ${holder === "dprk" ? more : ""}\n`);
    writeFileSync(
      join(folder, "hanoi-2019", "interests", `${holder}.${holder}.yaml`),
      readFileSync(file, "utf8").replace(/^holder:.*$/m, `holder: ${holder}`),
    );
  }
  return folder;
}

const folder = folderWith("talks", "one");

const assistant = (reader: Reader, proposals = false, of = folder): Assistant => ({
  folder: of,
  reader,
  proposals,
  version: "0.1.0",
  cases: casesIn(of, "tester"),
  run: async (args) => await parleyWith(args, null, pool),
  words: commandWordingIn("en").commands.mcp,
});

/** @param made what is built, where a text is read: in a thread of its own */
async function clientOf(
  setting: Assistant,
  made: Pick<typeof built, "assistantServers"> = { assistantServers },
): Promise<Client> {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const server = made.assistantServers(setting).make();
  await server.connect(there);
  const client = new Client({ name: "test", version: "1" });
  await client.connect(here);
  closing.push(async () => await client.close());
  return client;
}

const call = async (client: Client, name: string, args: Record<string, unknown> = {}): Promise<CallToolResult> =>
  (await client.callTool({ name, arguments: args })) as CallToolResult;
const textOf = ({ content }: CallToolResult): string =>
  content.map((one) => (one.type === "text" ? one.text : "")).join("\n");

/** Every file below a folder, with what stands in it. */
const stateOf = (of: string): string => {
  const digest = createHash("sha256");
  for (const entry of readdirSync(of, { recursive: true, withFileTypes: true }))
    if (entry.isFile())
      digest.update(join(entry.parentPath, entry.name)).update(readFileSync(join(entry.parentPath, entry.name)));
  return digest.digest("hex");
};

const READS = ["positions", "terms", "sanity", "frontier", "roadmap", "verify", "draft", "assess", "monitor"] as const;
const questions = (name: (typeof READS)[number]) => ({
  case: name === "monitor" ? "jcpoa-2015" : "hanoi-2019",
  ...(name === "assess" && { offers: ["pageantry"] }),
});

describe("an assistant that may see everything", () => {
  let client: Client;
  beforeAll(async () => {
    client = await clientOf(assistant(null), built);
  });

  it("is told once how to go about it, and finds tools that say what they are for and change nothing", async () => {
    expect(client.getInstructions()).toContain("confidential ones too");
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([...READS, "list_cases", "read_case", "read_text"].sort());
    for (const { description, inputSchema, annotations } of tools) {
      expect(description).toMatch(/^[A-Z].*\.$/);
      expect(annotations?.readOnlyHint).toBe(true);
      expect(inputSchema.additionalProperties).toBe(false);
    }
  });

  it("finds its way from the list to a case", async () => {
    expect(textOf(await call(client, "list_cases")).split("\n")).toEqual([
      "hanoi-2019: Hanoi 2019 (as of 2019-02-24)",
      expect.stringMatching(/^jcpoa-2015: /),
    ]);
    const about = textOf(await call(client, "read_case", { case: "hanoi-2019" }));
    expect(about).toContain("- us: the United States");
    expect(about).toContain("- big-deal: Big deal (us, 2019-02-21)");
  });

  it.each(READS)("%s answers in words, and with figures where these are asked for", async (name) => {
    const words = await call(client, name, questions(name));
    expect(words.isError, textOf(words)).toBeUndefined();
    expect(textOf(words).length).toBeGreaterThan(100);
    expect(words.structuredContent).toBeUndefined();
    const figures = await call(client, name, { ...questions(name), figures: true });
    if (name === "assess") expect(textOf(figures)).toMatch(/^Pageantry: Both would sign/);
    expect(textOf(figures)).toMatch(/[.]$/);
    expect(figures.structuredContent?.result).toMatchObject({ asOf: expect.stringMatching(/^\d{4}-/) });
  });

  it("asks of some offers, of another day, and of what was known", async () => {
    const one = textOf(await call(client, "assess", { case: "hanoi-2019", offers: ["pageantry"] }));
    expect(one).toMatch(/^Pageantry {2}\(/m);
    expect(one).not.toMatch(/^Big deal {2}\(/m);
    expect(textOf(await call(client, "positions", { case: "hanoi-2019", asOf: "2018-06-30" }))).toContain(
      "as of 2018-06-30",
    );
    expect(textOf(await call(client, "monitor", { case: "jcpoa-2015", knownAt: "2018-01-01" }))).toContain(
      "2018-01-01",
    );
    const wrong = await call(client, "assess", { case: "hanoi-2019", offers: ["no-such"] });
    expect([wrong.isError, textOf(wrong)]).toEqual([true, expect.stringContaining("no-such")]);
  });

  it("has a text read, and nothing of it is kept", async () => {
    const before = stateOf(folder);
    const { structuredContent, ...words } = await call(client, "read_text", {
      text: "The Secretary of State said: “We will not lift sanctions before the facility is closed.” He added that talks would go on.",
      date: "2019-02-28",
    });
    expect(textOf(words)).toMatch(/: “We will not lift sanctions before the facility is closed/);
    // What is reported stands in no quotation marks.
    expect(textOf(words)).toContain(": that talks would go on (reported)");
    expect(structuredContent).toMatchObject({ result: { statements: [{ kind: "direct" }, { kind: "indirect" }] } });
    expect(stateOf(folder)).toBe(before);
  });

  it("reads cases and results as resources, and finds prompts for usual jobs", async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual(["parley://case/hanoi-2019", "parley://case/jcpoa-2015"]);
    const { contents } = await client.readResource({ uri: "parley://case/hanoi-2019/result/terms" });
    expect(JSON.parse(String((contents[0] as { text: string }).text))).toMatchObject({ title: "Hanoi 2019" });
    for (const uri of [
      "parley://case/none",
      "parley://case/hanoi-2019/result/history",
      "parley://case/hanoi-2019/document/x",
    ])
      await expect(client.readResource({ uri })).rejects.toThrow();
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["weigh_offer", "prepare_meeting", "check_promises"]);
    const { messages } = await client.getPrompt({
      name: "weigh_offer",
      arguments: { case: "hanoi-2019", offer: "big-deal" },
    });
    expect(JSON.stringify(messages)).toContain("big-deal");
  });

  it("cannot ask more than can be worked on", async () => {
    const all = await Promise.all(
      Array.from({ length: 40 }, () => call(client, "read_text", { text: "He said: “We will go on.”" })),
    );
    const refused = all.filter(({ isError }) => isError);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(40);
    for (const one of refused) expect(textOf(one)).toContain("too many questions");
  });
});

describe("what a reader may not see", () => {
  it("changes nothing of what an assistant is answered that reads for somebody else", async () => {
    // Private files, an inbox and a document: all differ, or are there in one folder alone.
    const other = folderWith("other-talks", "two");
    const file = join(other, "hanoi-2019", "interests", "dprk.dprk.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace(/prefer: more/g, "prefer: less"));
    const inbox = await clientOf(assistant(null, true, other), built);
    const text = "He said: “We will go on.”";
    await call(inbox, "propose_statements", {
      case: "hanoi-2019",
      name: "note.txt",
      text,
      statements: [{ quote: "We will go on.", speaker: "He" }],
    });
    for (const reader of ["public", "us"]) {
      const [here, there] = await Promise.all([clientOf(assistant(reader)), clientOf(assistant(reader, false, other))]);
      for (const name of READS) {
        const [one, two] = [await call(here, name, questions(name)), await call(there, name, questions(name))];
        expect([reader, name, textOf(one)]).toEqual([reader, name, textOf(two)]);
      }
      for (const uri of ["parley://case/hanoi-2019", "parley://case/hanoi-2019/result/assess"])
        expect((await here.readResource({ uri })).contents).toEqual((await there.readResource({ uri })).contents);
    }
    // What it proposes is answered alike, whether the inbox has it already or not.
    const proposal = {
      case: "hanoi-2019",
      name: "note.txt",
      text,
      statements: [{ quote: "We will go on.", speaker: "He" }],
    };
    const [fresh, again] = [
      await clientOf(assistant("public", true), built),
      await clientOf(assistant("public", true, other), built),
    ];
    expect(await call(fresh, "propose_statements", proposal)).toEqual(
      await call(again, "propose_statements", proposal),
    );
  }, 120_000);
});

describe("a folder as it may be", () => {
  const odd = join(place, "odd");
  const INSIDE = "only-inside-4712";
  beforeAll(() => {
    for (const id of ["ferry-strike", "-dash (1) $&o'brien"])
      cpSync(join(root, "cases", "ferry-strike"), join(odd, id), {
        recursive: true,
        filter: (path) => !path.endsWith("expected"),
      });
    // A file that bears a party's name, in a case in which it is no party.
    writeFileSync(
      join(odd, "ferry-strike", "interests", "crews.us.yaml"),
      `party: crews\nholder: us\nscores: { ${INSIDE}: {} }\n`,
    );
    cpSync(join(root, "cases", "hanoi-2019"), join(odd, "hanoi-2019"), { recursive: true });
    // A file that leads out of the folder that is served.
    const outside = join(place, "outside.yaml");
    writeFileSync(outside, `parley: 1\ntitle: ${INSIDE}\n`);
    cpSync(join(root, "cases", "barter-1950"), join(odd, "linked"), { recursive: true });
    rmSync(join(odd, "linked", "case.yaml"));
    symlinkSync(outside, join(odd, "linked", "case.yaml"));
  });

  it("is read as the public may see it where the reader is no party, and never out of itself", async () => {
    const client = await clientOf(assistant("us", false, odd));
    const answers = [
      await call(client, "list_cases"),
      await call(client, "read_case", { case: "ferry-strike" }),
      await call(client, "assess", { case: "ferry-strike" }),
      await call(client, "read_case", { case: "linked" }),
      await call(client, "positions", { case: "linked" }),
    ].map(textOf);
    for (const said of answers) expect(said).not.toContain(INSIDE);
    expect(answers[1]).toContain("The ferry strike");
    expect(answers[2]).toContain("shared with the public");
    expect(answers[4]).toContain("cannot be read");
  });

  it("may give its cases any names", async () => {
    const client = await clientOf(assistant("public", false, odd));
    const id = "-dash (1) $&o'brien";
    expect(textOf(await call(client, "list_cases"))).toContain(`${id}: `);
    expect((await call(client, "assess", { case: id })).isError).toBeUndefined();
    const { resources } = await client.listResources();
    const { uri = "" } = resources.find(({ name }) => name === id) ?? {};
    expect(JSON.stringify(await client.readResource({ uri: `${uri}/result/positions` }))).toContain(
      "shared with the public",
    );
  });
});

describe("a proposal", () => {
  const proposal = (quote: string) => ({
    case: "hanoi-2019",
    name: "interview.txt",
    text: "The minister said: “We are ready to talk.” Nobody answered.",
    date: "2019-02-20",
    statements: [{ quote, speaker: "the minister", act: "offers" }],
  });

  it("waits in the inbox for a person, with who proposed it, and enters nothing by itself", async () => {
    const own = folderWith("proposals", "three");
    const client = await clientOf(assistant("us", true, own), built);
    const record = readFileSync(join(own, "hanoi-2019", "record.yaml"));
    const made = await call(client, "propose_statements", proposal("We are ready to talk."));
    expect([made.isError, textOf(made)]).toEqual([undefined, expect.stringContaining("waits in the inbox")]);
    const statements = async () => {
      const all = (await casesIn(own, "tester").inbox("hanoi-2019", null)) ?? [];
      expect(all.map(({ file, date }) => [file, date])).toEqual([["interview.txt", "2019-02-20"]]);
      return all.flatMap(({ reading }) => reading.statements);
    };
    const proposed = (await statements()).filter(({ by }) => by === "assistant");
    expect(proposed).toMatchObject([{ quote: "We are ready to talk.", stance: { act: "offers" } }]);
    expect(readFileSync(join(own, "hanoi-2019", "record.yaml"))).toEqual(record);
    // What a person has decided since stays.
    const [document] = (await casesIn(own, "tester").inbox("hanoi-2019", null)) ?? [];
    const id = proposed[0]?.id ?? "";
    const change = { decided: { [id]: "rejected" as const }, anew: 0, about: { title: "Interview" } };
    expect(await casesIn(own, "tester").decideInbox("hanoi-2019", document?.bytes ?? "", change)).toBe("kept");
    const decided = () =>
      casesIn(own, "tester")
        .inbox("hanoi-2019", null)
        .then((all) => all?.map((one) => [one.title, one.decided[id]]));
    // The same again is the same; other words of the same text stand beside it.
    await call(client, "propose_statements", proposal("We are ready to talk."));
    await call(client, "propose_statements", proposal("Nobody answered."));
    expect(await decided()).toEqual([["Interview", "rejected"]]);
    expect((await statements()).filter(({ by }) => by === "assistant")).toHaveLength(2);
  });

  it("is refused where its words do not stand in the text letter for letter, and where none are allowed", async () => {
    const own = folderWith("refusals", "four");
    const client = await clientOf(assistant("us", true, own), built);
    const before = stateOf(own);
    for (const quote of ["We are ready to negotiate.", "we are ready to talk.", "We  are ready to talk."]) {
      const made = await call(client, "propose_statements", proposal(quote));
      expect([made.isError, textOf(made)]).toEqual([true, expect.stringContaining("letter for letter")]);
    }
    const twice = { ...proposal("We are ready to talk."), text: "“We are ready to talk.” “We are ready to talk.”" };
    expect(textOf(await call(client, "propose_statements", twice))).toContain("more than once");
    for (const wrong of [{ date: "2019-99-99" }, { name: "a\u202eb" }, { name: " " }, { text: "" }])
      expect(
        await call(client, "propose_statements", { ...proposal("We are ready to talk."), ...wrong }),
      ).toMatchObject({
        isError: true,
      });
    const reading = await clientOf(assistant("us", false, own));
    await expect(call(reading, "propose_statements", proposal("We are ready to talk."))).resolves.toMatchObject({
      isError: true,
    });
    expect(stateOf(own)).toBe(before);
  });
});

describe("an assistant that means ill", () => {
  it("gets nothing private and changes nothing, in a thousand calls of paths, sizes, prototypes and other readers' names", async () => {
    const own = folderWith("hostile", "five");
    const client = await clientOf(assistant("public", true, own));
    const before = stateOf(own);
    const names = [
      ...READS,
      "list_cases",
      "read_case",
      "read_text",
      "propose_statements",
      "search",
      "__proto__",
      "constructor",
    ];
    const nasty = fc.oneof(
      fc.constantFrom(
        "../hanoi-2019",
        "hanoi-2019/../../x",
        "/etc/passwd",
        "hanoi-2019/interests/us.us.yaml",
        "interests/us.us.yaml",
        "hanoi-2019\u0000",
        "--share=us",
        "--share",
        "us",
        "us.us",
        "~",
        "%2e%2e%2f",
        "C:\\Windows",
        "__proto__",
        "constructor",
        "everything",
        "-h",
        "x".repeat(10_000),
      ),
      fc.string(),
      fc.integer(),
      fc.constant(null),
      fc.constant({ __proto__: { reader: null } }),
    );
    const args = fc.dictionary(
      fc.constantFrom(
        "case",
        "as",
        "share",
        "reader",
        "asOf",
        "offers",
        "text",
        "name",
        "statements",
        "figures",
        "folder",
        "date",
      ),
      fc.oneof(nasty, fc.array(nasty, { maxLength: 3 })),
      { maxKeys: 6 },
    );
    const uri = fc
      .tuple(fc.constantFrom("case/", "case/hanoi-2019/document/", "case/hanoi-2019/result/", "", "../"), fc.string())
      .map(([head, tail]) => `parley://${head}${encodeURIComponent(tail)}`);
    let calls = 0;
    const heard = async (answer: Promise<unknown>): Promise<string> => {
      calls++;
      return await answer.then(
        (one) => JSON.stringify(one),
        (error: unknown) => String(error),
      );
    };
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), args, uri, async (name, given, address) => {
        // Half of the calls name a case that there is.
        const aimed =
          calls % 8 === 0
            ? { ...given, case: "hanoi-2019" }
            : calls % 8 === 4
              ? { case: "hanoi-2019", ...(name === "assess" && { offers: ["constructor", "us.us"] }) }
              : given;
        for (const said of [
          await heard(client.callTool({ name, arguments: aimed as Record<string, unknown> })),
          await heard(client.readResource({ uri: address })),
        ]) {
          expect(said).not.toContain(SECRET);
          expect(said).not.toContain(own);
          expect(said).not.toMatch(/\bat \S+\.js:\d+/);
        }
      }),
      { numRuns: 500 },
    );
    expect(calls).toBeGreaterThanOrEqual(1000);
    expect(stateOf(own)).toBe(before);
    // It still answers who asks properly.
    expect(textOf(await call(client, "list_cases"))).toContain("hanoi-2019");
  }, 180_000);
});

describe("the command", () => {
  const started = (...args: string[]) =>
    new StdioClientTransport({ command: process.execPath, args: [program, "mcp", ...args], stderr: "pipe" });

  it("speaks over standard input and output, and ends with them", async () => {
    const client = new Client({ name: "test", version: "1" });
    await client.connect(started(folder, "--as", "us"));
    expect(client.getServerVersion()).toEqual({ name: "parley", version: "0.1.0" });
    expect(client.getInstructions()).toContain('the party "us"');
    expect(textOf(await call(client, "list_cases"))).toContain("hanoi-2019");
    await client.close();
  });

  it("answers what was asked before its input ended, of the case in which it stands", () => {
    const lines = [
      {
        id: 1,
        method: "initialize",
        params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "1" } },
      },
      { method: "notifications/initialized" },
      { id: 2, method: "tools/call", params: { name: "positions", arguments: { case: "hanoi-2019", figures: true } } },
    ].map((one) => JSON.stringify({ jsonrpc: "2.0", ...one }));
    const { stdout, status } = spawnSync(process.execPath, [program, "mcp"], {
      cwd: join(folder, "hanoi-2019"),
      input: `${lines.join("\n")}\n`,
      encoding: "utf8",
    });
    const answers = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(answers.map(({ id }) => id)).toEqual([1, 2]);
    expect(answers[1].result.content[0].text).toMatch(/^North Korea moved most/);
  });

  it("closes the connection on a message that is far too large, and does not fall", async () => {
    const client = new Client({ name: "test", version: "1" });
    await client.connect(started(folder));
    const refused = call(client, "read_text", { text: "x".repeat(2_000_000) });
    await expect(refused).resolves.toMatchObject({ isError: true });
    const closed = new Promise<void>((resolve) => {
      client.onclose = resolve;
    });
    await expect(call(client, "read_text", { text: "x".repeat(10_000_000) })).rejects.toThrow();
    await closed;
  });

  it("refuses a reader that no case knows, and a folder without cases", async () => {
    expect(await parleyWith(["mcp", folder, "--as", "france"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no case of this folder has a party "france"\. Write public or one of .*dprk/),
    });
    expect(await parleyWith(["mcp", join(place, "nowhere")])).toMatchObject({
      code: 2,
      err: expect.stringContaining("there is no case in"),
    });
  });
});

describe("the conversation in docs/assistants.md", () => {
  it("goes as it stands there, … for any lines", async () => {
    const client = await clientOf(assistant("public", false, join(root, "cases")));
    const [, transcript = ""] =
      /^```transcript\n(.*?)^```$/ms.exec(readFileSync(join(root, "docs", "assistants.md"), "utf8")) ?? [];
    const turns = transcript.split(/^> /m).slice(1);
    expect(turns.length).toBeGreaterThanOrEqual(5);
    for (const turn of turns) {
      const [asked = "", ...lines] = turn.trimEnd().split("\n");
      const [, name = "", args = ""] = /^(\w+) (.*)$/.exec(asked) ?? [];
      const said = textOf(await call(client, name, JSON.parse(args) as Record<string, unknown>));
      // Stretches between … stand there in this order.
      let from = 0;
      for (const stretch of lines.join("\n").split(/^…$\n?/m)) {
        const found = said.indexOf(stretch.trimEnd(), from);
        expect(found, `${asked}\n${stretch}\n––– said\n${said}`).toBeGreaterThanOrEqual(from);
        from = found + stretch.trimEnd().length;
      }
    }
  });
});

describe("over HTTP", () => {
  it("answers the protocol's client on this machine, and no page of another site", async () => {
    const serving = await serveAssistant(
      commandWordingIn("en").commands.mcp,
      assistantServers(assistant("public")).make,
      0,
      1024 * 1024,
    );
    closing.push(serving.close);
    const client = new Client({ name: "test", version: "1" });
    await client.connect(new StreamableHTTPClientTransport(new URL(serving.address)) as never);
    expect(textOf(await call(client, "list_cases"))).toContain("hanoi-2019");
    await client.close();
    const ask = async (headers: Record<string, string>, body = "{}") =>
      (
        await fetch(serving.address, {
          method: "POST",
          headers: { "content-type": "application/json", ...headers },
          body,
        })
      ).status;
    expect(await ask({ origin: "https://example.org" })).toBe(403);
    expect(await ask({ "sec-fetch-site": "cross-site" })).toBe(403);
    expect(await ask({}, `"${"x".repeat(2 * 1024 * 1024)}"`)).toBe(413);
    expect((await fetch(serving.address)).status).toBe(405);
  });
});
