export { addSources } from "./add-sources.js";
export { MOST_CITATION_BYTES, readCitations } from "./read-citations.js";
export { citationForms } from "./write-citations.js";
