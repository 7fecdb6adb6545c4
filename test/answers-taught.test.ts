// What recorded answers changed in two shipped cases, as docs/what-answers-taught.md tells it; npm run renew writes its tables.
import { assess, type Case, LIKELY, percent } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { expectInDocument } from "../packages/core/test/in-document.js";
import { readCase } from "./read-case.js";

const HEAD = [
  "| offer | party | would sign it, before | would sign it, with the answers |",
  "| --- | --- | --- | --- |",
];

interface Shares {
  /** One a prior: the share of models in which all sign. */
  readonly all: readonly number[];
  /** For each negotiating party, in the order of the verdicts. */
  readonly parties: readonly { readonly party: string; readonly signs: readonly number[] }[];
}

function sharesOf(negotiation: Case, offer: string, asOf: string | null): Shares {
  const found = assess(negotiation, { ...(asOf ? { asOf } : {}), turning: false, offers: [offer] });
  if (!found.ok) throw new Error(found.reasons.join());
  const verdicts = found.value.offers[0]?.verdicts ?? [];
  const parties = (verdicts[0]?.parties ?? []).map(({ party }, p) => ({
    party,
    signs: verdicts.map((one) => one.parties[p]?.accepts ?? Number.NaN),
  }));
  return { all: verdicts.map(({ signed }) => signed), parties };
}

/** Rows of a table for one offer of a case: a row a party, and one for all of them. */
function tableOf(negotiation: Case, id: string, asOf: string | null) {
  const unanswered = { ...negotiation, offers: negotiation.offers.map((offer) => ({ ...offer, responses: [] })) };
  const [before, after] = [sharesOf(unanswered, id, asOf), sharesOf(negotiation, id, asOf)];
  const offer = negotiation.offers.find((one) => one.id === id)?.name ?? id;
  const lines = after.parties.map(({ party, signs }, p) => {
    const name = negotiation.parties.find((one) => one.id === party)?.name ?? party;
    return `| ${offer} | ${name} | ${percent(before.parties[p]?.signs ?? [])} | ${percent(signs)} |`;
  });
  return { after, lines: [...lines, `| ${offer} | all of them | ${percent(before.all)} | ${percent(after.all)} |`] };
}

describe("answers on record", () => {
  it("take the summit offer of Hanoi from the party that refused it, and leave it to the one that made it", () => {
    const hanoi = readCase("hanoi-2019");
    const [summit, kimball] = ["summit-offer", "kimball"].map((id) => tableOf(hanoi, id, "2019-03-01"));
    const signs = (party: string) => summit?.after.parties.find((one) => one.party === party)?.signs ?? [];
    expect(Math.max(...signs("us"))).toBe(0);
    expect(Math.min(...signs("dprk"))).toBeGreaterThan(0.99);
    expectInDocument("what-answers-taught.md", "hanoi", [...HEAD, ...(summit?.lines ?? []), ...(kimball?.lines ?? [])]);
  });

  it("leave the mediator's sketch of the hospital's contract, which nobody has answered, likely to be signed", () => {
    const { after, lines } = tableOf(readCase("hospital-contract"), "sketch", null);
    expect(Math.min(...after.all)).toBeGreaterThan(LIKELY);
    expectInDocument("what-answers-taught.md", "hospital", [...HEAD, ...lines]);
  });
});
