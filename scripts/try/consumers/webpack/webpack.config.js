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
};
