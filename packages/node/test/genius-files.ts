// Writes negotiation scenarios in the XML format of the program GENIUS, for tests of the import.
import type { Contract } from "../../core/test/evidence/contracts.js";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/**
 * A contract as GENIUS lays it out: a domain, and a utility space for each party with its issues before their weights,
 * items on two lines and costs that mean nothing.
 */
export function geniusFiles({ title, parties, issues }: Contract): Record<string, string> {
  const list = (indent: string, item: (name: string, k: number, option: number) => string) =>
    issues
      .map(({ name, options }, k) => {
        const items = options.map(
          (option, o) =>
            `${indent}    <item index="${o + 1}" value="${escaped(option)}" ${item(option, k, o)}>\n${indent}    </item>\n`,
        );
        return `${indent}<issue etype="discrete" index="${k + 1}" name="${escaped(name)}" type="discrete" vtype="discrete">\n${items.join("")}${indent}</issue>\n`;
      })
      .join("");
  const root = '<objective description="" etype="objective" index="0" name="root" type="objective">\n';
  const file = title.replaceAll(" ", "");
  const domain = `<negotiation_template>
<utility_space number_of_issues="${issues.length}">
${root}${list("    ", (option) => `cost="0" description="${escaped(option)}"`)}</objective>
</utility_space>
</negotiation_template>
`;
  const spaceOf = (p: 0 | 1) => `<utility_space>
<reservation value="0" />
${root}${list("", (_, k, o) => `cost="0.0" evaluation="${issues[k]?.evaluations[p][o]}"`)}${issues.map(({ weights }, k) => `<weight index="${k + 1}" value="${weights[p]}">\n</weight>\n`).join("")}</objective>
</utility_space>
`;
  return {
    [`${file}_domain.xml`]: domain,
    [`${file}_${parties[0]}.xml`]: spaceOf(0),
    [`${file}_${parties[1]}.xml`]: spaceOf(1),
  };
}
