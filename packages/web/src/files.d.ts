/** Style sheets are taken up by the bundler. */
declare module "*.css";
/** A file that is served beside the pages: its address. */
declare module "*?url" {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the bundler exports an address so
  export default address;
}
