// The question that would settle most, answered where it stands.
import { RichText, useWords } from "@parley/charts";
import type { OfferAssessment, StepAsked } from "@parley/core/internal";
import { type ReactNode, useState } from "react";
import type { CaseView } from "../case-view.js";
import { type Answer, answerEdit, answersTo, interestsOf } from "./answer-edit.js";
import { useWrite } from "./unsaved.js";

interface AnswerQuestionProps {
  readonly view: CaseView;
  readonly offer: OfferAssessment;
  readonly question: NonNullable<OfferAssessment["question"]>;
}

/** A step with its issue, from its worse end to its better. */
const stepOf = ({ issue, from, to }: StepAsked): [string, string] => [`${issue}: ${from}`, to];

export function AnswerQuestion({ view, offer, question }: AnswerQuestionProps): ReactNode {
  const words = useWords().pages.overview;
  const write = useWrite();
  const [busy, setBusy] = useState(false);
  const { written, options, reader } = view;
  const interests = interestsOf(written, question.party, options.views);
  const own = question.party === written.team;
  const answers = reader === null && interests ? answersTo(written, question, interests) : [];
  const nameOf = (option: string): string => {
    const issue = written.issues.find(
      ({ name }) => question.asks.code === "largestStep" && name === question.asks.issue,
    );
    return issue?.options.find(({ id }) => id === option)?.name ?? option;
  };
  const said = (answer: Answer): string => {
    if (answer.kind === "step") return words.answer.step(nameOf(answer.step.from), nameOf(answer.step.to));
    const { asks } = question;
    if (asks.code === "trade") return words.answer.step(...stepOf(answer.first ? asks.one : asks.other));
    if (answer.first) return own ? words.answer.youWould : words.answer.would;
    return own ? words.answer.youWouldNot : words.answer.wouldNot;
  };
  const give = async (answer: Answer) => {
    if (!interests) return;
    setBusy(true);
    await write(answerEdit(written, question, interests, answer, words.answer.given));
    setBusy(false);
  };
  return (
    <div className="asked">
      <p>
        <RichText
          of={words.telling.question(offer.name, question.text)}
          slots={{ doubt: <span className="note">{words.telling.doubt(question.settles)}</span> }}
        />
      </p>
      {answers.length > 0 && interests && (
        <>
          <p className="row">
            {answers.map((answer) => (
              <button type="button" key={said(answer)} disabled={busy} onClick={() => void give(answer)}>
                {said(answer)}
              </button>
            ))}
          </p>
          <p className="note">
            {words.answer.into(view.names.party(interests.party), view.names.party(interests.holder))}
          </p>
        </>
      )}
    </div>
  );
}
