// What a page alone says; what a picture or a command says too stands beside this folder, by what it is about.
import { history } from "./history.js";

export const pages = { history };
