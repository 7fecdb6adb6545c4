export { type Reader, readCaseFolder, reasonOf } from "./case-folder.js";
export { scaffold } from "./scaffold.js";
export { writeWhole } from "./write-file.js";
export { writeFolder } from "./write-folder.js";
