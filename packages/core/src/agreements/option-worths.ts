// What every option would do to each party if it were taken into a package in place of the one that stands there.
import { type Case, done, meets, type Outcome, type Package } from "../case/index.js";
import { at, type Band, band } from "../math/index.js";
import { type LaidParts, layGrounds } from "./assessment/lay.js";
import { type AssessOptions, readRequest } from "./assessment/request.js";
import { type Member, type Panel, reservationsOf, valuesOf, worthIn } from "./panel.js";
import { type Provenance, provenanceOf } from "./provenance.js";
import { optionIds, settingOf } from "./setting.js";
import { redLinesOn } from "./space.js";

export interface OptionWorth {
  readonly option: string;
  /** Change in each modelled party's own points; zero for the option that stands in the package. */
  readonly change: Readonly<Record<string, Band>>;
  /** Red lines that the package would then cross, and rules that it would break. */
  readonly redLines: readonly { readonly party: string; readonly text: string }[];
  readonly brokenRules: readonly string[];
}

export interface OptionWorths extends Provenance {
  readonly options: Readonly<Record<string, string>>;
  /** Of the package itself, in each modelled party's own points 0–100. */
  readonly values: Readonly<Record<string, Band>>;
  readonly reservation: Readonly<Record<string, Band>>;
  readonly issues: readonly { readonly issue: string; readonly options: readonly OptionWorth[] }[];
}

/**
 * @param options `package` as `assess` takes it; today's where none is given
 * @returns refused where the package or a view is unknown, or what was said leaves no model
 */
export function optionWorths(
  written: Case,
  options: AssessOptions = {},
  parts: LaidParts | null = null,
): Outcome<OptionWorths> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation, views, asOf } = setting.value;
  const chosen = chosenPackage(setting.value, options);
  if (!chosen.ok) return chosen;
  const laid = layGrounds(setting.value, parts?.slice(0, 1) ?? null, setting.value.onProgress, ["independent"]);
  if (!laid.ok) return laid;
  const panel = at(laid.value.panels, 0);
  const lines = redLinesOn(negotiation, views, asOf);
  const ofEach = <T>(read: (member: Member) => T): Record<string, T> =>
    Object.fromEntries(panel.members.map((member) => [member.party, read(member)]));
  const points = (values: Iterable<number>) => band(Array.from(values, (value) => 100 * value));
  return done({
    ...provenanceOf(setting.value, [panel], "change of one option at a time; medians and 5–95 % bands over the models"),
    options: optionIds(negotiation, chosen.value),
    values: ofEach((member) => points(valuesOf(panel, member, chosen.value))),
    reservation: ofEach((member) => points(reservationsOf(panel, member))),
    issues: negotiation.issues.map((issue, index) => ({
      issue: issue.id,
      options: issue.options.map(({ id }, option) => {
        const then = chosen.value.map((before, place) => (place === index ? option : before));
        return {
          option: id,
          change: ofEach((member) => points(changes(panel, member, index, at(chosen.value, index), option))),
          redLines: lines
            .filter(({ crossed }) => crossed.has(index) && meets(then, crossed))
            .map(({ party, text }) => ({ party, text })),
          brokenRules: negotiation.rules
            .filter(({ forbidden }) => forbidden.some((one) => one.has(index) && meets(then, one)))
            .map(({ text }) => text),
        };
      }),
    })),
  });
}

function chosenPackage(
  setting: Parameters<typeof readRequest>[0],
  { package: written }: AssessOptions,
): Outcome<Package> {
  if (!written || Object.keys(written).length === 0) return done(setting.negotiation.today);
  const request = readRequest(setting, { package: written });
  return request.ok ? done(at(request.value.subjects, 0).options) : request;
}

function changes(panel: Panel, member: Member, issue: number, from: number, to: number): Float64Array {
  const offset = at(panel.offsets, issue);
  return Float64Array.from({ length: panel.count }, (_, model) => {
    const worth = worthIn(panel, member, model);
    return worth[offset + to]! - worth[offset + from]!;
  });
}
