// What the browser is told to forbid.
import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

const OWN = ["'self'"];
const NONE = ["'none'"];

/** Nothing but what this server sends may be loaded or run, and nobody may frame it. */
const POLICY = {
  defaultSrc: NONE,
  scriptSrc: OWN,
  styleSrc: OWN,
  imgSrc: [...OWN, "data:"],
  fontSrc: OWN,
  connectSrc: OWN,
  workerSrc: OWN,
  frameSrc: OWN,
  baseUri: NONE,
  formAction: NONE,
  frameAncestors: OWN,
};

/** The report runs nothing and loads nothing; its own head names the one style that it has. */
const REPORT_POLICY = {
  defaultSrc: NONE,
  styleSrc: ["'unsafe-inline'"],
  baseUri: NONE,
  formAction: NONE,
  frameAncestors: OWN,
};

const isReport = (path: string): boolean => /^\/api\/cases\/[^/]+\/report$/.test(path);

const headersWith = (policy: typeof POLICY | typeof REPORT_POLICY) =>
  secureHeaders({
    contentSecurityPolicy: policy,
    xFrameOptions: false,
    strictTransportSecurity: false,
    referrerPolicy: "no-referrer",
  });
const pageHeaders = headersWith(POLICY);
const reportHeaders = headersWith(REPORT_POLICY);

/** The report's own rules for the report, the pages' for everything else. */
export const securityHeaders: MiddlewareHandler = (context, next) =>
  (isReport(context.req.path) ? reportHeaders : pageHeaders)(context, next);
