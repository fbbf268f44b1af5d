// @ts-nocheck
/**
 * Generated from the contract in spec/ by packages/client/generate/. Do not edit: change the contract
 * and run `npm run generate`.
 */
import type { ApiFault, BillingCycle, ClientContext, KeyValuePair, Link, Order, OrderLineItem, OrderLineItemLinks, OrderLinks, OrderStatus, Pricing, PurchaseCommitment, RenewsTo, ResourceAttributes } from "@partner-center/types";
import { notice, noticeUnknown } from "../findings/notices.ts";
import { fail, mostFindings, type Validator } from "../findings/validator.ts";

/** The type of each schema of the contract by its name. */
export interface SchemaTypes {
  /** What fits the schema. */
  readonly "ResourceAttributes": ResourceAttributes;
  /** What fits the schema. */
  readonly "BillingCycle": BillingCycle;
  /** What fits the schema. */
  readonly "ClientContext": ClientContext;
  /** What fits the schema. */
  readonly "KeyValuePair": KeyValuePair;
  /** What fits the schema. */
  readonly "Link": Link;
  /** What fits the schema. */
  readonly "OrderLineItemLinks": OrderLineItemLinks;
  /** What fits the schema. */
  readonly "Pricing": Pricing;
  /** What fits the schema. */
  readonly "PurchaseCommitment": PurchaseCommitment;
  /** What fits the schema. */
  readonly "RenewsTo": RenewsTo;
  /** What fits the schema. */
  readonly "OrderLineItem": OrderLineItem;
  /** What fits the schema. */
  readonly "OrderLinks": OrderLinks;
  /** What fits the schema. */
  readonly "OrderStatus": OrderStatus;
  /** What fits the schema. */
  readonly "Order": Order;
  /** What fits the schema. */
  readonly "ApiFault": ApiFault;
}

const schema1 = {"type":"object","properties":{"etag":{"unlessNull":{"type":"string"}},"objectType":{"unlessNull":{"type":"string"}}},"known":{"names":["etag","objectType"],"patterns":[],"isStrict":false}};
const obj0 = new Set(["etag","objectType"]);

