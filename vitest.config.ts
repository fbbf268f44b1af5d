import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{spec,scripts,packages/*}/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    coverage: {
      include: ["packages/*/src/**"],
      thresholds: { lines: 95 },
    },
    typecheck: { enabled: true, include: ["{spec,packages/*}/**/*.test-d.ts"] },
  },
});
