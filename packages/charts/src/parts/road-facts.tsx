// The text beside the picture of a roadmap: how certain it is, what would improve it, and which milestones it reaches.
import type { Roadmap } from "@parley/core/internal";
import type { ReactNode } from "react";
import { useWords } from "../words.js";
import { Points } from "./points.js";

interface RoadFactsProps {
  readonly map: Roadmap;
  /** Of its headings. */
  readonly level: 2 | 3;
}

/** What there is to say of a road beside its picture: how sure it is, what would mend it, what it reaches. */
export function RoadFacts({ map, level }: RoadFactsProps): ReactNode {
  const { parties, undone } = map;
  const { headings, sentences, ...words } = useWords().roadmap;
  const sure = words.certainty(map);
  const lists = [
    { title: headings.fixes, items: map.fixes.map((fix) => sentences.fix(map, fix)) },
    { title: headings.slices, items: words.slices(map) },
    { title: headings.milestones, items: map.milestones.map((one) => words.milestone(map, one)) },
    { title: headings.undone, items: undone.map(sentences.undone) },
  ];
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      <Points items={[...(map.limits ?? []), ...map.remarks]} />
      {sure && <p>{sure}</p>}
      {parties.length > 0 && (
        <>
          <Points items={parties.map(sentences.temptation)} />
          <p>{words.order(map)}</p>
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