function validate1(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj0, false);
if(data.etag !== undefined){
let data0 = data.etag;
if(data0 === null){
notice(this, instancePath+"/etag", "is null", true);
}
else {
if(typeof data0 !== "string"){
vErrors = fail(vErrors, instancePath+"/etag", "must be string");
errors++;
}
}
}
if(data.objectType !== undefined){
let data1 = data.objectType;
if(data1 === null){
notice(this, instancePath+"/objectType", "is null", true);
}
else {
if(typeof data1 !== "string"){
vErrors = fail(vErrors, instancePath+"/objectType", "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate1.errors = vErrors;
return errors === 0;
}

const schema2 = {"type":"string","listed":["annual","monthly","none","one_time","triennial","unknown"]};

function validate2(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(data !== "annual" && data !== "monthly" && data !== "none" && data !== "one_time" && data !== "triennial" && data !== "unknown"){
notice(this, instancePath, "is not among the listed values", true);
}
}
else {
vErrors = fail(vErrors, instancePath, "must be string");
errors++;
}
validate2.errors = vErrors;
return errors === 0;
}

const schema3 = {"type":"object","properties":{"deviceFamily":{"unlessNull":{"type":"string"}},"marketplaceCountry":{"unlessNull":{"type":"string"}},"name":{"unlessNull":{"type":"string"}}},"known":{"names":["deviceFamily","marketplaceCountry","name"],"patterns":[],"isStrict":false}};
const obj1 = new Set(["deviceFamily","marketplaceCountry","name"]);

function validate3(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj1, false);
if(data.deviceFamily !== undefined){
let data0 = data.deviceFamily;
if(data0 === null){
notice(this, instancePath+"/deviceFamily", "is null", true);
}
else {
if(typeof data0 !== "string"){
vErrors = fail(vErrors, instancePath+"/deviceFamily", "must be string");
errors++;
}
}
}
if(data.marketplaceCountry !== undefined){
let data1 = data.marketplaceCountry;
if(data1 === null){
notice(this, instancePath+"/marketplaceCountry", "is null", true);
}
else {
if(typeof data1 !== "string"){
vErrors = fail(vErrors, instancePath+"/marketplaceCountry", "must be string");
errors++;
}
}
}
if(data.name !== undefined){
let data2 = data.name;
if(data2 === null){
notice(this, instancePath+"/name", "is null", true);
}
else {
if(typeof data2 !== "string"){
vErrors = fail(vErrors, instancePath+"/name", "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate3.errors = vErrors;
return errors === 0;
}

const schema4 = {"type":"object","properties":{"key":{"unlessNull":{"type":"string"}},"value":{"unlessNull":{"type":"string"}}},"known":{"names":["key","value"],"patterns":[],"isStrict":false}};
const obj2 = new Set(["key","value"]);

function validate4(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj2, false);
if(data.key !== undefined){
let data0 = data.key;
if(data0 === null){
notice(this, instancePath+"/key", "is null", true);
}
else {
if(typeof data0 !== "string"){
vErrors = fail(vErrors, instancePath+"/key", "must be string");
errors++;
}
}
}
if(data.value !== undefined){
let data1 = data.value;
if(data1 === null){
notice(this, instancePath+"/value", "is null", true);
}
else {
if(typeof data1 !== "string"){
vErrors = fail(vErrors, instancePath+"/value", "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate4.errors = vErrors;
return errors === 0;
}

const schema5 = {"type":"object","properties":{"body":{"unlessNull":{"type":"string"}},"headers":{"unlessNull":{"type":"array","items":{"$ref":"#/$defs/KeyValuePair"}}},"method":{"unlessNull":{"type":"string"}},"uri":{"unlessNull":{"type":"string"}}},"known":{"names":["body","headers","method","uri"],"patterns":[],"isStrict":false}};
const obj3 = new Set(["body","headers","method","uri"]);

function validate5(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj3, false);
if(data.body !== undefined){
let data0 = data.body;
if(data0 === null){
notice(this, instancePath+"/body", "is null", true);
}
else {
if(typeof data0 !== "string"){
vErrors = fail(vErrors, instancePath+"/body", "must be string");
errors++;
}
}
}
if(data.headers !== undefined){
let data1 = data.headers;
if(data1 === null){
notice(this, instancePath+"/headers", "is null", true);
}
else {
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(errors >= mostFindings) break;
if(!(validate4.call(this, data1[i0], instancePath+"/headers/" + i0))){
vErrors = vErrors === null ? validate4.errors : vErrors.concat(validate4.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/headers", "must be array");
errors++;
}
}
}
if(data.method !== undefined){
let data3 = data.method;
if(data3 === null){
notice(this, instancePath+"/method", "is null", true);
}
else {
if(typeof data3 !== "string"){
vErrors = fail(vErrors, instancePath+"/method", "must be string");
errors++;
}
}
}
if(data.uri !== undefined){
let data4 = data.uri;
if(data4 === null){
notice(this, instancePath+"/uri", "is null", true);
}
else {
if(typeof data4 !== "string"){
vErrors = fail(vErrors, instancePath+"/uri", "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate5.errors = vErrors;
return errors === 0;
}

const schema6 = {"type":"object","properties":{"activationLinks":{"unlessNull":{"$ref":"#/$defs/Link"}},"availability":{"unlessNull":{"$ref":"#/$defs/Link"}},"product":{"unlessNull":{"$ref":"#/$defs/Link"}},"provisioningStatus":{"unlessNull":{"$ref":"#/$defs/Link"}},"sku":{"unlessNull":{"$ref":"#/$defs/Link"}},"subscription":{"unlessNull":{"$ref":"#/$defs/Link"}}},"known":{"names":["activationLinks","availability","product","provisioningStatus","sku","subscription"],"patterns":[],"isStrict":false}};
const obj4 = new Set(["activationLinks","availability","product","provisioningStatus","sku","subscription"]);

function validate7(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj4, false);
if(data.activationLinks !== undefined){
let data0 = data.activationLinks;
if(data0 === null){
notice(this, instancePath+"/activationLinks", "is null", true);
}
else {
if(!(validate5.call(this, data0, instancePath+"/activationLinks"))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
}
}
if(data.availability !== undefined){
let data1 = data.availability;
if(data1 === null){
notice(this, instancePath+"/availability", "is null", true);
}
else {
if(!(validate5.call(this, data1, instancePath+"/availability"))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
}
}
if(data.product !== undefined){
let data2 = data.product;
if(data2 === null){
notice(this, instancePath+"/product", "is null", true);
}
else {
if(!(validate5.call(this, data2, instancePath+"/product"))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
}
}
if(data.provisioningStatus !== undefined){
let data3 = data.provisioningStatus;
if(data3 === null){
notice(this, instancePath+"/provisioningStatus", "is null", true);
}
else {
if(!(validate5.call(this, data3, instancePath+"/provisioningStatus"))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
}
}
if(data.sku !== undefined){
let data4 = data.sku;
if(data4 === null){
notice(this, instancePath+"/sku", "is null", true);
}
else {
if(!(validate5.call(this, data4, instancePath+"/sku"))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
}
}
if(data.subscription !== undefined){
let data5 = data.subscription;
if(data5 === null){
notice(this, instancePath+"/subscription", "is null", true);
}
else {
if(!(validate5.call(this, data5, instancePath+"/subscription"))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate7.errors = vErrors;
return errors === 0;
}

const schema7 = {"type":"object","properties":{"discountedPrice":{"unlessNull":{"type":"number"}},"extendedPrice":{"unlessNull":{"type":"number"}},"listPrice":{"unlessNull":{"type":"number"}},"price":{"unlessNull":{"type":"number"}},"proratedPrice":{"unlessNull":{"type":"number"}}},"known":{"names":["discountedPrice","extendedPrice","listPrice","price","proratedPrice"],"patterns":[],"isStrict":false}};
const obj5 = new Set(["discountedPrice","extendedPrice","listPrice","price","proratedPrice"]);

function validate14(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj5, false);
if(data.discountedPrice !== undefined){
let data0 = data.discountedPrice;
if(data0 === null){
notice(this, instancePath+"/discountedPrice", "is null", true);
}
else {
if(!(typeof data0 == "number")){
vErrors = fail(vErrors, instancePath+"/discountedPrice", "must be number");
errors++;
}
}
}
if(data.extendedPrice !== undefined){
let data1 = data.extendedPrice;
if(data1 === null){
notice(this, instancePath+"/extendedPrice", "is null", true);
}
else {
if(!(typeof data1 == "number")){
vErrors = fail(vErrors, instancePath+"/extendedPrice", "must be number");
errors++;
}
}
}
if(data.listPrice !== undefined){
let data2 = data.listPrice;
if(data2 === null){
notice(this, instancePath+"/listPrice", "is null", true);
}
else {
if(!(typeof data2 == "number")){
vErrors = fail(vErrors, instancePath+"/listPrice", "must be number");
errors++;
}
}
}
if(data.price !== undefined){
let data3 = data.price;
if(data3 === null){
notice(this, instancePath+"/price", "is null", true);
}
else {
if(!(typeof data3 == "number")){
vErrors = fail(vErrors, instancePath+"/price", "must be number");
errors++;
}
}
}
if(data.proratedPrice !== undefined){
let data4 = data.proratedPrice;
if(data4 === null){
notice(this, instancePath+"/proratedPrice", "is null", true);
}
else {
if(!(typeof data4 == "number")){
vErrors = fail(vErrors, instancePath+"/proratedPrice", "must be number");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}

const schema8 = {"type":"object","properties":{"amount":{"unlessNull":{"type":"number"}},"currency":{"unlessNull":{"type":"string"}},"grain":{"unlessNull":{"type":"string"}}},"known":{"names":["amount","currency","grain"],"patterns":[],"isStrict":false}};
const obj6 = new Set(["amount","currency","grain"]);

function validate15(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj6, false);
if(data.amount !== undefined){
let data0 = data.amount;
if(data0 === null){
notice(this, instancePath+"/amount", "is null", true);
}
else {
if(!(typeof data0 == "number")){
vErrors = fail(vErrors, instancePath+"/amount", "must be number");
errors++;
}
}
}
if(data.currency !== undefined){
let data1 = data.currency;
if(data1 === null){
notice(this, instancePath+"/currency", "is null", true);
}
else {
if(typeof data1 !== "string"){
vErrors = fail(vErrors, instancePath+"/currency", "must be string");
errors++;
}
}
}
if(data.grain !== undefined){
let data2 = data.grain;
if(data2 === null){
notice(this, instancePath+"/grain", "is null", true);
}
else {
if(typeof data2 !== "string"){
vErrors = fail(vErrors, instancePath+"/grain", "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"object","properties":{"termDuration":{"unlessNull":{"type":"string"}}},"known":{"names":["termDuration"],"patterns":[],"isStrict":false}};
const obj7 = new Set(["termDuration"]);

function validate16(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj7, false);
if(data.termDuration !== undefined){
let data0 = data.termDuration;
if(data0 === null){
notice(this, instancePath+"/termDuration", "is null", true);
}
else {
if(typeof data0 !== "string"){
vErrors = fail(vErrors, instancePath+"/termDuration", "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}

const schema10 = {"type":"object","properties":{"additionalPartnerIdsOnRecord":{"unlessNull":{"type":"array","items":{"type":"string"}}},"attestationAccepted":{"unlessNull":{"type":"boolean"}},"customTermEndDate":{"unlessNull":{"type":"string"}},"friendlyName":{"unlessNull":{"type":"string"}},"lineItemNumber":{"unlessNull":{"type":"integer"}},"links":{"unlessNull":{"$ref":"#/$defs/OrderLineItemLinks"}},"offerId":{"unlessNull":{"type":"string"}},"parentSubscriptionId":{"unlessNull":{"type":"string"}},"partnerIdOnRecord":{"unlessNull":{"type":"string"}},"pricing":{"unlessNull":{"$ref":"#/$defs/Pricing"}},"promotionId":{"unlessNull":{"type":"string"}},"provisioningContext":{"unlessNull":{"type":"object","additionalProperties":{"unlessNull":{"type":"string"}}}},"purchaseCommitment":{"unlessNull":{"$ref":"#/$defs/PurchaseCommitment"}},"quantity":{"unlessNull":{"type":"integer"}},"renewsTo":{"unlessNull":{"$ref":"#/$defs/RenewsTo"}},"subscriptionId":{"unlessNull":{"type":"string"}},"termDuration":{"unlessNull":{"type":"string"}},"transactionType":{"unlessNull":{"type":"string"}}},"known":{"names":["additionalPartnerIdsOnRecord","attestationAccepted","customTermEndDate","friendlyName","lineItemNumber","links","offerId","parentSubscriptionId","partnerIdOnRecord","pricing","promotionId","provisioningContext","purchaseCommitment","quantity","renewsTo","subscriptionId","termDuration","transactionType"],"patterns":[],"isStrict":false}};
const obj8 = new Set(["additionalPartnerIdsOnRecord","attestationAccepted","customTermEndDate","friendlyName","lineItemNumber","links","offerId","parentSubscriptionId","partnerIdOnRecord","pricing","promotionId","provisioningContext","purchaseCommitment","quantity","renewsTo","subscriptionId","termDuration","transactionType"]);

function validate17(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj8, false);
if(data.additionalPartnerIdsOnRecord !== undefined){
let data0 = data.additionalPartnerIdsOnRecord;
if(data0 === null){
notice(this, instancePath+"/additionalPartnerIdsOnRecord", "is null", true);
}
else {
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(errors >= mostFindings) break;
if(typeof data0[i0] !== "string"){
vErrors = fail(vErrors, instancePath+"/additionalPartnerIdsOnRecord/" + i0, "must be string");
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/additionalPartnerIdsOnRecord", "must be array");
errors++;
}
}
}
if(data.attestationAccepted !== undefined){
let data2 = data.attestationAccepted;
if(data2 === null){
notice(this, instancePath+"/attestationAccepted", "is null", true);
}
else {
if(typeof data2 !== "boolean"){
vErrors = fail(vErrors, instancePath+"/attestationAccepted", "must be boolean");
errors++;
}
}
}
if(data.customTermEndDate !== undefined){
let data3 = data.customTermEndDate;
if(data3 === null){
notice(this, instancePath+"/customTermEndDate", "is null", true);
}
else {
if(typeof data3 !== "string"){
vErrors = fail(vErrors, instancePath+"/customTermEndDate", "must be string");
errors++;
}
}
}
if(data.friendlyName !== undefined){
let data4 = data.friendlyName;
if(data4 === null){
notice(this, instancePath+"/friendlyName", "is null", true);
}
else {
if(typeof data4 !== "string"){
vErrors = fail(vErrors, instancePath+"/friendlyName", "must be string");
errors++;
}
}
}
if(data.lineItemNumber !== undefined){
let data5 = data.lineItemNumber;
if(data5 === null){
notice(this, instancePath+"/lineItemNumber", "is null", true);
}
else {
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
vErrors = fail(vErrors, instancePath+"/lineItemNumber", "must be integer");
errors++;
}
}
}
if(data.links !== undefined){
let data6 = data.links;
if(data6 === null){
notice(this, instancePath+"/links", "is null", true);
}
else {
if(!(validate7.call(this, data6, instancePath+"/links"))){
vErrors = vErrors === null ? validate7.errors : vErrors.concat(validate7.errors);
errors = vErrors.length;
}
}
}
if(data.offerId !== undefined){
let data7 = data.offerId;
if(data7 === null){
notice(this, instancePath+"/offerId", "is null", true);
}
else {
if(typeof data7 !== "string"){
vErrors = fail(vErrors, instancePath+"/offerId", "must be string");
errors++;
}
}
}
if(data.parentSubscriptionId !== undefined){
let data8 = data.parentSubscriptionId;
if(data8 === null){
notice(this, instancePath+"/parentSubscriptionId", "is null", true);
}
else {
if(typeof data8 !== "string"){
vErrors = fail(vErrors, instancePath+"/parentSubscriptionId", "must be string");
errors++;
}
}
}
if(data.partnerIdOnRecord !== undefined){
let data9 = data.partnerIdOnRecord;
if(data9 === null){
notice(this, instancePath+"/partnerIdOnRecord", "is null", true);
}
else {
if(typeof data9 !== "string"){
vErrors = fail(vErrors, instancePath+"/partnerIdOnRecord", "must be string");
errors++;
}
}
}
if(data.pricing !== undefined){
let data10 = data.pricing;
if(data10 === null){
notice(this, instancePath+"/pricing", "is null", true);
}
else {
if(!(validate14.call(this, data10, instancePath+"/pricing"))){
vErrors = vErrors === null ? validate14.errors : vErrors.concat(validate14.errors);
errors = vErrors.length;
}
}
}
if(data.promotionId !== undefined){
let data11 = data.promotionId;
if(data11 === null){
notice(this, instancePath+"/promotionId", "is null", true);
}
else {
if(typeof data11 !== "string"){
vErrors = fail(vErrors, instancePath+"/promotionId", "must be string");
errors++;
}
}
}
if(data.provisioningContext !== undefined){
let data12 = data.provisioningContext;
if(data12 === null){
notice(this, instancePath+"/provisioningContext", "is null", true);
}
else {
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key0 in data12){
if(errors >= mostFindings) break;
let data13 = data12[key0];
if(data13 === null){
notice(this, instancePath+"/provisioningContext/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "is null", true);
}
else {
if(typeof data13 !== "string"){
vErrors = fail(vErrors, instancePath+"/provisioningContext/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/provisioningContext", "must be object");
errors++;
}
}
}
if(data.purchaseCommitment !== undefined){
let data14 = data.purchaseCommitment;
if(data14 === null){
notice(this, instancePath+"/purchaseCommitment", "is null", true);
}
else {
if(!(validate15.call(this, data14, instancePath+"/purchaseCommitment"))){
vErrors = vErrors === null ? validate15.errors : vErrors.concat(validate15.errors);
errors = vErrors.length;
}
}
}
if(data.quantity !== undefined){
let data15 = data.quantity;
if(data15 === null){
notice(this, instancePath+"/quantity", "is null", true);
}
else {
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
vErrors = fail(vErrors, instancePath+"/quantity", "must be integer");
errors++;
}
}
}
if(data.renewsTo !== undefined){
let data16 = data.renewsTo;
if(data16 === null){
notice(this, instancePath+"/renewsTo", "is null", true);
}
else {
if(!(validate16.call(this, data16, instancePath+"/renewsTo"))){
vErrors = vErrors === null ? validate16.errors : vErrors.concat(validate16.errors);
errors = vErrors.length;
}
}
}
if(data.subscriptionId !== undefined){
let data17 = data.subscriptionId;
if(data17 === null){
notice(this, instancePath+"/subscriptionId", "is null", true);
}
else {
if(typeof data17 !== "string"){
vErrors = fail(vErrors, instancePath+"/subscriptionId", "must be string");
errors++;
}
}
}
if(data.termDuration !== undefined){
let data18 = data.termDuration;
if(data18 === null){
notice(this, instancePath+"/termDuration", "is null", true);
}
else {
if(typeof data18 !== "string"){
vErrors = fail(vErrors, instancePath+"/termDuration", "must be string");
errors++;
}
}
}
if(data.transactionType !== undefined){
let data19 = data.transactionType;
if(data19 === null){
notice(this, instancePath+"/transactionType", "is null", true);
}
else {
if(typeof data19 !== "string"){
vErrors = fail(vErrors, instancePath+"/transactionType", "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}

const schema11 = {"type":"object","properties":{"patchOperation":{"unlessNull":{"$ref":"#/$defs/Link"}},"provisioningStatus":{"unlessNull":{"$ref":"#/$defs/Link"}},"self":{"unlessNull":{"$ref":"#/$defs/Link"}}},"known":{"names":["patchOperation","provisioningStatus","self"],"patterns":[],"isStrict":false}};
const obj9 = new Set(["patchOperation","provisioningStatus","self"]);

function validate22(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj9, false);
if(data.patchOperation !== undefined){
let data0 = data.patchOperation;
if(data0 === null){
notice(this, instancePath+"/patchOperation", "is null", true);
}
else {
if(!(validate5.call(this, data0, instancePath+"/patchOperation"))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
}
}
if(data.provisioningStatus !== undefined){
let data1 = data.provisioningStatus;
if(data1 === null){
notice(this, instancePath+"/provisioningStatus", "is null", true);
}
else {
if(!(validate5.call(this, data1, instancePath+"/provisioningStatus"))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
}
}
if(data.self !== undefined){
let data2 = data.self;
if(data2 === null){
notice(this, instancePath+"/self", "is null", true);
}
else {
if(!(validate5.call(this, data2, instancePath+"/self"))){
vErrors = vErrors === null ? validate5.errors : vErrors.concat(validate5.errors);
errors = vErrors.length;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

const schema12 = {"type":"string","listed":["cancelled","completed","error","partial_success","pending","pending_po_upload","pending_review","po_review_rejected","po_upload_complete","suspended","unknown"]};

function validate26(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(data !== "cancelled" && data !== "completed" && data !== "error" && data !== "partial_success" && data !== "pending" && data !== "pending_po_upload" && data !== "pending_review" && data !== "po_review_rejected" && data !== "po_upload_complete" && data !== "suspended" && data !== "unknown"){
notice(this, instancePath, "is not among the listed values", true);
}
}
else {
vErrors = fail(vErrors, instancePath, "must be string");
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}

const schema13 = {"type":"object","properties":{"alternateId":{"unlessNull":{"type":"string"}},"attributes":{"unlessNull":{"$ref":"#/$defs/ResourceAttributes"}},"billingCycle":{"unlessNull":{"$ref":"#/$defs/BillingCycle"}},"client":{"unlessNull":{"$ref":"#/$defs/ClientContext"}},"creationDate":{"unlessNull":{"type":"string"}},"currencyCode":{"unlessNull":{"type":"string"}},"currencySymbol":{"unlessNull":{"type":"string"}},"id":{"unlessNull":{"type":"string"}},"lineItems":{"unlessNull":{"type":"array","items":{"$ref":"#/$defs/OrderLineItem"}}},"links":{"unlessNull":{"$ref":"#/$defs/OrderLinks"}},"referenceCustomerId":{"unlessNull":{"type":"string"}},"status":{"unlessNull":{"$ref":"#/$defs/OrderStatus"}},"totalPrice":{"unlessNull":{"type":"number"}},"transactionType":{"unlessNull":{"type":"string"}}},"known":{"names":["alternateId","attributes","billingCycle","client","creationDate","currencyCode","currencySymbol","id","lineItems","links","referenceCustomerId","status","totalPrice","transactionType"],"patterns":[],"isStrict":false}};
const obj10 = new Set(["alternateId","attributes","billingCycle","client","creationDate","currencyCode","currencySymbol","id","lineItems","links","referenceCustomerId","status","totalPrice","transactionType"]);

function validate27(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
noticeUnknown(this, instancePath, data, obj10, false);
if(data.alternateId !== undefined){
let data0 = data.alternateId;
if(data0 === null){
notice(this, instancePath+"/alternateId", "is null", true);
}
else {
if(typeof data0 !== "string"){
vErrors = fail(vErrors, instancePath+"/alternateId", "must be string");
errors++;
}
}
}
if(data.attributes !== undefined){
let data1 = data.attributes;
if(data1 === null){
notice(this, instancePath+"/attributes", "is null", true);
}
else {
if(!(validate1.call(this, data1, instancePath+"/attributes"))){
vErrors = vErrors === null ? validate1.errors : vErrors.concat(validate1.errors);
errors = vErrors.length;
}
}
}
if(data.billingCycle !== undefined){
let data2 = data.billingCycle;
if(data2 === null){
notice(this, instancePath+"/billingCycle", "is null", true);
}
else {
if(!(validate2.call(this, data2, instancePath+"/billingCycle"))){
vErrors = vErrors === null ? validate2.errors : vErrors.concat(validate2.errors);
errors = vErrors.length;
}
}
}
if(data.client !== undefined){
let data3 = data.client;
if(data3 === null){
notice(this, instancePath+"/client", "is null", true);
}
else {
if(!(validate3.call(this, data3, instancePath+"/client"))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
}
if(data.creationDate !== undefined){
let data4 = data.creationDate;
if(data4 === null){
notice(this, instancePath+"/creationDate", "is null", true);
}
else {
if(typeof data4 !== "string"){
vErrors = fail(vErrors, instancePath+"/creationDate", "must be string");
errors++;
}
}
}
if(data.currencyCode !== undefined){
let data5 = data.currencyCode;
if(data5 === null){
notice(this, instancePath+"/currencyCode", "is null", true);
}
else {
if(typeof data5 !== "string"){
vErrors = fail(vErrors, instancePath+"/currencyCode", "must be string");
errors++;
}
}
}
if(data.currencySymbol !== undefined){
let data6 = data.currencySymbol;
if(data6 === null){
notice(this, instancePath+"/currencySymbol", "is null", true);
}
else {
if(typeof data6 !== "string"){
vErrors = fail(vErrors, instancePath+"/currencySymbol", "must be string");
errors++;
}
}
}
if(data.id !== undefined){
let data7 = data.id;
if(data7 === null){
notice(this, instancePath+"/id", "is null", true);
}
else {
if(typeof data7 !== "string"){
vErrors = fail(vErrors, instancePath+"/id", "must be string");
errors++;
}
}
}
if(data.lineItems !== undefined){
let data8 = data.lineItems;
if(data8 === null){
notice(this, instancePath+"/lineItems", "is null", true);
}
else {
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(errors >= mostFindings) break;
if(!(validate17.call(this, data8[i0], instancePath+"/lineItems/" + i0))){
vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
errors = vErrors.length;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/lineItems", "must be array");
errors++;
}
}
}
if(data.links !== undefined){
let data10 = data.links;
if(data10 === null){
notice(this, instancePath+"/links", "is null", true);
}
else {
if(!(validate22.call(this, data10, instancePath+"/links"))){
vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
errors = vErrors.length;
}
}
}
if(data.referenceCustomerId !== undefined){
let data11 = data.referenceCustomerId;
if(data11 === null){
notice(this, instancePath+"/referenceCustomerId", "is null", true);
}
else {
if(typeof data11 !== "string"){
vErrors = fail(vErrors, instancePath+"/referenceCustomerId", "must be string");
errors++;
}
}
}
if(data.status !== undefined){
let data12 = data.status;
if(data12 === null){
notice(this, instancePath+"/status", "is null", true);
}
else {
if(!(validate26.call(this, data12, instancePath+"/status"))){
vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
errors = vErrors.length;
}
}
}
if(data.totalPrice !== undefined){
let data13 = data.totalPrice;
if(data13 === null){
notice(this, instancePath+"/totalPrice", "is null", true);
}
else {
if(!(typeof data13 == "number")){
vErrors = fail(vErrors, instancePath+"/totalPrice", "must be number");
errors++;
}
}
}
if(data.transactionType !== undefined){
let data14 = data.transactionType;
if(data14 === null){
notice(this, instancePath+"/transactionType", "is null", true);
}
else {
if(typeof data14 !== "string"){
vErrors = fail(vErrors, instancePath+"/transactionType", "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

const schema14 = {"type":"object","properties":{"code":{"unlessNull":{"type":["string","integer"]}},"description":{"unlessNull":{"type":"string"}},"data":{"unlessNull":{"type":"array","items":{"type":"string"}}},"source":{"unlessNull":{"type":"string"}},"message":{"unlessNull":{"type":"string"}},"statusCode":{"unlessNull":{"type":"integer"}},"activityId":{"unlessNull":{"type":"string"}},"errorName":{"unlessNull":{"type":"string"}},"isRetryable":{"unlessNull":{"type":"boolean"}},"parameters":{"unlessNull":{"type":"object"}},"errorMessageExtended":{"unlessNull":{"type":"string"}}}};

function validate34(data, instancePath=""){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.code !== undefined){
let data0 = data.code;
if(data0 === null){
notice(this, instancePath+"/code", "is null", true);
}
else {
if((typeof data0 !== "string") && (!((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))))){
vErrors = fail(vErrors, instancePath+"/code", "must be string or integer");
errors++;
}
}
}
if(data.description !== undefined){
let data1 = data.description;
if(data1 === null){
notice(this, instancePath+"/description", "is null", true);
}
else {
if(typeof data1 !== "string"){
vErrors = fail(vErrors, instancePath+"/description", "must be string");
errors++;
}
}
}
if(data.data !== undefined){
let data2 = data.data;
if(data2 === null){
notice(this, instancePath+"/data", "is null", true);
}
else {
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(errors >= mostFindings) break;
if(typeof data2[i0] !== "string"){
vErrors = fail(vErrors, instancePath+"/data/" + i0, "must be string");
errors++;
}
}
}
else {
vErrors = fail(vErrors, instancePath+"/data", "must be array");
errors++;
}
}
}
if(data.source !== undefined){
let data4 = data.source;
if(data4 === null){
notice(this, instancePath+"/source", "is null", true);
}
else {
if(typeof data4 !== "string"){
vErrors = fail(vErrors, instancePath+"/source", "must be string");
errors++;
}
}
}
if(data.message !== undefined){
let data5 = data.message;
if(data5 === null){
notice(this, instancePath+"/message", "is null", true);
}
else {
if(typeof data5 !== "string"){
vErrors = fail(vErrors, instancePath+"/message", "must be string");
errors++;
}
}
}
if(data.statusCode !== undefined){
let data6 = data.statusCode;
if(data6 === null){
notice(this, instancePath+"/statusCode", "is null", true);
}
else {
if(!((typeof data6 == "number") && (!(data6 % 1) && !isNaN(data6)))){
vErrors = fail(vErrors, instancePath+"/statusCode", "must be integer");
errors++;
}
}
}
if(data.activityId !== undefined){
let data7 = data.activityId;
if(data7 === null){
notice(this, instancePath+"/activityId", "is null", true);
}
else {
if(typeof data7 !== "string"){
vErrors = fail(vErrors, instancePath+"/activityId", "must be string");
errors++;
}
}
}
if(data.errorName !== undefined){
let data8 = data.errorName;
if(data8 === null){
notice(this, instancePath+"/errorName", "is null", true);
}
else {
if(typeof data8 !== "string"){
vErrors = fail(vErrors, instancePath+"/errorName", "must be string");
errors++;
}
}
}
if(data.isRetryable !== undefined){
let data9 = data.isRetryable;
if(data9 === null){
notice(this, instancePath+"/isRetryable", "is null", true);
}
else {
if(typeof data9 !== "boolean"){
vErrors = fail(vErrors, instancePath+"/isRetryable", "must be boolean");
errors++;
}
}
}
if(data.parameters !== undefined){
let data10 = data.parameters;
if(data10 === null){
notice(this, instancePath+"/parameters", "is null", true);
}
else {
if(!(data10 && typeof data10 == "object" && !Array.isArray(data10))){
vErrors = fail(vErrors, instancePath+"/parameters", "must be object");
errors++;
}
}
}
if(data.errorMessageExtended !== undefined){
let data11 = data.errorMessageExtended;
if(data11 === null){
notice(this, instancePath+"/errorMessageExtended", "is null", true);
}
else {
if(typeof data11 !== "string"){
vErrors = fail(vErrors, instancePath+"/errorMessageExtended", "must be string");
errors++;
}
}
}
}
else {
vErrors = fail(vErrors, instancePath, "must be object");
errors++;
}
validate34.errors = vErrors;
return errors === 0;
}

/** The validator of each schema by its name. */
export const schemaValidators: { readonly [Name in keyof SchemaTypes]: Validator } = {
  "ResourceAttributes": validate1,
  "BillingCycle": validate2,
  "ClientContext": validate3,
  "KeyValuePair": validate4,
  "Link": validate5,
  "OrderLineItemLinks": validate7,
  "Pricing": validate14,
  "PurchaseCommitment": validate15,
  "RenewsTo": validate16,
  "OrderLineItem": validate17,
  "OrderLinks": validate22,
  "OrderStatus": validate26,
  "Order": validate27,
  "ApiFault": validate34,
};

/** The validator of each success that has a body, by operation and by its status in the contract. */
export const responseValidators: Readonly<Record<string, Readonly<Record<string, Validator>>>> = {
  "getOrder": { "200": validate27 },
};
