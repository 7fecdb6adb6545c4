// The form that shows one question of an interview, with a button for each answer.
import type { InterviewQuestion } from "@parley/core/internal";
import type { ReactNode } from "react";

/** One question in words, its answers as buttons. */
export function QuestionForm({
  question,
  onAnswer,
}: {
  readonly question: InterviewQuestion;
  readonly onAnswer: (id: string) => void;
}): ReactNode {
  return (
    <fieldset className="question" key={question.ask}>
      <legend>
        <span className="note">{question.part}</span>
        <br />
        {question.text}
      </legend>
      {question.choices.map(({ id, text }) => (
        <button key={id} type="button" className="choice" onClick={() => onAnswer(id)}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}
