// What the others want, and where they moved since the last time, each with its source.

import type { Day } from "../../case/index.js";
import type { Sighting } from "../../evidence/index.js";
import { bandText } from "../../math/index.js";
import { capital, listed, partyNamed, possessive, verb } from "../../wording/index.js";
import { type Clause, clause, type DraftPart, field, type Origin } from "../document.js";
import type { Dossier } from "./dossier.js";
import { interestsOrigins } from "./standing.js";

/** Of each party; more nobody keeps in mind. */
const MOST_WANTS = 3;
const MOST_MOVES = 4;

export function theyPart(dossier: Dossier, since: Day | null): DraftPart {
  const { others } = dossier;
  return {
    id: "they",
    label: null,
    title: "What they want, and where they moved",
    blocks: [
      clause("they:drift", driftText(dossier, since), {
        number: "•",
        from: [field("record.yaml", ["statements"], "statements")],
      }),
      ...others.flatMap((other) => [
        ...wants(dossier, other),
        ...movements(dossier, other, since),
        ...contradictions(dossier, other),
      ]),
    ],
  };
}

/** On how many issues each side moved; how far is told issue by issue. */
function driftText({ positions }: Dossier, since: Day | null): string {
  if (positions.parties.length === 0) return positions.sentence;
  const moved = [...positions.parties].sort((a, b) => b.moved - a.moved);
  const when = since === null ? "" : ` since ${since}`;
  if (moved.every((party) => party.moved === 0)) return `Nobody surely moved${when}.`;
  const text = ({ name, moved: on }: (typeof moved)[number]) =>
    on === 0 ? `${name} on none` : `${name} on ${on} ${on === 1 ? "issue" : "issues"}`;
  return `${capital(`surely moved${when}: ${listed(moved.map(text))}.`)}`;
}

type Other = Dossier["others"][number];

/** The changes from today that are worth most to them. */
function wants(dossier: Dossier, { id, name }: Other): Clause[] {
  const { worths, negotiation } = dossier;
  const best = (worths?.issues ?? [])
    .flatMap(({ issue, options }) => {
      const [top] = [...options].sort((a, b) => (b.change[id]?.median ?? 0) - (a.change[id]?.median ?? 0));
      const change = top?.change[id];
      const found = negotiation.issues.find((one) => one.id === issue);
      const option = found?.options.find((one) => one.id === top?.option);
      return change && found && option && change.median > 0.05
        ? [{ change, name: `${found.name}: ${option.name}` }]
        : [];
    })
    .sort((a, b) => b.change.median - a.change.median)
    .slice(0, MOST_WANTS);
  if (best.length === 0) return [];
  return [
    clause(
      `wants:${id}`,
      `${capital(name)} would gain most from: ${best.map(({ name: what, change }) => `${what} (${bandText(change, true)} of ${possessive(partyNamed(dossier.negotiation, id))} 100 points)`).join("; ")}.`,
      { number: "•", from: interestsOrigins(dossier, id) },
    ),
  ];
}

/** Where it moved, the latest first; or that it did not. */
function movements({ positions, negotiation }: Dossier, { id, name }: Other, since: Day | null): Clause[] {
  const tracks = positions.tracks.filter(({ party }) => party === id);
  const moved = tracks
    .flatMap((track) =>
      track.movements.map((movement) => ({
        track,
        movement,
        sightings: track.positions.find(({ date }) => date === movement.date)?.sightings ?? [],
      })),
    )
    .filter(({ movement }) => since === null || movement.date > since)
    .sort((a, b) => b.movement.date.localeCompare(a.movement.date, "en"));
  const when = since === null ? "" : ` since ${since}`;
  if (moved.length === 0)
    return [
      clause(`moved:${id}`, `${capital(name)} did not surely move on any issue${when}.`, {
        number: "•",
        from: [field("record.yaml", ["statements"], "statements")],
      }),
    ];
  const option = (issue: string, at: number): string => {
    const options = negotiation.issues.find((one) => one.id === issue)?.options ?? [];
    const [near] = [...options].sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at));
    return near?.name ?? `${Math.round(at)}`;
  };
  return moved.slice(0, MOST_MOVES).map(({ track, movement, sightings }) => {
    const [source] = sightings.flatMap((one) => {
      const found = positions.sources[one.source ?? ""];
      return found ? [found] : [];
    });
    const cited = source ? `; ${source.title}${source.publisher ? `, ${source.publisher}` : ""}` : "";
    return clause(
      `moved:${id}:${track.issue}:${movement.date}`,
      `${capital(name)} moved on ${track.issueName}, from “${option(track.issue, movement.start)}” to “${option(track.issue, movement.end)}”${movement.reversal ? ", turning back" : ""} (${movement.date}${cited}).`,
      {
        number: "•",
        from: sightings.map(sightingOrigin),
      },
    );
  });
}

/** A statement or an offer on record. */
const sightingOrigin = ({ kind, id }: Sighting): Origin => field("record.yaml", [`${kind}s`, id], `${kind}s › ${id}`);

function contradictions({ positions, negotiation }: Dossier, { id, name }: Other): Clause[] {
  const said = positions.tracks
    .filter(({ party }) => party === id)
    .flatMap((track) =>
      track.positions
        .filter(({ contradicted }) => contradicted)
        .map(({ date, sightings }) => ({ track, date, sightings })),
    );
  return said.slice(-1).map(({ track, date, sightings }) =>
    clause(
      `contradicted:${id}`,
      `On ${date} things were said of where ${name} ${verb(partyNamed(negotiation, id), "stands")} on ${track.issueName} that cannot all be so.`,
      {
        number: "•",
        from: sightings.map(sightingOrigin),
      },
    ),
  );
}
