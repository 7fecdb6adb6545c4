// How the page Set up changes a case: one step after the other, each an edit of the history; what would take something else
// along is asked about first.
import { useWords } from "@parley/charts";
import type { Dependent, Outcome, SetUpStep, Target } from "@parley/core/internal";
import { useQueryClient } from "@tanstack/react-query";
import type { CaseFiles } from "parley/contract";
import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import { api } from "../api.js";
import { type CaseView, save } from "../case-view.js";
import { Dialog } from "../controls/dialog.js";
import { say } from "../controls/toast.js";
import { queryKeys } from "../query-keys.js";
import { baseOf } from "../saving.js";
import { work } from "../work.js";

/** What a step comes to, before it is written. */
interface Planned {
  readonly files: readonly {
    readonly file: string;
    readonly changes?: readonly unknown[];
    readonly text?: string | null;
  }[];
  readonly dependents: readonly Dependent[];
  readonly renamed?: readonly [string, string] | null;
}

interface Steps {
  /**
   * Makes a step. @returns whether it is on the disk: false where it was refused, null where it could not be written
   * @param refused told why it is not on the disk, in place of a message at the foot of the page
   */
  readonly step: (step: SetUpStep, what: string, refused?: (why: string) => void) => Promise<boolean | null>;
  /** Takes a thing out, with what depends on it. */
  readonly remove: (target: Target, called: string) => Promise<boolean | null>;
  /** Whether one is being written. */
  readonly busy: boolean;
}

const StepsContext = createContext<Steps | null>(null);

export function useSteps(): Steps {
  const steps = useContext(StepsContext);
  if (!steps) throw new Error("useSteps outside of the page that sets up");
  return steps;
}

interface Asking {
  readonly title: string;
  readonly dependents: readonly Dependent[];
  readonly removes: boolean;
  readonly answer: (yes: boolean) => void;
}

export function TakesSteps({ view, children }: { readonly view: CaseView; readonly children: ReactNode }): ReactNode {
  const { atHead, editing, pages } = useWords();
  const words = pages.setUp;
  const client = useQueryClient();
  const { stale } = view;
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [waiting, setWaiting] = useState(0);
  const [asking, setAsking] = useState<Asking | null>(null);

  const undo = async () => {
    await api.undo(view.id).catch((error: unknown) => say(String(error)));
    await client.invalidateQueries({ queryKey: queryKeys.case(view.id) });
    await client.invalidateQueries({ queryKey: queryKeys.history(view.id) });
  };
  const confirmed = (dependents: readonly Dependent[], title: string, removes: boolean) =>
    new Promise<boolean>((resolve) => {
      setAsking({
        title,
        dependents,
        removes,
        answer: (yes) => {
          setAsking(null);
          resolve(yes);
        },
      });
    });
  const written = async (
    plan: (files: CaseFiles) => Promise<Outcome<Planned>>,
    what: string,
    asked: { readonly title: string; readonly removes: boolean },
    refused: (why: string) => void = say,
    tries = 3,
  ): Promise<boolean | null> => {
    if (stale) {
      refused(words.mendFirst);
      return null;
    }
    const files = client.getQueryData<CaseFiles>(queryKeys.case(view.id, null)) ?? (await api.read(view.id, null));
    const planned = await plan(files);
    if (!planned.ok) {
      refused(atHead(planned.reasons.join(" ")));
      return false;
    }
    const { dependents } = planned.value;
    if (dependents.length > 0 && !(await confirmed(dependents, asked.title, asked.removes))) return false;
    if (planned.value.files.length === 0) return true;
    const edits = planned.value.files.map(({ file, ...rest }) => ({
      file,
      base: baseOf(files, file),
      ...(rest.text === undefined ? { changes: rest.changes as never } : { text: rest.text }),
    }));
    const saved = await save(client, files, { what: what.slice(0, 300), files: edits });
    const { renamed } = planned.value;
    const said = renamed ? words.grid.optionNamed(...renamed) : what;
    if (saved.kind === "saved") say(`${said}.`, { text: words.undo, act: () => void undo() });
    else if (saved.kind === "failed") {
      refused(saved.reasons.join(" "));
      return null;
    }
    // Somebody else wrote meanwhile: the step is made of what stands there now.
    else if (tries > 0) return await written(plan, what, asked, refused, tries - 1);
    else refused(editing.changedMeanwhile(saved.file));
    return saved.kind === "saved";
  };
  /** One after the other: each is made of what the one before left. */
  const inTurn = (work: () => Promise<boolean | null>): Promise<boolean | null> => {
    setWaiting((count) => count + 1);
    const done = queue.current.then(work, work).finally(() => setWaiting((count) => count - 1));
    queue.current = done.catch(() => {});
    return done;
  };
  const steps: Steps = {
    step: (step, what, refused) =>
      inTurn(() =>
        written(
          (files) => work.setUp([...files.files], step),
          what,
          { title: words.removal.changesTitle, removes: false },
          refused,
        ),
      ),
    remove: (target, called) =>
      inTurn(() =>
        written((files) => work.removal([...files.files], target), words.removal.removed(called), {
          title: words.removal.title(called),
          removes: true,
        }),
      ),
    busy: waiting > 0,
  };
  return (
    <StepsContext.Provider value={steps}>
      {children}
      {asking && (
        <Dialog title={asking.title} onClose={() => asking.answer(false)}>
          <p>{words.removal.about}</p>
          <ul>
            {asking.dependents.map((one) => (
              <li key={`${one.file} ${one.path.join(".")} ${one.called}`}>{words.removal.item(one)}</li>
            ))}
          </ul>
          <p className="note">{words.removal.undo}</p>
          <p className="row">
            <button type="button" className="primary" data-first onClick={() => asking.answer(true)}>
              {asking.removes ? words.removal.yes : words.removal.change}
            </button>
            <button type="button" onClick={() => asking.answer(false)}>
              {words.removal.no}
            </button>
          </p>
        </Dialog>
      )}
    </StepsContext.Provider>
  );
}
