import type { Roadmap } from "@parley/core";
import { capital } from "@parley/core";
import type { ReactNode } from "react";
import { Points } from "./points.js";
import { certaintyText, fixText, milestoneText, orderText, sliceTexts, temptationText } from "./road-texts.js";

interface RoadFactsProps {
  readonly map: Roadmap;
  /** Of its headings. */
  readonly level: 2 | 3;
}

/** What there is to say of a road beside its picture: how sure it is, what would mend it, what it reaches. */
export function RoadFacts({ map, level }: RoadFactsProps): ReactNode {
  const { parties, undone } = map;
  const sure = certaintyText(map);
  const lists = [
    { title: "What would make it safe", items: map.fixes.map((fix) => `${capital(fixText(map, fix))}.`) },
    { title: "The payment in slices", items: sliceTexts(map) },
    { title: "Milestones", items: map.milestones.map((one) => milestoneText(map, one)) },
    {
      title: "Not on this road",
      items: undone.map(
        ({ issue, table, reached }) => `${issue}: on the table is ${table}, the commitments reach ${reached}.`,
      ),
    },
  ];
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      <Points items={[...(map.limits ?? []), ...map.remarks]} />
      {sure && <p>{sure}</p>}
      {parties.length > 0 && (
        <>
          <Points items={parties.map((party) => `${capital(party.name)}: ${temptationText(party)}.`)} />
          <p>{orderText(map)}</p>
        </>
      )}
      {lists.map(
        ({ title, items }) =>
          items.length > 0 && (
            <div key={title}>
              <Heading>{title}</Heading>
              <Points items={items} />
            </div>
          ),
      )}
    </>
  );
}
