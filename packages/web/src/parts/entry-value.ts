// What is typed into the fields of an entry, as the value that is written: nothing that is empty, numbers as numbers.
import { type FieldSpec, hasForm, isMapping, type NamedField, nameFor, type Pointed } from "@parley/core/internal";

/** Fields that are usually filled, by list: shown at once though none of them must be. */
export const USUAL: Readonly<Record<string, readonly string[]>> = {
  parties: ["name", "role"],
  goals: ["name"],
  issues: ["name", "goal", "gives", "today", "options", "numeric"],
  rules: ["text", "when", "needs", "never"],
  terms: ["name", "components", "readings"],
  estimates: ["quantity", "low", "central", "high", "unit", "asOf", "source"],
  deadlines: ["text", "on", "otherwise"],
  sideLetters: ["by", "to", "text"],
  sources: ["title", "publisher", "date", "url"],
  statements: ["speaker", "party", "date", "says", "stances", "source"],
  offers: ["name", "by", "date", "package", "says", "source"],
  commitments: ["text", "by", "issue", "to", "takes", "due", "verification"],
  milestones: ["name", "at", "complete"],
  meetings: ["name", "from", "days", "place", "parties"],
  metrics: ["name", "unit"],
  obligations: ["text", "by", "keep", "achieve", "prohibit", "report", "from", "until"],
  powers: ["text", "by", "against", "after"],
  options: ["name", "kind", "verify"],
  components: ["text", "issue", "atLeast", "atMost", "exactly"],
  readings: ["party", "in", "out"],
  stances: ["issue", "option", "range"],
};

/** The fields that a form shows at once: those that must be filled, are filled already, or usually are. */
export const shownFirst = (fields: readonly NamedField[], value: unknown, within: string): NamedField[] => {
  const own = isMapping(value) ? value : {};
  const usual = USUAL[within] ?? [];
  const first = fields.filter(({ name, optional }) => !optional || own[name] !== undefined || usual.includes(name));
  const rank = ({ name }: NamedField) => (usual.includes(name) ? usual.indexOf(name) : usual.length);
  return first.toSorted((a, b) => rank(a) - rank(b));
};

/** Lists within an entry that other fields of it point to, and as what. */
const WITHIN = { components: "component", options: "option", scenarios: "scenario" } as const;

/**
 * What can be pointed to, with what stands in the form itself and is not written yet. Its ids are those that it will get,
 * made of the names as they are typed.
 */
export function pointedWith(
  pointed: Readonly<Record<string, readonly Pointed[]>>,
  value: unknown,
): Readonly<Record<string, readonly Pointed[]>> {
  const own = isMapping(value) ? value : {};
  const fresh = Object.entries(WITHIN).flatMap(([list, kind]) => {
    const items: readonly unknown[] = Array.isArray(own[list]) ? own[list] : [];
    const taken = new Set<string>();
    const found = items.flatMap((item): Pointed[] => {
      const called = isMapping(item) ? String(item.name ?? item.text ?? "").trim() : "";
      if (!isMapping(item) || (called === "" && item.id === undefined)) return [];
      const id = item.id === undefined ? nameFor(called, taken, "entry") : String(item.id);
      taken.add(id);
      return [{ id, name: called || id, ...(kind === "option" && { issue: String(own.id ?? "") }) }];
    });
    return found.length === 0 ? [] : [[kind, found] as const];
  });
  // Those of the entry alone: others of the case belong to other entries.
  return { ...pointed, ...Object.fromEntries(fresh) };
}

/** What a field begins with. */
export function emptyOf(spec: FieldSpec): unknown {
  switch (spec.kind) {
    case "group":
    case "record":
      return {};
    case "list":
      return [];
    case "tuple":
      return spec.of.map(emptyOf);
    case "either":
      return emptyOf(spec.of[0] ?? { kind: "text" });
    default:
      return undefined;
  }
}

/** The form among several that a value has; the first where it has none yet. */
export function formOf(spec: Extract<FieldSpec, { kind: "either" }>, value: unknown): number {
  const found = spec.of.findIndex((one) => value !== undefined && hasForm(one, value));
  return Math.max(0, found);
}

/** Without what is empty: texts, lists and groups in which nothing stands. */
export function cleaned(value: unknown): unknown {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (Array.isArray(value)) {
    const items = value.map(cleaned);
    return items.every((item) => item === undefined) ? undefined : items.filter((item) => item !== undefined);
  }
  if (!isMapping(value)) return value;
  const fields = Object.entries(value).flatMap(([key, part]) => {
    const kept = cleaned(part);
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return fields.length === 0 ? undefined : Object.fromEntries(fields);
}

/** Fields that must be filled and are not. */
export const lackingFields = (fields: readonly NamedField[], value: unknown): NamedField[] => {
  const clean = cleaned(value);
  return fields.filter(
    ({ name, optional, spec }) =>
      !optional && spec.kind !== "id" && spec.kind !== "record" && (!isMapping(clean) || clean[name] === undefined),
  );
};

/** Fields, at any depth, in which a number is meant and none stands. */
export const wrongNumbers = (fields: readonly NamedField[], value: unknown): NamedField[] =>
  isMapping(value) ? fields.flatMap((field) => wrongIn(field, field.spec, value[field.name])) : [];

function wrongIn(field: NamedField, spec: FieldSpec, value: unknown): NamedField[] {
  switch (spec.kind) {
    case "number":
      return typeof value === "string" ? [field] : [];
    case "group":
      return wrongNumbers(spec.fields, value);
    case "list":
      return Array.isArray(value) ? value.flatMap((item) => wrongIn(field, spec.of, item)) : [];
    case "tuple":
      return Array.isArray(value)
        ? value.flatMap((item, place) => {
            const own = spec.of[place];
            return own ? wrongIn(field, own, item) : [];
          })
        : [];
    case "record":
      return isMapping(value) ? Object.values(value).flatMap((item) => wrongIn(field, spec.of, item)) : [];
    case "either": {
      // What has a form of its own is right; else it is meant as the first.
      const [first] = spec.of;
      return value === undefined || !first || spec.of.some((one) => hasForm(one, value))
        ? []
        : wrongIn(field, first, value);
    }
    default:
      return [];
  }
}

/** A number as it is typed; the text itself where it is none yet. */
export const typedNumber = (text: string): number | string | undefined => {
  const plain = text.trim().replace("−", "-");
  if (plain === "") return undefined;
  const number = Number(plain);
  return Number.isFinite(number) && !/[.,]$/.test(plain) ? number : text;
};

/** What a field is called: by its list and name, by its name, or by the name as the files have it. */
export const labelOfField = (names: Readonly<Record<string, string>>, around: string, name: string): string =>
  names[`${around}.${name}`] ?? names[name] ?? name;
