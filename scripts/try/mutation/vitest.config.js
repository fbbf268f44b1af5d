export default {
  test: {
    testTimeout: 60_000,
    include: ["packages/client/test/**/*.test.ts"],
    // These look at what is built, not at what the source does.
    exclude: ["**/{size,bundle,formats}.test.ts"],
  },
};
