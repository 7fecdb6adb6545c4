import "./no-eval.js";
import { expose } from "comlink";
import { analyses } from "./analyses.js";

expose(analyses);
