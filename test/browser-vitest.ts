// As much of Vitest as core's tests use, to run them where Vitest is not: in a worker of a browser. Matchers are Vitest's own.
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";
import * as chai from "chai";
import { tried } from "./browser-fast-check.js";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** Chai's `expect` with what Vitest's plug-ins added; `extend` takes the `expect` that it extends. */
interface Extensible {
  (value: unknown, message?: string): Chai.Assertion;
  readonly extend: (expect: unknown, matchers: unknown) => void;
}

const bare = chai.expect as unknown as Extensible;
export const expect = (value: unknown, message?: string): Chai.Assertion => bare(value, message);
Object.assign(expect, chai.expect);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, writable: true, configurable: true });
Object.assign(expect, Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT));
const state = { assertionCalls: 0, isExpectingAssertions: false, testPath: "", currentTestName: "" };
setState(state as Parameters<typeof setState>[0], expect as unknown as Parameters<typeof setState>[1]);
bare.extend(expect, customMatchers);

type Body = (...args: unknown[]) => unknown;

interface Named {
  readonly name: string;
  readonly run: () => unknown;
}

const collected: Named[] = [];
const path: string[] = [];

/** `%s`, `%i`, `%d`, `%j` filled in order. */
const titled = (name: string, values: readonly unknown[]): string => {
  let next = 0;
  return name.replace(/%[sijd]/g, (mark) => (mark === "%j" ? JSON.stringify(values[next++]) : String(values[next++])));
};
const bodyOf = (rest: readonly unknown[]): Body =>
  rest.find((part): part is Body => typeof part === "function") ?? (() => {});
const rowsOf = (table: readonly unknown[]): unknown[][] => table.map((row) => (Array.isArray(row) ? row : [row]));
const eachOf =
  (collect: (name: string, body: Body) => void) =>
  (table: readonly unknown[]) =>
  (name: string, ...rest: unknown[]): void => {
    for (const row of rowsOf(table)) collect(titled(name, row), () => bodyOf(rest)(...row));
  };

function add(name: string, ...rest: unknown[]): void {
  const body = bodyOf(rest);
  collected.push({ name: [...path, name].join(" > "), run: () => body() });
}
add.each = eachOf(add);
add.skipIf = (skip: boolean) => (skip ? () => {} : add);
export const it = add;

function group(name: string, ...rest: unknown[]): void {
  path.push(name);
  bodyOf(rest)();
  path.pop();
}
group.each = eachOf(group);
group.skipIf = (skip: boolean) => (skip ? () => {} : group);
export const describe = group;

async function failureOf(run: () => unknown): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
  }
}

async function withAllCases<T>(run: () => Promise<T>): Promise<T> {
  const { atMost } = tried;
  tried.atMost = Number.POSITIVE_INFINITY;
  try {
    return await run();
  } finally {
    tried.atMost = atMost;
  }
}

/** Runs what was collected, one after the other. @returns each test's name with what failed, null where nothing did */
export async function runAll(leftOut: readonly string[]): Promise<{ name: string; failed: string | null }[]> {
  const results: { name: string; failed: string | null }[] = leftOut
    .filter((name) => collected.every((one) => one.name !== name))
    .map((name) => ({ name, failed: "is left out by this name, and there is none" }));
  for (const { name, run } of collected.filter((one) => !leftOut.includes(one.name))) {
    // What is counted over all cases of a property needs all of them.
    const failed = (await failureOf(run)) && (await withAllCases(() => failureOf(run)));
    results.push({ name, failed });
  }
  return results;
}
