// What results say of themselves, and what is said where they are worked out: analyses and workers need no other words.
import { YOU } from "../grammar.js";
import { offerSentences } from "./assessment.js";
import { inWorker } from "./in-worker.js";
import { keeping } from "./monitoring.js";
import { mostMoved, term } from "./record.js";
import { wholeRoad } from "./roadmap.js";
import { solutionNames } from "./solutions.js";
import { inspection } from "./verification.js";

export const sentences = {
  assessment: offerSentences,
  inWorker,
  monitoring: { keeping },
  positions: { mostMoved, term },
  roadmap: { wholeRoad },
  solutionNames,
  verification: { inspection },
  you: YOU,
};
