// What a rehearsal was, once it is over: lessons, the dance by what was really so, and what the other really needed.
import { rehearsedDance, rehearsedDanceOf, useWords } from "@parley/charts";
import { bandText, tenthText } from "@parley/core/internal";
import { type ByPlayer, type Debrief, lessonSaid, othersOf, type Practice } from "@parley/core/rehearsal";
import { type ReactNode, useEffect, useRef } from "react";
import type { CaseView } from "../case-view.js";
import { Picture } from "./picture.js";
import { PlainTable } from "./plain-table.js";
import { changedIn } from "./practise-offer.js";

interface PractiseDebriefProps {
  readonly view: CaseView;
  readonly state: Practice;
}

export function PractiseDebrief({ view, state }: PractiseDebriefProps): ReactNode {
  const { pages, rehearsal, numbers, names } = useWords();
  const words = pages.practise;
  const { debrief, over } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  // The end stands above everything that was said: it comes into view, and the keyboard goes on from there.
  useEffect(() => heading.current?.focus(), []);
  if (!debrief || !over) return null;
  const who = over.by === state.party ? words.you : names.label(view.names.party(over.by ?? ""));
  /** To the person, and to the others. */
  const worth = (values: ByPlayer) => [(values[debrief.own] ?? 0).toFixed(0), othersOf(debrief, values).toFixed(0)];
  const others = debrief.players.flatMap(({ party }, place) => (place === debrief.own ? [] : [{ party, place }]));
  return (
    <section className="practise-debrief" aria-live="polite">
      <h2 ref={heading} tabIndex={-1}>
        {over.how === "walked" ? words.ended.walked(who) : words.ended[over.how]}
      </h2>
      <p className="lead">
        {debrief.shares
          ? words.shares(percentOf(debrief.shares[debrief.own]), percentOf(othersOf(debrief, debrief.shares)))
          : words.noZone}
      </p>
      {over.package && (
        <details>
          <summary>{words.agreed}</summary>
          <ul>
            {changedIn(over.package, null).map(({ issue, option }) => (
              <li key={issue}>
                {view.names.issue(issue)}: <strong>{view.names.option(issue, option ?? "")}</strong>
              </li>
            ))}
          </ul>
        </details>
      )}
      <h3>{words.lessons}</h3>
      {debrief.lessons.length === 0 && <p>{words.noLessons}</p>}
      <ol className="lessons">
        {debrief.lessons.map((lesson) => (
          <li key={lesson.code}>{rehearsal.lesson(lessonSaid(view.names, lesson))}</li>
        ))}
      </ol>
      {debrief.missed && (
        <>
          <p>{words.missed}</p>
          <ul>
            {changedIn(debrief.missed.package, over.package).map(({ issue, option }) => (
              <li key={issue}>
                {view.names.issue(issue)}: <strong>{view.names.option(issue, option ?? "")}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {debrief.most && !debrief.lessons.some(({ code }) => code === "more-to-have") && (
        <p>{words.most(numbers.points(debrief.most.values[debrief.own] ?? 0))}</p>
      )}
      {others.map(({ party, place }) => {
        const dance = rehearsedDanceOf(state, view.negotiation.parties, place);
        return dance && <Picture key={party} chart={rehearsedDance} of={dance} id={`rehearsed-${party}`} />;
      })}
      {debrief.truths.map(({ party, name, style, issues }) => (
        <div key={party}>
          <h3>{words.really(name)}</h3>
          <p>{rehearsal.played(view.names.spoken(party), style)}</p>
          <PlainTable
            head={words.issueHead}
            rows={issues.map(({ issue, really, before, after }) => [
              view.names.issue(issue),
              really.toFixed(0),
              bandText(after),
              bandText(before),
            ])}
          />
        </div>
      ))}
      <h3>{state.protocol === "single-text" ? words.drafts : words.steps}</h3>
      {state.protocol === "single-text" ? (
        <PlainTable
          head={words.draftHead(debrief.players.length > 2)}
          rows={[
            ...debrief.drafts.map(({ round, became, values }) => [`${round}`, words.became[became], ...worth(values)]),
            ...beside(debrief).map(({ kind, values }) => ["", words.beside[kind], ...worth(values)]),
          ]}
        />
      ) : (
        <PlainTable
          head={words.stepHead(debrief.players.length > 2)}
          rows={[
            ...debrief.steps.map(({ round, by, values, cost, brought }) => [
              `${round}`,
              by === debrief.own ? words.you : names.label(debrief.players[by]?.name ?? ""),
              ...worth(values),
              cost === null ? "" : tenthText(cost),
              brought === null ? "" : tenthText(brought),
            ]),
            ...beside(debrief).map(({ kind, values }) => ["", words.beside[kind], ...worth(values), "", ""]),
          ]}
        />
      )}
      {debrief.partly > 0 && <p className="note">{rehearsal.partly(debrief.partly)}</p>}
    </section>
  );
}

/** What steps are seen against. */
function beside({ deal, noDeal, nash, kalaiSmorodinsky }: Debrief) {
  const of = { noDeal: { values: noDeal }, deal, nash, kalaiSmorodinsky };
  return (["noDeal", "deal", "nash", "kalaiSmorodinsky"] as const).flatMap((kind) => {
    const one = of[kind];
    return one ? [{ kind, values: one.values }] : [];
  });
}

const percentOf = (share: number | undefined): string => `${tenthText(Math.round(share ?? 0))} %`;
