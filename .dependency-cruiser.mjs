// The architecture, as one list: a folder may import itself and what stands to its left, and enters others by their
// index. A package may import what its package.json lists under "dependencies", and nothing else.
// test/architecture.test.ts holds the code to it.
import { readFileSync } from "node:fs";

const core = [
  "math",
  "wording",
  "case",
  "evidence",
  "interests",
  "agreements",
  "implementation",
  "drafting",
  "rooms",
  "rehearsal",
  "forecasts",
];
const node = [
  "documents",
  "scenarios",
  "calendars",
  "store",
  "citations",
  "jobs",
  "queue",
  "agents",
  "inbox",
  "report",
  "drafts",
  "database",
  "rooms",
  "server",
  "mcp",
  "cli",
];
const TEST = "[.]test[.]tsx?$|^packages/[^/]+/test/|^test/";

/** A folder of a package looks left only. */
const leftOnly = (name, folders) => {
  const place = (folder) => `^packages/${name}/src/${folder}/`;
  return folders.map((folder, at) => ({
    name: `${folder}-looks-left-only`,
    severity: "error",
    comment: `${folder} may import only itself and: ${folders.slice(0, at).join(", ") || "nothing"}.`,
    from: { path: place(folder) },
    to: { path: `^packages/${name}/src/`, pathNot: folders.slice(0, at + 1).map(place) },
  }));
};

/** The same among the folders of a folder of core. With `apart`, none of them may import another. */
const innerLeftOnly = (outer, folders, { apart = false } = {}) =>
  folders.flatMap((folder, at) => {
    const forbidden = folders.filter((_, other) => (apart ? other !== at : other > at));
    if (forbidden.length === 0) return [];
    return {
      name: `${outer}-${folder}-looks-left-only`,
      severity: "error",
      comment: `${outer}/${folder} may not import from: ${forbidden.join(", ")}.`,
      from: { path: `^packages/core/src/${outer}/${folder}/`, pathNot: TEST },
      to: { path: forbidden.map((other) => `^packages/core/src/${outer}/${other}/`) },
    };
  });

/** Where imports of what a package.json lists under "dependencies" lead to. */
const listedBy = (name) => {
  const manifest = new URL(`./packages/${name}/package.json`, import.meta.url);
  return Object.keys(JSON.parse(readFileSync(manifest, "utf8")).dependencies).map((listed) =>
    listed.startsWith("@parley/")
      ? `(^|/)packages/${listed.slice("@parley/".length)}/dist/`
      : `(^|/)node_modules/(@types/)?${listed}/`,
  );
};

const listedOnly = (name, { also = [], node = false } = {}) => ({
  name: `${name}-imports-what-it-lists`,
  severity: "error",
  comment: `${name} may import itself${node ? ", Node" : ""} and what its package.json lists under "dependencies".`,
  from: { path: `^packages/${name}/src/`, pathNot: TEST },
  to: {
    pathNot: [`^packages/${name}/src/`, ...listedBy(name), ...also],
    couldNotResolve: false,
    ...(node && { dependencyTypesNot: ["core"] }),
  },
});

export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    // numfmt 4.0.1 names a file of types that it does not ship; Node and the compiler find the package.
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^numfmt$" } },
    ...leftOnly("core", core),
    {
      name: "rehearsal-sees-up-to-agreements",
      severity: "error",
      comment: "A rehearsal plays what could be signed; nothing in core but the public face knows of it.",
      from: { path: "^packages/core/src/rehearsal/", pathNot: TEST },
      to: { path: "^packages/core/src/(implementation|drafting|rooms)/" },
    },
    ...innerLeftOnly("evidence", ["reading", "inventories"], { apart: true }),
    ...innerLeftOnly("implementation", ["roadmap", "verification", "monitoring"], { apart: true }),
    ...innerLeftOnly("drafting", ["schedule", "framework", "rounds", "brief"]),
    ...leftOnly("node", node),
    {
      name: "through-the-front-door",
      severity: "error",
      comment: "Import another folder by its index, never a file inside it.",
      from: { path: "^packages/(core|node)/src/([^/]+)/" },
      to: { path: "^packages/(core|node)/src/[^/]+/.+", pathNot: ["^packages/$1/src/$2/", "/index[.]ts$"] },
    },
    // Core does no input or output, and a chart is a function of a result: neither lists a library that does.
    listedOnly("core"),
    listedOnly("charts"),
    listedOnly("node", { node: true }),
    listedOnly("web", {
      also: ["^packages/charts/samples/", "(^|/)packages/node/dist/server/contract[.]d[.]ts$"],
    }),
    {
      name: "web-takes-types-alone-from-node",
      severity: "error",
      from: { path: "^packages/web/src/" },
      to: { path: "(^|/)packages/node/", dependencyTypesNot: ["type-only"] },
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
    {
      name: "logic-draws-nothing",
      severity: "error",
      comment:
        "A .ts file among web's pages, parts and shell is logic: it knows no file that draws, nor a library for that.",
      from: { path: "^packages/web/src/(pages|parts|shell)/[^/]+[.]ts$", pathNot: [TEST, "/index[.]ts$"] },
      to: { path: "[.]tsx$|(^|/)node_modules/(@types/)?(react|@tanstack|wouter)/" },
    },
    { name: "code-knows-no-test", severity: "error", from: { pathNot: TEST }, to: { path: TEST } },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules/", "(^|/)packages/[^/]+/dist/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".js"],
      extensionAlias: { ".js": [".ts", ".tsx", ".js"] },
    },
  },
};
