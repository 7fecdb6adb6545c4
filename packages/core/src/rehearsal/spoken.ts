// What a rehearsal found, with the names of the case in place of ids, ready for a language to say.
import type { LessonSaid, Names, RehearsedSaid } from "../wording/index.js";
import type { Lesson } from "./debrief-types.js";
import type { Said } from "./reasons.js";

export const rehearsedSaid = (names: Names, party: string, said: Said): RehearsedSaid => ({
  code: said.code,
  party: names.spoken(party),
  issues: "issues" in said ? said.issues.map(names.issue) : [],
  options:
    "options" in said ? said.options.map(([issue, option]) => [names.issue(issue), names.option(issue, option)]) : [],
  text: "text" in said ? said.text : "",
});

export const lessonSaid = (names: Names, lesson: Lesson): LessonSaid => ({
  code: lesson.code,
  points: "points" in lesson ? lesson.points : 0,
  others: "others" in lesson ? lesson.others : "brought" in lesson ? lesson.brought : 0,
  round: "round" in lesson ? lesson.round : 0,
  issues: "issues" in lesson ? lesson.issues.map(names.issue) : "issue" in lesson ? [names.issue(lesson.issue)] : [],
  party: "party" in lesson ? names.spoken(lesson.party) : "",
  texts: "texts" in lesson ? lesson.texts : [],
});
