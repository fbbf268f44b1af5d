/** Resolves packages as Next.js does for server components on the edge. */
export default {
  mode: "production",
  target: "es2022",
  entry: "./order.mjs",
  experiments: { outputModule: true },
  output: {
    path: import.meta.dirname,
    filename: "bundle.mjs",
    module: true,
    library: { type: "module" },
  },
  resolve: {
    conditionNames: [
      "react-server",
      "edge-light",
      "worker",
      "browser",
      "import",
      "module",
      "default",
    ],
    mainFields: ["module", "main"],
    fullySpecified: true,
  },
};
