import { describe, expect, it } from "vitest";
import { notesOf, readFiles, reasonsOf } from "../../test/scenario-files.js";

const SPACE = "issues:\n- {name: price, type: ContiguousIssue, values: [1, 5]}\n- {name: ok, values: [good, bad]}\n";
const TABLE = "{type: TableFun, mapping: {good: 1.0, bad: 0.0}}";
const party = (fun: string, more = "") =>
  `type: LinearAdditiveUtilityFunction\nweights: [1, 1]\n${more}values:\n- ${fun}\n- ${TABLE}\n`;
const pricesOf = (fun: string): readonly number[] =>
  readFiles({ "s.yml": SPACE, "a.yml": party(fun) }).scenario.parties[0]?.scores[0] ?? [];

describe("value functions of NegMAS", () => {
  // Each as negmas.preferences.value_fun of NegMAS 0.11 evaluates it at 1, 2, 3, 4, 5.
  it.each<[string, readonly number[]]>([
    ["{type: QuadraticFun, a2: 0.1, a1: 0.2, bias: 0.5}", [0.8, 1.3, 2, 2.9, 4]],
    ["{type: AffineFun, slope: 0.2, bias: 0.5}", [0.7, 0.9, 1.1, 1.3, 1.5]],
    ["{type: LinearFun, slope: 2}", [2, 4, 6, 8, 10]],
    ["{type: ConstFun, bias: 3}", [3, 3, 3, 3, 3]],
    ["{type: IdentityFun}", [1, 2, 3, 4, 5]],
    ["{type: PolynomialFun, coefficients: [1, 0, 2], bias: -1}", [2, 17, 56, 131, 254]],
    ["{type: ExponentialFun, tau: 1, base: 2, bias: 1}", [3, 5, 9, 17, 33]],
    ["{type: LogFun, tau: 2, base: 2, scale: 3, bias: 1}", [4, 7, 3 * Math.log2(6) + 1, 10, 3 * Math.log2(10) + 1]],
    [`{type: CosFun, multiplier: ${Math.PI}, amplitude: 2, bias: 1}`, [-1, 3, -1, 3, -1]],
    [`{type: SinFun, multiplier: ${Math.PI / 2}}`, [1, 0, -1, 0, 1]],
    ["{__python_class__: negmas.preferences.value_fun.LinearFun, slope: 1}", [1, 2, 3, 4, 5]],
    ["{type: TableFun, mapping: {1: 5, 2: 4, 3: 3, 4: 2, 5: 1}}", [5, 4, 3, 2, 1]],
  ])("%s", (fun, expected) => {
    pricesOf(fun).forEach((value, k) => expect(value).toBeCloseTo(expected[k] ?? Number.NaN, 9));
  });

  it.each([
    ["{type: TriangularFun, start: 1, middle: 3, end: 5}", /type TriangularFun: .* not certain.*TableFun/],
    ["{type: LambdaFun, min_value: 0, max_value: 1}", /type LambdaFun: it is a piece of Python/],
    ["{type: SplineFun, slope: 1}", /type SplineFun: such functions are not known here/],
    [
      "{type: LinearFun, slope: 1, min_value: 0}",
      /LinearFun of issue "price" has a field that is not known: min_value/,
    ],
    ["{type: QuadraticFun, a2: 1}", /QuadraticFun of issue "price" has no usable a1/],
    ["{type: LogFun, tau: 0}", /LogFun of issue "price" gives no number for "1"/],
    ["{min_value: 0, max_value: 1}", /does not say of what type it is/],
    ["{type: TableFun, mapping: {1: 5}}", /say nothing of "2"/],
  ])("what is not known, or not certain, is named and refused: %s", (fun, reason) => {
    expect(reasonsOf({ "s.yml": SPACE, "a.yml": party(fun) })).toMatch(reason);
  });
});

