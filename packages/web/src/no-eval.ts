// The policy of the page forbids making code from text; told so first, the schemas do not try.
import { config } from "zod";

config({ jitless: true });
