import { expect, test } from "vitest";
import { redocly } from "../checks/redocly.ts";

type Score = { agentReadiness: number; subscores: { [name: string]: number } };

test("the contract scores full marks for words and examples, and at least 75 in all", async () => {
  const score: Score = JSON.parse(await redocly("score", "openapi.yaml", "--format=json"));
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
