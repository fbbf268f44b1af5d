import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{spec,scripts,packages/*}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    coverage: {
      include: ["packages/*/src/**"],
      // AJV's own code, of which each branch would need a value that breaks one more member.
      exclude: ["packages/client/src/validate/validators.ts"],
      thresholds: { lines: 95 },
    },
    typecheck: { enabled: true, include: ["{spec,packages/*}/**/*.test-d.ts"] },
  },
});
