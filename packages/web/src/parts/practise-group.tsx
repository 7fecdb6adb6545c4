// Several rehearsals of one case beside each other: where everybody came out, and what each may learn from it.
import { rehearsedClass, rehearsedClassOf, useWords } from "@parley/charts";
import { type KeptRehearsal, lessonSaid, type Practice } from "@parley/core/rehearsal";
import { type ReactNode, useEffect, useState } from "react";
import type { CaseView } from "../case-view.js";
import { work } from "../work.js";
import { Picture } from "./picture.js";
import { PlainTable } from "./plain-table.js";
import { practiceOptions } from "./practise-offer.js";

/** A rehearsal that was kept in a file. */
export interface Kept {
  readonly label: string;
  readonly kept: KeptRehearsal;
}

interface PractiseGroupProps {
  readonly view: CaseView;
  readonly rehearsals: readonly Kept[];
  readonly onOpen: (one: Kept) => void;
  readonly onLeave: () => void;
}

interface Played {
  readonly label: string;
  readonly kept: KeptRehearsal;
  readonly state: Practice;
}

export function PractiseGroup({ view, rehearsals, onOpen, onLeave }: PractiseGroupProps): ReactNode {
  const { atHead, names, pages, rehearsal } = useWords();
  const words = pages.practise.group;
  const { played, refused, working } = usePlayed(view, rehearsals);
  const over = played.filter(({ state }) => state.over);
  const ended = ({ over: end }: Practice): string => {
    if (!end) return words.open;
    if (end.how !== "walked") return words[end.how];
    return words.walked(names.label(view.names.party(end.by ?? "")));
  };
  const number = (one: Played) => (one.state.over ? `${over.indexOf(one) + 1}` : "");
  return (
    <section className="practise-group" aria-live="polite">
      <div className="row">
        <h2>{words.heading}</h2>
        <button type="button" className="quiet" onClick={onLeave}>
          {words.leave}
        </button>
      </div>
      {refused.map(({ label, reasons }) => (
        <p key={label} className="alert" role="alert">
          {words.cannot(label, atHead(reasons.join(" ")))}
        </p>
      ))}
      {working && <p className="waiting">{pages.practise.working}</p>}
      {over.length > 0 && (
        <Picture chart={rehearsedClass} of={rehearsedClassOf(over, view.negotiation.parties)} id="rehearsed-class" />
      )}
      <PlainTable
        head={words.head}
        rows={played.map((one) => {
          const { label, kept, state } = one;
          const [lesson] = state.debrief?.lessons ?? [];
          return [
            number(one),
            <button key="open" type="button" className="quiet small" onClick={() => onOpen({ label, kept })}>
              {label}
            </button>,
            names.label(state.name),
            words.against[state.protocol](state.against),
            `${state.round}`,
            ended(state),
            lesson ? rehearsal.lesson(lessonSaid(view.names, lesson)) : words.noLesson,
          ];
        })}
      />
    </section>
  );
}

/** Each played again, one after another. */
function usePlayed(view: CaseView, rehearsals: readonly Kept[]) {
  const [found, setFound] = useState<{
    readonly played: readonly Played[];
    readonly refused: readonly { readonly label: string; readonly reasons: readonly string[] }[];
  }>({ played: [], refused: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the case and the rehearsals are what is asked
  useEffect(() => {
    let left = false;
    setFound({ played: [], refused: [] });
    const playAll = async () => {
      for (const { label, kept } of rehearsals) {
        const outcome = await work
          .practise({ files: view.files.files, options: practiceOptions(view, kept.setting), moves: kept.moves })
          .catch((error: unknown) => ({
            ok: false as const,
            reasons: [error instanceof Error ? error.message : String(error)],
          }));
        if (left) return;
        setFound(({ played, refused }) =>
          outcome.ok
            ? { played: [...played, { label, kept, state: outcome.value }], refused }
            : { played, refused: [...refused, { label, reasons: outcome.reasons }] },
        );
      }
    };
    void playAll();
    return () => {
      left = true;
    };
  }, [view.files.revision, rehearsals]);
  return { ...found, working: found.played.length + found.refused.length < rehearsals.length };
}
