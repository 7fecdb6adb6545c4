// The digest of a text, by which the workbench and the server tell whether they mean the same version of a file.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

/** SHA-256 of a text, hexadecimal: the same as the server's. */
export const digestOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
