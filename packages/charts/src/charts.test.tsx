// Laws of every chart, and a page of each, to be looked at: test/gallery/index.html. npm run renew renews them.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { wordingIn } from "@parley/core/internal";
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { randomCase } from "../../core/test/random-case.js";
import { type Example, examplesOf, gallery } from "../test/examples.js";
import { ChartFigure, Drawing, WIDTHS } from "./figure.js";
import * as exported from "./index.js";
import { widthOf } from "./marks.js";
import { chartStyle, dark, light } from "./palette.js";

const folder = join(import.meta.dirname, "../test/gallery");
const samplesFile = join(import.meta.dirname, "../samples/samples.json");
const charts = Object.values(exported).flatMap((one) =>
  typeof one === "object" && "figures" in one ? [one.name] : [],
);
const examples = gallery();
const pages = galleryPages();
if (process.env.npm_lifecycle_event === "renew") {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const [file, text] of pages) writeFileSync(join(folder, file), text);
  writeFileSync(samplesFile, samples());
}

/** One of each chart, for the workbench; functions are left out. */
function samples(): string {
  const names = [...new Set(examples.map(({ chart }) => chart.name))];
  const ones = Object.fromEntries(names.map((name) => [name, examples.find(({ chart }) => chart.name === name)?.of]));
  const shorter = (_: string, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(4)) : value);
  return `${JSON.stringify(ones, shorter)}\n`;
}

/** The files of the gallery: a page of each chart's examples, one that leads to them, and how all look. */
function galleryPages(): ReadonlyMap<string, string> {
  const page = (title: string, body: string) =>
    `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="stylesheet" href="style.css"></head><body>\n${body.replaceAll("><", ">\n<")}\n</body></html>\n`;
  const names = [...new Set(examples.map(({ chart }) => chart.name))];
  const figuresOf = (name: string) =>
    examples
      .filter(({ chart }) => chart.name === name)
      .map((one) => renderToStaticMarkup(<ChartFigure chart={one.chart} of={one.of} id={one.name} />));
  return new Map([
    ...names.map((name) => [`${name}.html`, page(name, figuresOf(name).join("\n"))] as const),
    ["index.html", page("Charts", names.map((name) => `<p><a href="${name}.html">${name}</a></p>`).join("\n"))],
    [
      "style.css",
      `${chartStyle.trim()}\nbody { font: 16px/1.5 system-ui; background: var(--paper); color: var(--ink); }\n@media (max-width: 759px) { svg.wide { display: none; } }\n@media (min-width: 760px) { svg.narrow { display: none; } }\n`,
    ],
  ]);
}

const drawn = ({ chart, of }: Example, width: number): string =>
  renderToStaticMarkup(<Drawing chart={chart} of={of} width={width} id="drawn" />);

/** Every number that an attribute or a path holds. */
const numbersIn = (svg: string): string[] => [...svg.matchAll(/="([^"]*)"/g)].map(([, value = ""]) => value);

function expectSound(svg: string): void {
  expect(svg).not.toMatch(/NaN|undefined|Infinity|\[object/);
  for (const value of numbersIn(svg)) expect(value).not.toMatch(/e[+-]\d/);
}

const words = wordingIn("en");

describe("every chart", () => {
  it.each(examples)("$name is drawn soundly at any width", (example) => {
    for (const width of [320, ...Object.values(WIDTHS), 1100]) expectSound(drawn(example, width));
  });

  it.each([...pages])("looks as it did when its gallery was last looked at: %s", (file, text) => {
    expect(text).toBe(readFileSync(join(folder, file), "utf8"));
  });

  it("has a sample for the workbench, as the shipped cases give it now", () => {
    expect(samples()).toBe(readFileSync(samplesFile, "utf8"));
  });

  it("has a page in the gallery, and nothing else has", () => {
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
    expect(examples.map(({ chart }) => chart.name)).toEqual(expect.arrayContaining(charts));
  });

  it.each(examples)("$name has a title, a description and figures without holes", ({ chart, of }) => {
    expect(chart.title(of, words)).not.toBe("");
    expect(chart.description(of, words)).toMatch(/[.]$/);
    const { head, rows } = chart.figures(of, words);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.length).toBe(head.length);
    expect(JSON.stringify(rows)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("of any small case is sound", () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 3), fc.nat(1000), (parties, seed) => {
        const [negotiation] = fc.sample(randomCase(parties), { numRuns: 1, seed });
        if (!negotiation) return;
        for (const example of examplesOf("random", negotiation, { models: 20, asOf: "2020-06-30" }))
          for (const width of [320, 720]) expectSound(drawn(example, width));
      }),
      { numRuns: 15 },
    );
  });
});

/** Contrast of two colours, 1–21 (WCAG 2.2, relative luminance). */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
      const part = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [bright = 1, dim = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

describe("the colours", () => {
  it("measure contrast as published: black on white is 21", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 10);
  });

  it.each([
    ["light", light],
    ["dark", dark],
  ])("of the %s theme stand out from its grounds: text 4.5:1, marks 3:1", (_, theme) => {
    for (const ground of [theme.paper, theme.shade]) {
      for (const text of [theme.ink, theme.grey, theme.accent]) expect(contrast(text, ground)).toBeGreaterThan(4.5);
      for (const party of theme.parties) expect(contrast(party, ground), `${party} on ${ground}`).toBeGreaterThan(3);
    }
  });

  it("count a letter wide enough that most of a system font's are narrower", () => {
    expect(widthOf("Verifiably decommissioned")).toBeGreaterThan(200);
  });
});
