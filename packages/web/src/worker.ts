// The web worker that runs the analyses for the pages, so that they stay responsive meanwhile.
import "./no-eval.js";
import { expose } from "comlink";
import { analyses } from "./analyses.js";

expose(analyses);
