// What a command alone says: its description, its flags, its lines. What a page says too stands beside this folder.
import { schedule } from "./schedule.js";

export const commands = { schedule };
