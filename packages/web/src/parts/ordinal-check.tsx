// "So you would take this over that?" – a few comparisons, each answer written as it is given.
import { useWords } from "@parley/charts";
import type { Given, Interests, InterviewQuestion } from "@parley/core/internal";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type CaseView, dayOf, save } from "../case-view.js";
import { Dialog } from "../controls/dialog.js";
import { queryKeys } from "../query-keys.js";
import { baseOf } from "../saving.js";
import { work } from "../work.js";
import { QuestionForm } from "./question-form.js";

export function OrdinalCheck({
  view,
  interests,
}: {
  readonly view: CaseView;
  readonly interests: Interests;
}): ReactNode {
  const words = useWords().preferences.check;
  const [open, setOpen] = useState(false);
  if (view.reader !== null) return null;
  const count = interests.answers.length;
  return (
    <>
      <h2>{words.heading}</h2>
      <p>
        {words.about} {count > 0 && words.onFile(count)}{" "}
        <button type="button" onClick={() => setOpen(true)}>
          {words.open}
        </button>
      </p>
      {open && <Check view={view} interests={interests} onClose={() => setOpen(false)} />}
    </>
  );
}

interface CheckProps {
  readonly view: CaseView;
  readonly interests: Interests;
  readonly onClose: () => void;
}

function Check({ view, interests, onClose }: CheckProps): ReactNode {
  const words = useWords().preferences.check;
  const client = useQueryClient();
  const { files, names } = view;
  const { party, holder, file } = interests;
  const [given, setGiven] = useState<readonly Given[]>([]);
  const [failed, setFailed] = useState<string | null>(null);
  const next = useQuery({
    queryKey: queryKeys.check(files.revision, party, holder, given),
    queryFn: () => work.check({ files: [...files.files], asOf: dayOf(view), party, holder, given: [...given] }),
  });
  const answer = async (question: InterviewQuestion, chosen: string) => {
    const written = await work.answered([...files.files], question, chosen);
    const at = interests.answers.length;
    const changes = written.map((value, k) => ({ path: ["answers", at + k], value }));
    if (changes.length > 0) {
      const told = question.choices.find(({ id }) => id === chosen)?.text ?? chosen;
      const what = words.answered(names.party(party), told).slice(0, 290);
      const done = await save(client, files, { what, files: [{ file, base: baseOf(files, file), changes }] });
      if (done.kind !== "saved")
        return setFailed(done.kind === "failed" ? done.reasons.join(" ") : words.onceMore(file));
    }
    setFailed(null);
    const { ask, first, second } = question;
    setGiven([...given, { ask, answer: chosen, ...(first && { first }), ...(second && { second }) }]);
  };
  return (
    <Dialog title={words.title(names.spoken(party))} onClose={onClose}>
      {failed && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
      {next.isPending ? (
        <p className="waiting">{words.looking}</p>
      ) : next.data ? (
        <QuestionForm question={next.data} onAnswer={(chosen) => void answer(next.data as InterviewQuestion, chosen)} />
      ) : (
        <>
          <p className="lead">{words.nothingMore}</p>
          <button type="button" onClick={onClose}>
            {words.done}
          </button>
        </>
      )}
    </Dialog>
  );
}
