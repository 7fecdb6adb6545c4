export { checkInterests } from "./check.js";
export { type Given, readAnswers, writeAnswers, wroteInterests } from "./interview/answers.js";
export type { Outcomes } from "./interview/choices.js";
export { type InterviewState, interview, type Narrowing, takenBack } from "./interview/interview.js";
export type { Choice, Question } from "./interview/questions.js";
export { drawModels, type Models } from "./models.js";
export { offsetsOf, type Preferences, preferencesOf } from "./preferences.js";
export type { Prior } from "./state.js";
export { chooseViews, type Views } from "./views.js";
