export { checkInterests } from "./check.js";
export { drawModels, type Models } from "./models.js";
export { offsetsOf, type Preferences, preferencesOf } from "./preferences.js";
export type { Prior } from "./state.js";
export { chooseViews, type Views } from "./views.js";
