export default {
  build: {
    lib: { entry: "order.mjs", formats: ["es"], fileName: () => "bundle.mjs" },
    target: "es2022",
    outDir: ".",
    emptyOutDir: false,
  },
};
