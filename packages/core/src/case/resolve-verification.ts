// The step of reading a case that checks a verification file: the goal, the effort and the sites of one side's
// inspection plan.
import { checkDates } from "./checks.js";
import { expectDistinct, expectName, type Targets } from "./names.js";
import type { Path } from "./path.js";
import type { Problem } from "./problems.js";
import { type Reporter, reporter } from "./reporter.js";
import type { Basics } from "./resolve-case.js";
import { expectPeriod } from "./resolve-period.js";
import type { VerificationDocument } from "./schema.js";
import type { SourceText } from "./source-text.js";
import type { Chance, Site, VerificationPlan } from "./types.js";

/** How one side would look: one file of verification/. */
export function resolveVerification(
  source: SourceText<VerificationDocument>,
  { names, unsure }: Basics,
  problems: Problem[],
): VerificationPlan {
  const report = reporter(source, problems, unsure);
  const document = source.value;
  checkDates(report, "verification", document);
  checkHolder(report, source.file, document.holder);
  expectDistinct(report, ["sites"], document.sites);
  const { effort, stakes = {}, occasions, lists, sites = [] } = document;
  const goal = resolveGoal(report, document.goal ?? {}, names);
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
    goal,
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
    sites: sites.map((site, index) => resolveSite(report, ["sites", index], site, names)),
  };
}

function checkHolder(report: Reporter, file: string, holder: string): void {
  const named = /^verification\/([^/]+?)\.ya?ml$/.exec(file)?.[1];
  if (named !== holder)
    report.error(
      ["holder"],
      `the file is named for "${named}" and held by "${holder}". Who may read it goes by its name: make them agree.`,
    );
}

function resolveGoal(
  report: Reporter,
  { material, quantity, unit, detection, timeliness, source }: NonNullable<VerificationDocument["goal"]>,
  { sources }: Targets,
): VerificationPlan["goal"] {
  if (source !== undefined) expectName(report, ["goal", "source"], "source", source, sources);
  if (quantity !== undefined && unit === undefined && material === undefined)
    report.error(["goal", "quantity"], "has no unit; add unit:.");
  return {
    material: material ?? null,
    quantity: quantity ?? null,
    unit: unit ?? null,
    detection: detection ?? null,
    timeliness: timeliness === undefined ? null : expectPeriod(report, ["goal", "timeliness"], timeliness),
    source: source ?? null,
  };
}

type WrittenSite = NonNullable<VerificationDocument["sites"]>[number];

function resolveSite(report: Reporter, here: Path, site: WrittenSite, { parties, sources }: Targets): Site {
  const { party, source, items, each, identification = 1 } = site;
  if (party !== undefined) expectName(report, [...here, "party"], "party", party, [...parties.keys()]);
  if (source !== undefined) expectName(report, [...here, "source"], "source", source, sources);
  if ((items === undefined) !== (each === undefined))
    report.error(here, "items and each go together: how many there are, and what one holds.");
  return {
    id: site.id,
    name: site.name ?? site.id,
    party: party ?? null,
    items: items !== undefined && each !== undefined ? { count: items, each } : null,
    effort: site.effort ?? 1,
    identification,
    belief: resolveChance(report, [...here, "belief"], site.belief),
    overlook: missedBy(resolveChance(report, [...here, "overlook"], site.overlook) ?? NONE, identification),
    gain: site.gain ?? null,
    sanction: site.sanction ?? null,
    source: source ?? null,
  };
}

const NONE: Chance = { low: 0, high: 0 };

function resolveChance(report: Reporter, here: Path, written: WrittenSite["belief"]): Chance | null {
  if (written === undefined) return null;
  const [low, high] = typeof written === "number" ? [written, written] : written;
  if (low > high) report.error(here, `[${low}, ${high}] runs backwards; write [${high}, ${low}].`);
  return { low, high };
}

/** Two ways to say how sure a look is; where both are said, the less sure one holds at each end. */
const missedBy = ({ low, high }: Chance, identification: number): Chance => ({
  low: Math.max(low, 1 - identification),
  high: Math.max(high, 1 - identification),
});
