import { checkDates } from "./checks.js";
import { expectDistinct, expectName } from "./names.js";
import type { Problem } from "./problems.js";
import { reporter } from "./reporter.js";
import type { Frame } from "./resolve-case.js";
import { expectPeriod } from "./resolve-period.js";
import type { VerificationDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import type { Chance, VerificationPlan } from "./types.js";

/** How one side would look: one file of verification/. */
export function resolveVerification(
  source: SourceText<VerificationDocument>,
  { names, unsure }: Frame,
  problems: Problem[],
): VerificationPlan {
  const report = reporter(source, problems, unsure);
  const document = source.value;
  checkDates(report, [], document);
  const named = /^verification\/([^/]+?)\.ya?ml$/.exec(source.file)?.[1];
  if (named !== document.holder)
    report.error(
      ["holder"],
      `the file is named for "${named}" and held by "${document.holder}". Who may read it goes by its name: make them agree.`,
    );
  expectDistinct(report, ["sites"], document.sites);
  const { goal = {}, effort, stakes = {}, occasions, lists, sites = [] } = document;
  if (goal.source !== undefined) expectName(report, ["goal", "source"], "source", goal.source, names.sources);
  if (goal.quantity !== undefined && goal.unit === undefined && goal.material === undefined)
    report.error(["goal", "quantity"], "has no unit; add unit:.");
  if (occasions && occasions.inspections > occasions.periods)
    report.error(
      ["occasions", "inspections"],
      `${occasions.inspections} inspections on ${occasions.periods} occasions: one an occasion is the most.`,
    );
  if (lists && lists.both > Math.min(lists.declared, lists.known))
    report.error(["lists", "both"], "cannot be more than either list holds.");
  return {
    holder: document.holder,
    file: source.file,
    date: String(document.date),
    goal: {
      material: goal.material ?? null,
      quantity: goal.quantity ?? null,
      unit: goal.unit ?? null,
      detection: goal.detection ?? null,
      timeliness: goal.timeliness === undefined ? null : expectPeriod(report, ["goal", "timeliness"], goal.timeliness),
      source: goal.source ?? null,
    },
    effort: effort
      ? {
          total: effort.total,
          unit: effort.unit ?? "units of effort",
          every: effort.every === undefined ? null : expectPeriod(report, ["effort", "every"], effort.every),
        }
      : null,
    gain: stakes.gain ?? 1,
    sanction: stakes.sanction ?? 1,
    occasions: occasions ?? null,
    lists: lists ?? null,
    sites: sites.map((site, index) => {
      const here = ["sites", index];
      if (site.party !== undefined)
        expectName(report, [...here, "party"], "party", site.party, [...names.parties.keys()]);
      if (site.source !== undefined) expectName(report, [...here, "source"], "source", site.source, names.sources);
      if ((site.items === undefined) !== (site.each === undefined))
        report.error(here, "items and each go together: how many there are, and what one holds.");
      const chance = (field: "belief" | "overlook"): Chance | null => {
        const written = site[field];
        if (written === undefined) return null;
        const [low, high] = typeof written === "number" ? [written, written] : written;
        if (low > high) report.error([...here, field], `[${low}, ${high}] runs backwards; write [${high}, ${low}].`);
        return { low, high };
      };
      const identification = site.identification ?? 1;
      return {
        id: site.id,
        name: site.name ?? site.id,
        party: site.party ?? null,
        items: site.items !== undefined && site.each !== undefined ? { count: site.items, each: site.each } : null,
        effort: site.effort ?? 1,
        identification,
        belief: chance("belief"),
        overlook: missedBy(chance("overlook") ?? { low: 0, high: 0 }, identification),
        gain: site.gain ?? null,
        sanction: site.sanction ?? null,
        source: site.source ?? null,
      };
    }),
  };
}

/** Two ways to say how sure a look is; where both are said, the less sure one holds at each end. */
const missedBy = ({ low, high }: Chance, identification: number): Chance => ({
  low: Math.max(low, 1 - identification),
  high: Math.max(high, 1 - identification),
});
