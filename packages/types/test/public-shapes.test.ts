/** Two invented contracts in the shape of public ones, generated and compiled as a whole. */
import { readFileSync } from "node:fs";
import { type Contract, parseContract } from "@partner-center/spec";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { problemsWith, typesOf } from "./generated-types.ts";

function read(name: string): Contract {
  const file = new URL(`../../../spec/test/contracts/${name}.yaml`, import.meta.url);
  return parseContract(JSON.stringify(parse(readFileSync(file, "utf8"))));
}

test("agreements: request bodies, enums and nulls of OpenAPI 3.0", async () => {
  const contract = read("agreements");
  expect((await typesOf(contract)).refusals).toEqual([]);
  const use = `take<CreateAgreementBody>({ templateId: "", customerId: "", kind: "reseller", secret: "s" });
take<UpdateAgreementBody>({ note: null, labels: { region: null } });
take<AgreementStatus>("later");
take<AgreementChannel>("phone");
take<TemplateTier>(null);
declare const agreement: GetAgreementResponse;
if (isKnownAgreementStatus(agreement.status)) take<KnownAgreementStatus>(agreement.status);
take<DeleteAgreementResponse>(undefined);
// @ts-expect-error a kind is one of two
take<CreateAgreementBody>({ templateId: "", customerId: "", kind: "other" });
// @ts-expect-error its kind is missing
take<CreateAgreementBody>({ templateId: "", customerId: "" });`;
  expect(await problemsWith(contract, use)).toEqual([]);
});

test("marketplace: compositions, recursion, names with dashes and webhooks", async () => {
  const contract = read("marketplace");
  expect((await typesOf(contract)).refusals).toEqual([
    "components/schemas/GetOfferResponse: GetOfferResponse is a type of the operation getOffer, and another one",
  ]);
  const use = `declare const offer: GetOfferResponse;
if (offer.kind === "vm") take<string | undefined>(offer.images[0]?.sku);
if (offer.kind === "saas") take<string>(offer.landingPage);
take<CreatePlanBody>({ name: "Pro" });
take<PageOffer>({ value: [], nextLink: null });
take<Category>({ id: 1, name: "", children: [{ id: 2, name: "" }] });
take<UsageResult["state"]>("accepted");
take<PostUsageEventsBody>([]);
take<ChangeSubscriptionBody>({ seats: 5 });
take<ResolveSubscriptionResponse>({} as GetSubscriptionResponse);
take<UpdateOfferResponse>(undefined);
// @ts-expect-error an image has a sku
take<VmOffer>({ kind: "vm", name: "", images: [{}] });
// @ts-expect-error the kind of another offer
take<VmOffer>({ kind: "saas", name: "", images: [] });`;
  expect(await problemsWith(contract, use)).toEqual([]);
});