describe("utility functions of NegMAS", () => {
  const wrapped = (type: string, fields: string, inner = "  reserved_value: 0.2\n") =>
    `type: ${type}\nname: tenant\n${fields}ufun:\n  type: LinearAdditiveUtilityFunction\n${inner}  weights: [0.7, 0.3]\n  values:\n  - {type: IdentityFun}\n  - ${TABLE}\n`;

  it("discounts are taken off, and said; the outermost reservation value and name that are written count", () => {
    const files = { "s.yml": SPACE, "t.yml": wrapped("ExpDiscountedUFun", "discount: 0.9\nfactor: relative_time\n") };
    const [tenant] = readFiles(files).scenario.parties;
    expect([tenant?.name, tenant?.weights, tenant?.reservation]).toEqual(["tenant", [0.7, 0.3], 0.2]);
    expect(notesOf(files)).toContain("t.yml: the discount of 0.9 is left out");
    const other = { "s.yml": SPACE, "t.yml": wrapped("LinDiscountedUFun", "cost: 0.1\nreserved_value: 0.4\n") };
    expect(readFiles(other).scenario.parties[0]?.reservation).toBe(0.4);
    expect(notesOf(other)).toContain("the cost of time of 0.1 is left out");
    const silent = { "s.yml": SPACE, "t.yml": wrapped("ExpDiscountedUFun", "discount: 1\nreserved_value: -.inf\n") };
    expect(readFiles(silent).scenario.parties[0]?.reservation).toBe(0.2);
    expect(notesOf(silent)).toBe("");
  });

  it("minus infinity as Python writes it into JSON is no reservation", () => {
    const json = `{"type": "LinearAdditiveUtilityFunction", "reserved_value": -Infinity, "weights": [1, 1], "values": [{"type": "IdentityFun"}, {"type": "ConstFun", "bias": 1}]}`;
    expect(readFiles({ "s.yml": SPACE, "a.json": json }).scenario.parties[0]?.reservation).toBeNull();
  });

  it("linear, affine and constant ones need no value functions; what falls as it grows keeps its direction", () => {
    const numbers = "issues:\n- {name: a, type: ContiguousIssue, values: [0, 2]}\n- {name: b, values: [1, 3]}\n";
    const of = (text: string) => readFiles({ "s.yml": numbers, "a.yml": text }).scenario.parties[0];
    const affine = of("type: AffineUtilityFunction\nweights: [-2, 1]\nbias: 10\nreserved_value: 9\n");
    expect([affine?.weights, affine?.scores, affine?.reservation]).toEqual([
      [2, 1],
      [
        [-0, -1, -2],
        [1, 3],
      ],
      -1,
    ]);
    const constant = of("type: ConstUtilityFunction\nvalue: 0.5\nreserved_value: 0.2\n");
    expect([constant?.weights, constant?.reservation?.toFixed(9)]).toEqual([[0, 0], "-0.300000000"]);
  });

  it.each([
    [
      "type: HyperRectangleUtilityFunction\nweights: [1]\nvalues: []\n",
      /type HyperRectangleUtilityFunction, which is not known/,
    ],
    ["type: MappingUtilityFunction\nmapping: {}\n", /type MappingUtilityFunction, which is not known/],
    [wrapped("UFunConstraint", "constraint: x\n"), /type UFunConstraint, which is not known/],
    [party("{type: IdentityFun}", "constraints: [x]\n"), /it has constraints/],
    [
      "type: LinearAdditiveUtilityFunction\nweights: {price: 1}\nvalues: {price: {type: IdentityFun}, ok: {type: ConstFun, bias: 1}}\n",
      /no weight for issue "ok"/,
    ],
    [
      "type: LinearAdditiveUtilityFunction\nweights: {price: 1, ok: 1, size: 2}\nvalues: {price: {type: IdentityFun}, ok: {type: ConstFun, bias: 1}}\n",
      /weight for "size", which is no issue/,
    ],
    [party("{type: IdentityFun}", "reserved_outcome: [2, good]\n"), /reservation as an outcome/],
    [party("{type: TableFun, mapping: {1: null}}"), /TableFun of issue "price" has a value that is no number/],
  ])("others are named and refused: %j", (text, reason) => {
    expect(reasonsOf({ "s.yml": SPACE, "a.yml": text })).toMatch(reason);
  });

  it.each([
    [
      "type: EnumeratingOutcomeSpace\nissues: [{name: x, values: [a]}]\n",
      /outcome space is of the type EnumeratingOutcomeSpace/,
    ],
    ["issues: [{name: x, type: CallableIssue, values: [a, b]}]\n", /issue "x" is of the type CallableIssue/],
    [
      "issues: [{name: x, type: ContinuousIssue, values: [a, b]}]\n",
      /values are not its lowest and its highest number/,
    ],
  ])("outcome spaces and issues of other types too: %j", (text, reason) => {
    expect(reasonsOf({ "s.yml": text })).toMatch(reason);
  });
});
