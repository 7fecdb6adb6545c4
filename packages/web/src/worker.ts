import "./no-eval.js";
import { expose } from "comlink";
import { bench } from "./bench.js";

expose(bench);
