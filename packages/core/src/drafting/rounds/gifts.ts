// Who gave, as far as the text tells: by how a word is read, by how far a promise goes, from when and how long it binds.
import type { Clause, LimitTopic, MoveTopic, Topic } from "../document.js";

export interface Gift {
  readonly party: string;
  /** It gave, or took back what it had given. */
  readonly kind: "gave" | "took back";
}

/** @param was, now: null where the clause is not there */
export function giftsOf(was: Clause | null, now: Clause | null): Gift[] {
  const [before, after] = [was?.topic ?? null, now?.topic ?? null];
  if (before?.kind === "component" && after?.kind === "component") return byReading(before.said, after.said);
  const [old, fresh] = [before?.kind === "duty" ? before : null, after?.kind === "duty" ? after : null];
  if (!old && !fresh) return [];
  // Taken up anew, dropped, or handed over.
  if (!old || !fresh || debtorsOf(old).join() !== debtorsOf(fresh).join()) {
    const [left, taken] = [old, fresh].map((duty, k) => {
      const others = [fresh, old][k];
      return (duty ? debtorsOf(duty) : []).filter((party) => !others || !debtorsOf(others).includes(party));
    });
    return [
      ...(left ?? []).map((party) => ({ party, kind: "took back" }) as const),
      ...(taken ?? []).map((party) => ({ party, kind: "gave" }) as const),
    ];
  }
  const ways = new Set(
    [...directions(old, fresh)].filter((way) => way !== 0).map((way) => (way > 0 ? "gave" : "took back")),
  );
  return (["gave", "took back"] as const)
    .filter((kind) => ways.has(kind))
    .flatMap((kind) => debtorsOf(fresh).map((party) => ({ party, kind })));
}

const debtorsOf = (duty: Duty): readonly string[] => [duty.by, ...(duty.with ?? [])];

type Said = Readonly<Record<string, "in" | "out" | "unsaid">>;

/** Whoever comes to read a part as another did has given; whoever leaves the others' reading has taken back. */
function byReading(before: Said, after: Said): Gift[] {
  return Object.entries(after).flatMap(([party, said]): Gift[] => {
    const past = before[party];
    if (past === undefined || past === said) return [];
    const others = Object.entries(before).filter(([other]) => other !== party);
    if (others.some(([, reading]) => reading === said && reading !== "unsaid")) return [{ party, kind: "gave" }];
    return others.some(([, reading]) => reading === past) ? [{ party, kind: "took back" }] : [];
  });
}

type Duty = Extract<Topic, { kind: "duty" }>;

/** For each thing that can be compared: positive where the duty weighs more than before, negative where less. */
function directions(old: Duty, now: Duty): number[] {
  const sooner = old.day !== null && now.day !== null ? now.day.localeCompare(old.day, "en") : 0;
  // Without an end it binds longest.
  const longer = (now.until ?? "9999-99").localeCompare(old.until ?? "9999-99", "en");
  const limits = now.limits.flatMap((limit, k) => {
    const was = old.limits[k];
    return was ? [-boundRaised(was.atMost, limit.atMost), boundRaised(was.atLeast, limit.atLeast)] : [];
  });
  const oftener = old.every !== null && now.every !== null ? old.every - now.every : 0;
  return [reachGained(old.move, now.move), -sooner, longer, ...limits, oftener, old.back - now.back];
}

/** By how much a bound is raised, in a unit that both give it in; 0 where there is none. */
function boundRaised(old: LimitTopic["atMost"], now: LimitTopic["atMost"]): number {
  const changes = now.flatMap(({ value, unit }) =>
    old.filter((one) => one.unit === unit).map((one) => value - one.value),
  );
  return changes.find((change) => change !== 0) ?? 0;
}

/** How much farther from today it goes, on the later version's scale; 0 where that scale does not have both. */
function reachGained(old: MoveTopic | null, now: MoveTopic | null): number {
  if (!old || !now) return Number(now !== null) - Number(old !== null);
  if (old.issue !== now.issue) return 0;
  const place = (id: string): number => now.scale[id] ?? Number.NaN;
  const reach = ({ from, to, part }: MoveTopic) => place(from) + part * (place(to) - place(from));
  const far = (move: MoveTopic) => Math.abs(reach(move) - place(now.today));
  const gained = far(now) - far(old);
  return Number.isFinite(gained) && Math.abs(gained) > 1e-9 ? gained : 0;
}
