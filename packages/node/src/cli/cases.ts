// The access to case folders that all commands share, with the user's name for the history of changes.
import { userInfo } from "node:os";
import { casesByPath } from "../store/index.js";

/** Who edits, for the history. */
export function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return "unknown";
  }
}

/** How commands read and write cases: each by the path of its folder. */
export const cases = casesByPath(userName());
