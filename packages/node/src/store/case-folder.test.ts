import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCaseFolder } from "./case-folder.js";
import { scaffold } from "./scaffold.js";

const folder = mkdtempSync(join(tmpdir(), "parley-store-"));
const write = (path: string, content: string | Uint8Array) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
beforeAll(() => {
  for (const [path, text] of Object.entries(scaffold())) write(path, text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files that stand in `interests/` and that the buyer does not hold: any name, any bytes, or a folder. */
const privateFiles = fc.array(
  fc.record({
    name: fc.oneof(
      fc.constantFrom("seller.seller.yaml", "buyer.seller.yaml", "seller.seller.answers", "seller.buyer.yaml.bak"),
      fc
        .stringMatching(/^[A-Za-z0-9 _-]{1,12}\.[A-Za-z0-9 _-]{1,12}\.ya?ml$/)
        .filter((name) => !/\.buyer\./.test(name)),
    ),
    content: fc.oneof(
      fc.string(),
      fc.uint8Array({ maxLength: 300 }),
      fc.constant("party: seller\nholder: buyer\n"),
      fc.constant(new Uint8Array(2 ** 21)),
      fc.constant(null),
    ),
  }),
  { maxLength: 5 },
);

describe("what a reader is given of a case folder", () => {
  // Everything that is shared is computed from this alone, so this is where non-interference is decided.
  it("does not depend on any file that the reader may not see: not its bytes, not its faults, not whether it is there", async () => {
    const seen = async () =>
      JSON.stringify([await readCaseFolder(folder, "public"), await readCaseFolder(folder, "buyer")]);
    const before = await seen();
    await fc.assert(
      fc.asyncProperty(privateFiles, async (files) => {
        rmSync(join(folder, "interests/seller.seller.yaml"), { force: true });
        for (const { name, content } of files) {
          rmSync(join(folder, "interests", name), { recursive: true, force: true });
          if (content === null) mkdirSync(join(folder, "interests", name));
          else write(`interests/${name}`, content);
        }
        expect(await seen()).toBe(before);
        for (const { name } of files) rmSync(join(folder, "interests", name), { recursive: true, force: true });
      }),
      { numRuns: 150 },
    );
  });

  it("is every file for the owner, and the views that a party holds for that party", async () => {
    write("interests/seller.seller.yaml", "party: seller\n");
    write("interests/seller.buyer.yaml", "party: seller\n");
    const paths = async (reader: string | null) =>
      (await readCaseFolder(folder, reader)).files
        .map(({ path }) => path)
        .filter((path) => path.startsWith("interests"));
    expect(await paths("public")).toEqual([]);
    expect(await paths("buyer")).toEqual(["interests/buyer.buyer.yaml", "interests/seller.buyer.yaml"]);
    expect(await paths("seller")).toEqual(["interests/seller.seller.yaml"]);
    expect((await paths(null)).length).toBe(3);
  });
});
