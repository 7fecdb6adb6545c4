// The architecture, as one list: a folder may import itself and what stands to its left, and enters others by their
// index. test/architecture.test.ts holds the code to it.
const order = ["math", "case", "evidence", "interests", "agreements", "implementation", "drafting"];
const folder = (name) => `^packages/core/src/${name}/`;
const node = ["documents", "scenarios", "calendars", "store", "jobs", "report", "drafts", "server", "cli"];
const nodeFolder = (name) => `^packages/node/src/${name}/`;
const TEST = "[.]test[.]tsx?$|^packages/[^/]+/test/";

const leftOnly = (names, at, place, root) => ({
  name: `${names[at]}-looks-left-only`,
  severity: "error",
  comment: `${names[at]} may import only itself and: ${names.slice(0, at).join(", ") || "nothing"}.`,
  from: { path: place(names[at]) },
  to: { path: root, pathNot: names.slice(0, at + 1).map(place) },
});

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    // numfmt 4.0.1 names a file of types that it does not ship; Node and the compiler find the package.
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^numfmt$" } },
    ...order.map((_, at) => leftOnly(order, at, folder, "^packages/core/src/")),
    ...node.map((_, at) => leftOnly(node, at, nodeFolder, "^packages/node/src/")),
    {
      name: "rehearsal-is-a-leaf",
      severity: "error",
      comment: "Nothing in core may import rehearsal.",
      from: { path: "^packages/core/src/", pathNot: [folder("rehearsal"), "^packages/core/src/index[.]ts$"] },
      to: { path: folder("rehearsal") },
    },
    {
      name: "rehearsal-stops-at-agreements",
      severity: "error",
      from: { path: folder("rehearsal") },
      to: { path: ["implementation", "drafting"].map(folder) },
    },
    {
      name: "through-the-front-door",
      severity: "error",
      comment: "Import another folder by its index, never a file inside it.",
      from: { path: "^packages/(core|node)/src/([^/]+)/" },
      to: { path: "^packages/(core|node)/src/[^/]+/.+", pathNot: ["^packages/$1/src/$2/", "/index[.]ts$"] },
    },
    {
      name: "core-is-pure",
      severity: "error",
      comment: "Core does no input or output: what it imports is core, or a pure library named here.",
      from: { path: "^packages/core/src/", pathNot: TEST },
      to: {
        pathNot: [
          "^packages/core/src/",
          "node_modules/(zod|yaml|yalps|pure-rand|temporal-polyfill|fastest-levenshtein|@noble/hashes|wink-nlp|wink-eng-lite-web-model|chrono-node|diff)/",
        ],
      },
    },
    {
      name: "core-knows-no-app",
      severity: "error",
      from: { path: "^packages/core/" },
      to: { path: "^packages/(charts|node|web)/" },
    },
    {
      name: "charts-are-pure",
      severity: "error",
      comment: "A chart is a function of a result: core's, React, scales and shapes, nothing else.",
      from: { path: "^packages/charts/src/", pathNot: TEST },
      to: {
        pathNot: ["^packages/(charts/src|core/src|core/dist)/", "node_modules/(@types/)?(react|d3-scale|d3-shape)/"],
      },
    },
    {
      name: "web-knows-core-only",
      severity: "error",
      from: { path: "^packages/web/" },
      to: { path: "^packages/node/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pages-are-made-of-parts",
      severity: "error",
      comment: "In web: what has no folder ← parts ← pages ← shell; parts know no page, pages no shell.",
      from: { path: "^packages/web/src/(parts/|[^/]+$)", pathNot: "^packages/web/src/(app|main)[.]tsx$" },
      to: { path: "^packages/web/src/(pages|shell)/" },
    },
    {
      name: "pages-know-no-shell",
      severity: "error",
      from: { path: "^packages/web/src/pages/" },
      to: { path: "^packages/web/src/shell/" },
    },
    { name: "node-knows-no-web", severity: "error", from: { path: "^packages/node/" }, to: { path: "^packages/web/" } },
    {
      name: "code-knows-no-test",
      severity: "error",
      from: { pathNot: `${TEST}|^test/` },
      to: { path: `${TEST}|^test/` },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/dist/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".js"],
      extensionAlias: { ".js": [".ts", ".tsx", ".js"] },
    },
  },
};
