import { join } from "node:path";
import { expect, test } from "vitest";
import { specFolder } from "../contract.ts";
import { redocly, redoclyConfig } from "../redocly.ts";

type Score = { agentReadiness: number; subscores: { [name: string]: number } };

test("the contract scores full marks for descriptions and examples, and at least 75 in all", async () => {
  const source = join(specFolder, "openapi.yaml");
  const { stdout } = await redocly.run(
    "score",
    source,
    `--config=${redoclyConfig}`,
    "--format=json",
  );
  const score: Score = JSON.parse(stdout);
  console.info(`score: ${score.agentReadiness}`, score.subscores);
  expect(score.subscores).toMatchObject({
    documentationQuality: 1,
    exampleCoverage: 1,
    errorClarity: 1,
    dependencyClarity: 1,
    identifierClarity: 1,
  });
  expect(score.agentReadiness).toBeGreaterThanOrEqual(75);
});
