import { describe, expect, it } from "vitest";
import { createBrake } from "./brake.js";

describe("who tries tokens", () => {
  it("waits longer after each wrong one, up to a bound, and not at all after a right one", async () => {
    const waits: number[] = [];
    const brake = createBrake(async (milliseconds) => waits.push(milliseconds));
    for (let k = 0; k < 10; k++) expect(await brake("here", () => false)).toBe(false);
    expect(waits.slice(0, 6)).toEqual([200, 400, 800, 1600, 3200, 5000]);
    expect(Math.max(...waits)).toBe(5000);
    expect(await brake("here", () => true)).toBe(true);
    waits.length = 0;
    expect(await brake("here", () => true)).toBe(true);
    expect(waits).toEqual([]);
  });

  it("holds up nobody at another address, and the right token is taken however many were wrong", async () => {
    const waits: number[] = [];
    const brake = createBrake(async (milliseconds) => waits.push(milliseconds));
    for (let k = 0; k < 100; k++) await brake("theirs", () => false);
    waits.length = 0;
    expect(await brake("ours", () => true)).toBe(true);
    expect(waits).toEqual([]);
    expect(await brake("theirs", () => true)).toBe(true);
  });

  it("is told that too many wait, where they are sent all at once: none of these is even looked at", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const brake = createBrake(() => held);
    await brake("here", () => false);
    let looked = 0;
    const tries = Array.from({ length: 50 }, () =>
      brake("here", () => {
        looked++;
        return false;
      }),
    );
    release();
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === null)).toHaveLength(40);
    expect(looked).toBe(10);
  });
});
