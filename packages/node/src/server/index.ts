export { isLoopback, type Serving, serve } from "./serve.js";
