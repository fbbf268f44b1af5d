// @ts-nocheck
/**
 * Compiled from the contract in spec/ by scripts/generate-validators.ts, with AJV. Do not edit:
 * change the contract and run `npm run generate`.
 */
import type { Validator } from "./validator.ts";

export const validateGetOrder: Validator = validate22;
const schema7 = {"type":"object","properties":{"alternateId":{"type":"string"},"attributes":{"$ref":"#/$defs/ResourceAttributes"},"billingCycle":{"$ref":"#/$defs/BillingCycle"},"client":{"$ref":"#/$defs/ClientContext"},"creationDate":{"type":"string"},"currencyCode":{"type":"string"},"currencySymbol":{"type":"string"},"id":{"type":"string"},"lineItems":{"type":"array","items":{"$ref":"#/$defs/OrderLineItem"}},"links":{"$ref":"#/$defs/OrderLinks"},"referenceCustomerId":{"type":"string"},"status":{"$ref":"#/$defs/OrderStatus"},"totalPrice":{"type":"number"},"transactionType":{"type":"string"}},"additionalProperties":false};
const func2 = Object.prototype.hasOwnProperty;
const schema8 = {"type":"object","properties":{"etag":{"type":"string"},"objectType":{"type":"string"}},"additionalProperties":false};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "etag") || (key0 === "objectType"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.etag !== undefined){
if(typeof data.etag !== "string"){
const err1 = {instancePath:instancePath+"/etag",schemaPath:"#/properties/etag/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.objectType !== undefined){
if(typeof data.objectType !== "string"){
const err2 = {instancePath:instancePath+"/objectType",schemaPath:"#/properties/objectType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"string","listed":["annual","monthly","none","one_time","triennial","unknown"]};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!(data === "annual" || data === "monthly" || data === "none" || data === "one_time" || data === "triennial" || data === "unknown")){
const err0 = {instancePath,schemaPath:"#/listed",keyword:"listed",params:{}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema10 = {"type":"object","properties":{"deviceFamily":{"type":"string"},"marketplaceCountry":{"type":"string"},"name":{"type":"string"}},"additionalProperties":false};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "deviceFamily") || (key0 === "marketplaceCountry")) || (key0 === "name"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.deviceFamily !== undefined){
if(typeof data.deviceFamily !== "string"){
const err1 = {instancePath:instancePath+"/deviceFamily",schemaPath:"#/properties/deviceFamily/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.marketplaceCountry !== undefined){
if(typeof data.marketplaceCountry !== "string"){
const err2 = {instancePath:instancePath+"/marketplaceCountry",schemaPath:"#/properties/marketplaceCountry/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.name !== undefined){
if(typeof data.name !== "string"){
const err3 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}

const schema11 = {"type":"object","properties":{"additionalPartnerIdsOnRecord":{"type":"array","items":{"type":"string"}},"attestationAccepted":{"type":"boolean"},"customTermEndDate":{"type":"string"},"friendlyName":{"type":"string"},"lineItemNumber":{"type":"integer"},"links":{"$ref":"#/$defs/OrderLineItemLinks"},"offerId":{"type":"string"},"parentSubscriptionId":{"type":"string"},"partnerIdOnRecord":{"type":"string"},"pricing":{"$ref":"#/$defs/Pricing"},"promotionId":{"type":"string"},"provisioningContext":{"type":"object","additionalProperties":{"type":"string"}},"purchaseCommitment":{"$ref":"#/$defs/PurchaseCommitment"},"quantity":{"type":"integer"},"renewsTo":{"$ref":"#/$defs/RenewsTo"},"subscriptionId":{"type":"string"},"termDuration":{"type":"string"},"transactionType":{"type":"string"}},"additionalProperties":false};
const schema12 = {"type":"object","properties":{"activationLinks":{"$ref":"#/$defs/Link"},"availability":{"$ref":"#/$defs/Link"},"product":{"$ref":"#/$defs/Link"},"provisioningStatus":{"$ref":"#/$defs/Link"},"sku":{"$ref":"#/$defs/Link"},"subscription":{"$ref":"#/$defs/Link"}},"additionalProperties":false};
const schema13 = {"type":"object","properties":{"body":{"type":"string"},"headers":{"type":"array","items":{"$ref":"#/$defs/KeyValuePair"}},"method":{"type":"string"},"uri":{"type":"string"}},"additionalProperties":false};
const schema14 = {"type":"object","properties":{"key":{"type":"string"},"value":{"type":"string"}},"additionalProperties":false};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((key0 === "key") || (key0 === "value"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.key !== undefined){
if(typeof data.key !== "string"){
const err1 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.value !== undefined){
if(typeof data.value !== "string"){
const err2 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((key0 === "body") || (key0 === "headers")) || (key0 === "method")) || (key0 === "uri"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.body !== undefined){
if(typeof data.body !== "string"){
const err1 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.headers !== undefined){
let data1 = data.headers;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(!(validate32(data1[i0], {instancePath:instancePath+"/headers/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err2 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.method !== undefined){
if(typeof data.method !== "string"){
const err3 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.uri !== undefined){
if(typeof data.uri !== "string"){
const err4 = {instancePath:instancePath+"/uri",schemaPath:"#/properties/uri/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!((((((key0 === "activationLinks") || (key0 === "availability")) || (key0 === "product")) || (key0 === "provisioningStatus")) || (key0 === "sku")) || (key0 === "subscription"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.activationLinks !== undefined){
if(!(validate31(data.activationLinks, {instancePath:instancePath+"/activationLinks",parentData:data,parentDataProperty:"activationLinks",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.availability !== undefined){
if(!(validate31(data.availability, {instancePath:instancePath+"/availability",parentData:data,parentDataProperty:"availability",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.product !== undefined){
if(!(validate31(data.product, {instancePath:instancePath+"/product",parentData:data,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.provisioningStatus !== undefined){
if(!(validate31(data.provisioningStatus, {instancePath:instancePath+"/provisioningStatus",parentData:data,parentDataProperty:"provisioningStatus",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.sku !== undefined){
if(!(validate31(data.sku, {instancePath:instancePath+"/sku",parentData:data,parentDataProperty:"sku",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.subscription !== undefined){
if(!(validate31(data.subscription, {instancePath:instancePath+"/subscription",parentData:data,parentDataProperty:"subscription",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

const schema15 = {"type":"object","properties":{"discountedPrice":{"type":"number"},"extendedPrice":{"type":"number"},"listPrice":{"type":"number"},"price":{"type":"number"},"proratedPrice":{"type":"number"}},"additionalProperties":false};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((((key0 === "discountedPrice") || (key0 === "extendedPrice")) || (key0 === "listPrice")) || (key0 === "price")) || (key0 === "proratedPrice"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.discountedPrice !== undefined){
if(!(typeof data.discountedPrice == "number")){
const err1 = {instancePath:instancePath+"/discountedPrice",schemaPath:"#/properties/discountedPrice/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.extendedPrice !== undefined){
if(!(typeof data.extendedPrice == "number")){
const err2 = {instancePath:instancePath+"/extendedPrice",schemaPath:"#/properties/extendedPrice/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.listPrice !== undefined){
if(!(typeof data.listPrice == "number")){
const err3 = {instancePath:instancePath+"/listPrice",schemaPath:"#/properties/listPrice/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.price !== undefined){
if(!(typeof data.price == "number")){
const err4 = {instancePath:instancePath+"/price",schemaPath:"#/properties/price/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.proratedPrice !== undefined){
if(!(typeof data.proratedPrice == "number")){
const err5 = {instancePath:instancePath+"/proratedPrice",schemaPath:"#/properties/proratedPrice/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate41.errors = vErrors;
return errors === 0;
}

const schema16 = {"type":"object","properties":{"amount":{"type":"number"},"currency":{"type":"string"},"grain":{"type":"string"}},"additionalProperties":false};

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "amount") || (key0 === "currency")) || (key0 === "grain"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.amount !== undefined){
if(!(typeof data.amount == "number")){
const err1 = {instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.currency !== undefined){
if(typeof data.currency !== "string"){
const err2 = {instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.grain !== undefined){
if(typeof data.grain !== "string"){
const err3 = {instancePath:instancePath+"/grain",schemaPath:"#/properties/grain/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate43.errors = vErrors;
return errors === 0;
}

const schema17 = {"type":"object","properties":{"termDuration":{"type":"string"}},"additionalProperties":false};

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(key0 === "termDuration")){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.termDuration !== undefined){
if(typeof data.termDuration !== "string"){
const err1 = {instancePath:instancePath+"/termDuration",schemaPath:"#/properties/termDuration/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
validate45.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema11.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.additionalPartnerIdsOnRecord !== undefined){
let data0 = data.additionalPartnerIdsOnRecord;
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(typeof data0[i0] !== "string"){
const err1 = {instancePath:instancePath+"/additionalPartnerIdsOnRecord/" + i0,schemaPath:"#/properties/additionalPartnerIdsOnRecord/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
else {
const err2 = {instancePath:instancePath+"/additionalPartnerIdsOnRecord",schemaPath:"#/properties/additionalPartnerIdsOnRecord/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.attestationAccepted !== undefined){
if(typeof data.attestationAccepted !== "boolean"){
const err3 = {instancePath:instancePath+"/attestationAccepted",schemaPath:"#/properties/attestationAccepted/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.customTermEndDate !== undefined){
if(typeof data.customTermEndDate !== "string"){
const err4 = {instancePath:instancePath+"/customTermEndDate",schemaPath:"#/properties/customTermEndDate/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.friendlyName !== undefined){
if(typeof data.friendlyName !== "string"){
const err5 = {instancePath:instancePath+"/friendlyName",schemaPath:"#/properties/friendlyName/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.lineItemNumber !== undefined){
let data5 = data.lineItemNumber;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err6 = {instancePath:instancePath+"/lineItemNumber",schemaPath:"#/properties/lineItemNumber/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.links !== undefined){
if(!(validate30(data.links, {instancePath:instancePath+"/links",parentData:data,parentDataProperty:"links",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
if(data.offerId !== undefined){
if(typeof data.offerId !== "string"){
const err7 = {instancePath:instancePath+"/offerId",schemaPath:"#/properties/offerId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.parentSubscriptionId !== undefined){
if(typeof data.parentSubscriptionId !== "string"){
const err8 = {instancePath:instancePath+"/parentSubscriptionId",schemaPath:"#/properties/parentSubscriptionId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.partnerIdOnRecord !== undefined){
if(typeof data.partnerIdOnRecord !== "string"){
const err9 = {instancePath:instancePath+"/partnerIdOnRecord",schemaPath:"#/properties/partnerIdOnRecord/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.pricing !== undefined){
if(!(validate41(data.pricing, {instancePath:instancePath+"/pricing",parentData:data,parentDataProperty:"pricing",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
if(data.promotionId !== undefined){
if(typeof data.promotionId !== "string"){
const err10 = {instancePath:instancePath+"/promotionId",schemaPath:"#/properties/promotionId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
if(data.provisioningContext !== undefined){
let data12 = data.provisioningContext;
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
if(typeof data12[key1] !== "string"){
const err11 = {instancePath:instancePath+"/provisioningContext/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/provisioningContext/additionalProperties/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath:instancePath+"/provisioningContext",schemaPath:"#/properties/provisioningContext/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data.purchaseCommitment !== undefined){
if(!(validate43(data.purchaseCommitment, {instancePath:instancePath+"/purchaseCommitment",parentData:data,parentDataProperty:"purchaseCommitment",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
if(data.quantity !== undefined){
let data15 = data.quantity;
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err13 = {instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data.renewsTo !== undefined){
if(!(validate45(data.renewsTo, {instancePath:instancePath+"/renewsTo",parentData:data,parentDataProperty:"renewsTo",rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
if(data.subscriptionId !== undefined){
if(typeof data.subscriptionId !== "string"){
const err14 = {instancePath:instancePath+"/subscriptionId",schemaPath:"#/properties/subscriptionId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
if(data.termDuration !== undefined){
if(typeof data.termDuration !== "string"){
const err15 = {instancePath:instancePath+"/termDuration",schemaPath:"#/properties/termDuration/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data.transactionType !== undefined){
if(typeof data.transactionType !== "string"){
const err16 = {instancePath:instancePath+"/transactionType",schemaPath:"#/properties/transactionType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"object","properties":{"patchOperation":{"$ref":"#/$defs/Link"},"provisioningStatus":{"$ref":"#/$defs/Link"},"self":{"$ref":"#/$defs/Link"}},"additionalProperties":false};

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(((key0 === "patchOperation") || (key0 === "provisioningStatus")) || (key0 === "self"))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.patchOperation !== undefined){
if(!(validate31(data.patchOperation, {instancePath:instancePath+"/patchOperation",parentData:data,parentDataProperty:"patchOperation",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.provisioningStatus !== undefined){
if(!(validate31(data.provisioningStatus, {instancePath:instancePath+"/provisioningStatus",parentData:data,parentDataProperty:"provisioningStatus",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
if(data.self !== undefined){
if(!(validate31(data.self, {instancePath:instancePath+"/self",parentData:data,parentDataProperty:"self",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate48.errors = vErrors;
return errors === 0;
}

const schema19 = {"type":"string","listed":["cancelled","completed","error","partial_success","pending","pending_po_upload","pending_review","po_review_rejected","po_upload_complete","suspended","unknown"]};

function validate53(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(!(data === "cancelled" || data === "completed" || data === "error" || data === "partial_success" || data === "pending" || data === "pending_po_upload" || data === "pending_review" || data === "po_review_rejected" || data === "po_upload_complete" || data === "suspended" || data === "unknown")){
const err0 = {instancePath,schemaPath:"#/listed",keyword:"listed",params:{}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate53.errors = vErrors;
return errors === 0;
}


function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(!(func2.call(schema7.properties, key0))){
const err0 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.alternateId !== undefined){
if(typeof data.alternateId !== "string"){
const err1 = {instancePath:instancePath+"/alternateId",schemaPath:"#/properties/alternateId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.attributes !== undefined){
if(!(validate23(data.attributes, {instancePath:instancePath+"/attributes",parentData:data,parentDataProperty:"attributes",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
if(data.billingCycle !== undefined){
if(!(validate25(data.billingCycle, {instancePath:instancePath+"/billingCycle",parentData:data,parentDataProperty:"billingCycle",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
if(data.client !== undefined){
if(!(validate27(data.client, {instancePath:instancePath+"/client",parentData:data,parentDataProperty:"client",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
if(data.creationDate !== undefined){
if(typeof data.creationDate !== "string"){
const err2 = {instancePath:instancePath+"/creationDate",schemaPath:"#/properties/creationDate/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.currencyCode !== undefined){
if(typeof data.currencyCode !== "string"){
const err3 = {instancePath:instancePath+"/currencyCode",schemaPath:"#/properties/currencyCode/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.currencySymbol !== undefined){
if(typeof data.currencySymbol !== "string"){
const err4 = {instancePath:instancePath+"/currencySymbol",schemaPath:"#/properties/currencySymbol/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.id !== undefined){
if(typeof data.id !== "string"){
const err5 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.lineItems !== undefined){
let data8 = data.lineItems;
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(!(validate29(data8[i0], {instancePath:instancePath+"/lineItems/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/lineItems",schemaPath:"#/properties/lineItems/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.links !== undefined){
if(!(validate48(data.links, {instancePath:instancePath+"/links",parentData:data,parentDataProperty:"links",rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
if(data.referenceCustomerId !== undefined){
if(typeof data.referenceCustomerId !== "string"){
const err7 = {instancePath:instancePath+"/referenceCustomerId",schemaPath:"#/properties/referenceCustomerId/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.status !== undefined){
if(!(validate53(data.status, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
if(data.totalPrice !== undefined){
if(!(typeof data.totalPrice == "number")){
const err8 = {instancePath:instancePath+"/totalPrice",schemaPath:"#/properties/totalPrice/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.transactionType !== undefined){
if(typeof data.transactionType !== "string"){
const err9 = {instancePath:instancePath+"/transactionType",schemaPath:"#/properties/transactionType/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
