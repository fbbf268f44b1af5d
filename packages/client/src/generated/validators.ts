// @ts-nocheck
/**
 * Compiled from the contract in spec/ by packages/client/generate/, with AJV. Do not edit: change the
 * contract and run `npm run generate`.
 */

/** How many findings there are at most: a body that has more is wrong as a whole. */
export const mostFindings = 100;

/** What a compiled validator reports about one place, in AJV's terms. */
export interface ValidatorError {
  /** JSON pointer to the value. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Takes what is not a violation, but worth a notice. */
export interface NoticeTaker {
  /** Of a value, or of its property of that name. */
  notice(pointer: string, message: string, property?: string): void;
}

/** A compiled validator: tells whether a value fits, and leaves what does not in `errors`. */
export interface Validator {
  (this: NoticeTaker, value: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
}

export const validateGetOrder: Validator = validate22;
const schema7 = {"type":"object","properties":{"alternateId":{"unlessNull":{"type":"string"}},"attributes":{"unlessNull":{"$ref":"#/$defs/ResourceAttributes"}},"billingCycle":{"unlessNull":{"$ref":"#/$defs/BillingCycle"}},"client":{"unlessNull":{"$ref":"#/$defs/ClientContext"}},"creationDate":{"unlessNull":{"type":"string"}},"currencyCode":{"unlessNull":{"type":"string"}},"currencySymbol":{"unlessNull":{"type":"string"}},"id":{"unlessNull":{"type":"string"}},"lineItems":{"unlessNull":{"type":"array","items":{"$ref":"#/$defs/OrderLineItem"}}},"links":{"unlessNull":{"$ref":"#/$defs/OrderLinks"}},"referenceCustomerId":{"unlessNull":{"type":"string"}},"status":{"unlessNull":{"$ref":"#/$defs/OrderStatus"}},"totalPrice":{"unlessNull":{"type":"number"}},"transactionType":{"unlessNull":{"type":"string"}}},"known":["alternateId","attributes","billingCycle","client","creationDate","currencyCode","currencySymbol","id","lineItems","links","referenceCustomerId","status","totalPrice","transactionType"]};
const schema8 = {"type":"object","properties":{"etag":{"unlessNull":{"type":"string"}},"objectType":{"unlessNull":{"type":"string"}}},"known":["etag","objectType"]};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "etag" && key0 !== "objectType"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.etag !== undefined){
let data0 = data.etag;
if(data0 === null){
this.notice(instancePath+"/etag", "is null");
}
else {
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/etag",schemaPath:"#/properties/etag/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.objectType !== undefined){
let data1 = data.objectType;
if(data1 === null){
this.notice(instancePath+"/objectType", "is null");
}
else {
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/objectType",schemaPath:"#/properties/objectType/unlessNull/type",keyword:"type",params:{type: "string"}};
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
validate23.errors = vErrors;
return errors === 0;
}

const schema9 = {"type":"string","listed":["annual","monthly","none","one_time","triennial","unknown"]};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(typeof data === "string"){
if(data !== "annual" && data !== "monthly" && data !== "none" && data !== "one_time" && data !== "triennial" && data !== "unknown"){
this.notice(instancePath, "is not among the listed values");
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}

const schema10 = {"type":"object","properties":{"deviceFamily":{"unlessNull":{"type":"string"}},"marketplaceCountry":{"unlessNull":{"type":"string"}},"name":{"unlessNull":{"type":"string"}}},"known":["deviceFamily","marketplaceCountry","name"]};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "deviceFamily" && key0 !== "marketplaceCountry" && key0 !== "name"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.deviceFamily !== undefined){
let data0 = data.deviceFamily;
if(data0 === null){
this.notice(instancePath+"/deviceFamily", "is null");
}
else {
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/deviceFamily",schemaPath:"#/properties/deviceFamily/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.marketplaceCountry !== undefined){
let data1 = data.marketplaceCountry;
if(data1 === null){
this.notice(instancePath+"/marketplaceCountry", "is null");
}
else {
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/marketplaceCountry",schemaPath:"#/properties/marketplaceCountry/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.name !== undefined){
let data2 = data.name;
if(data2 === null){
this.notice(instancePath+"/name", "is null");
}
else {
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/name",schemaPath:"#/properties/name/unlessNull/type",keyword:"type",params:{type: "string"}};
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
validate27.errors = vErrors;
return errors === 0;
}

const schema11 = {"type":"object","properties":{"additionalPartnerIdsOnRecord":{"unlessNull":{"type":"array","items":{"type":"string"}}},"attestationAccepted":{"unlessNull":{"type":"boolean"}},"customTermEndDate":{"unlessNull":{"type":"string"}},"friendlyName":{"unlessNull":{"type":"string"}},"lineItemNumber":{"unlessNull":{"type":"integer"}},"links":{"unlessNull":{"$ref":"#/$defs/OrderLineItemLinks"}},"offerId":{"unlessNull":{"type":"string"}},"parentSubscriptionId":{"unlessNull":{"type":"string"}},"partnerIdOnRecord":{"unlessNull":{"type":"string"}},"pricing":{"unlessNull":{"$ref":"#/$defs/Pricing"}},"promotionId":{"unlessNull":{"type":"string"}},"provisioningContext":{"unlessNull":{"type":"object","additionalProperties":{"unlessNull":{"type":"string"}}}},"purchaseCommitment":{"unlessNull":{"$ref":"#/$defs/PurchaseCommitment"}},"quantity":{"unlessNull":{"type":"integer"}},"renewsTo":{"unlessNull":{"$ref":"#/$defs/RenewsTo"}},"subscriptionId":{"unlessNull":{"type":"string"}},"termDuration":{"unlessNull":{"type":"string"}},"transactionType":{"unlessNull":{"type":"string"}}},"known":["additionalPartnerIdsOnRecord","attestationAccepted","customTermEndDate","friendlyName","lineItemNumber","links","offerId","parentSubscriptionId","partnerIdOnRecord","pricing","promotionId","provisioningContext","purchaseCommitment","quantity","renewsTo","subscriptionId","termDuration","transactionType"]};
const schema12 = {"type":"object","properties":{"activationLinks":{"unlessNull":{"$ref":"#/$defs/Link"}},"availability":{"unlessNull":{"$ref":"#/$defs/Link"}},"product":{"unlessNull":{"$ref":"#/$defs/Link"}},"provisioningStatus":{"unlessNull":{"$ref":"#/$defs/Link"}},"sku":{"unlessNull":{"$ref":"#/$defs/Link"}},"subscription":{"unlessNull":{"$ref":"#/$defs/Link"}}},"known":["activationLinks","availability","product","provisioningStatus","sku","subscription"]};
const schema13 = {"type":"object","properties":{"body":{"unlessNull":{"type":"string"}},"headers":{"unlessNull":{"type":"array","items":{"$ref":"#/$defs/KeyValuePair"}}},"method":{"unlessNull":{"type":"string"}},"uri":{"unlessNull":{"type":"string"}}},"known":["body","headers","method","uri"]};
const schema14 = {"type":"object","properties":{"key":{"unlessNull":{"type":"string"}},"value":{"unlessNull":{"type":"string"}}},"known":["key","value"]};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "key" && key0 !== "value"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.key !== undefined){
let data0 = data.key;
if(data0 === null){
this.notice(instancePath+"/key", "is null");
}
else {
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/key",schemaPath:"#/properties/key/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.value !== undefined){
let data1 = data.value;
if(data1 === null){
this.notice(instancePath+"/value", "is null");
}
else {
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/value",schemaPath:"#/properties/value/unlessNull/type",keyword:"type",params:{type: "string"}};
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
validate32.errors = vErrors;
return errors === 0;
}


function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "body" && key0 !== "headers" && key0 !== "method" && key0 !== "uri"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.body !== undefined){
let data0 = data.body;
if(data0 === null){
this.notice(instancePath+"/body", "is null");
}
else {
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.headers !== undefined){
let data1 = data.headers;
if(data1 === null){
this.notice(instancePath+"/headers", "is null");
}
else {
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(errors >= mostFindings) break;
if(!(validate32.call(this, data1[i0], {instancePath:instancePath+"/headers/" + i0,parentData:data1,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate32.errors : vErrors.concat(validate32.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath:instancePath+"/headers",schemaPath:"#/properties/headers/unlessNull/type",keyword:"type",params:{type: "array"}};
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
if(data.method !== undefined){
let data3 = data.method;
if(data3 === null){
this.notice(instancePath+"/method", "is null");
}
else {
if(typeof data3 !== "string"){
const err2 = {instancePath:instancePath+"/method",schemaPath:"#/properties/method/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.uri !== undefined){
let data4 = data.uri;
if(data4 === null){
this.notice(instancePath+"/uri", "is null");
}
else {
if(typeof data4 !== "string"){
const err3 = {instancePath:instancePath+"/uri",schemaPath:"#/properties/uri/unlessNull/type",keyword:"type",params:{type: "string"}};
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
validate31.errors = vErrors;
return errors === 0;
}


function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "activationLinks" && key0 !== "availability" && key0 !== "product" && key0 !== "provisioningStatus" && key0 !== "sku" && key0 !== "subscription"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.activationLinks !== undefined){
let data0 = data.activationLinks;
if(data0 === null){
this.notice(instancePath+"/activationLinks", "is null");
}
else {
if(!(validate31.call(this, data0, {instancePath:instancePath+"/activationLinks",parentData:data,parentDataProperty:"activationLinks",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
if(data.availability !== undefined){
let data1 = data.availability;
if(data1 === null){
this.notice(instancePath+"/availability", "is null");
}
else {
if(!(validate31.call(this, data1, {instancePath:instancePath+"/availability",parentData:data,parentDataProperty:"availability",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
if(data.product !== undefined){
let data2 = data.product;
if(data2 === null){
this.notice(instancePath+"/product", "is null");
}
else {
if(!(validate31.call(this, data2, {instancePath:instancePath+"/product",parentData:data,parentDataProperty:"product",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
if(data.provisioningStatus !== undefined){
let data3 = data.provisioningStatus;
if(data3 === null){
this.notice(instancePath+"/provisioningStatus", "is null");
}
else {
if(!(validate31.call(this, data3, {instancePath:instancePath+"/provisioningStatus",parentData:data,parentDataProperty:"provisioningStatus",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
if(data.sku !== undefined){
let data4 = data.sku;
if(data4 === null){
this.notice(instancePath+"/sku", "is null");
}
else {
if(!(validate31.call(this, data4, {instancePath:instancePath+"/sku",parentData:data,parentDataProperty:"sku",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
if(data.subscription !== undefined){
let data5 = data.subscription;
if(data5 === null){
this.notice(instancePath+"/subscription", "is null");
}
else {
if(!(validate31.call(this, data5, {instancePath:instancePath+"/subscription",parentData:data,parentDataProperty:"subscription",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}

const schema15 = {"type":"object","properties":{"discountedPrice":{"unlessNull":{"type":"number"}},"extendedPrice":{"unlessNull":{"type":"number"}},"listPrice":{"unlessNull":{"type":"number"}},"price":{"unlessNull":{"type":"number"}},"proratedPrice":{"unlessNull":{"type":"number"}}},"known":["discountedPrice","extendedPrice","listPrice","price","proratedPrice"]};

function validate41(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "discountedPrice" && key0 !== "extendedPrice" && key0 !== "listPrice" && key0 !== "price" && key0 !== "proratedPrice"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.discountedPrice !== undefined){
let data0 = data.discountedPrice;
if(data0 === null){
this.notice(instancePath+"/discountedPrice", "is null");
}
else {
if(!(typeof data0 == "number")){
const err0 = {instancePath:instancePath+"/discountedPrice",schemaPath:"#/properties/discountedPrice/unlessNull/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.extendedPrice !== undefined){
let data1 = data.extendedPrice;
if(data1 === null){
this.notice(instancePath+"/extendedPrice", "is null");
}
else {
if(!(typeof data1 == "number")){
const err1 = {instancePath:instancePath+"/extendedPrice",schemaPath:"#/properties/extendedPrice/unlessNull/type",keyword:"type",params:{type: "number"}};
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
if(data.listPrice !== undefined){
let data2 = data.listPrice;
if(data2 === null){
this.notice(instancePath+"/listPrice", "is null");
}
else {
if(!(typeof data2 == "number")){
const err2 = {instancePath:instancePath+"/listPrice",schemaPath:"#/properties/listPrice/unlessNull/type",keyword:"type",params:{type: "number"}};
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
if(data.price !== undefined){
let data3 = data.price;
if(data3 === null){
this.notice(instancePath+"/price", "is null");
}
else {
if(!(typeof data3 == "number")){
const err3 = {instancePath:instancePath+"/price",schemaPath:"#/properties/price/unlessNull/type",keyword:"type",params:{type: "number"}};
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
if(data.proratedPrice !== undefined){
let data4 = data.proratedPrice;
if(data4 === null){
this.notice(instancePath+"/proratedPrice", "is null");
}
else {
if(!(typeof data4 == "number")){
const err4 = {instancePath:instancePath+"/proratedPrice",schemaPath:"#/properties/proratedPrice/unlessNull/type",keyword:"type",params:{type: "number"}};
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
validate41.errors = vErrors;
return errors === 0;
}

const schema16 = {"type":"object","properties":{"amount":{"unlessNull":{"type":"number"}},"currency":{"unlessNull":{"type":"string"}},"grain":{"unlessNull":{"type":"string"}}},"known":["amount","currency","grain"]};

function validate43(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "amount" && key0 !== "currency" && key0 !== "grain"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.amount !== undefined){
let data0 = data.amount;
if(data0 === null){
this.notice(instancePath+"/amount", "is null");
}
else {
if(!(typeof data0 == "number")){
const err0 = {instancePath:instancePath+"/amount",schemaPath:"#/properties/amount/unlessNull/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.currency !== undefined){
let data1 = data.currency;
if(data1 === null){
this.notice(instancePath+"/currency", "is null");
}
else {
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/currency",schemaPath:"#/properties/currency/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.grain !== undefined){
let data2 = data.grain;
if(data2 === null){
this.notice(instancePath+"/grain", "is null");
}
else {
if(typeof data2 !== "string"){
const err2 = {instancePath:instancePath+"/grain",schemaPath:"#/properties/grain/unlessNull/type",keyword:"type",params:{type: "string"}};
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
validate43.errors = vErrors;
return errors === 0;
}

const schema17 = {"type":"object","properties":{"termDuration":{"unlessNull":{"type":"string"}}},"known":["termDuration"]};

function validate45(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "termDuration"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.termDuration !== undefined){
let data0 = data.termDuration;
if(data0 === null){
this.notice(instancePath+"/termDuration", "is null");
}
else {
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/termDuration",schemaPath:"#/properties/termDuration/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
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
validate45.errors = vErrors;
return errors === 0;
}


function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "additionalPartnerIdsOnRecord" && key0 !== "attestationAccepted" && key0 !== "customTermEndDate" && key0 !== "friendlyName" && key0 !== "lineItemNumber" && key0 !== "links" && key0 !== "offerId" && key0 !== "parentSubscriptionId" && key0 !== "partnerIdOnRecord" && key0 !== "pricing" && key0 !== "promotionId" && key0 !== "provisioningContext" && key0 !== "purchaseCommitment" && key0 !== "quantity" && key0 !== "renewsTo" && key0 !== "subscriptionId" && key0 !== "termDuration" && key0 !== "transactionType"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.additionalPartnerIdsOnRecord !== undefined){
let data0 = data.additionalPartnerIdsOnRecord;
if(data0 === null){
this.notice(instancePath+"/additionalPartnerIdsOnRecord", "is null");
}
else {
if(Array.isArray(data0)){
const len0 = data0.length;
for(let i0=0; i0<len0; i0++){
if(errors >= mostFindings) break;
if(typeof data0[i0] !== "string"){
const err0 = {instancePath:instancePath+"/additionalPartnerIdsOnRecord/" + i0,schemaPath:"#/properties/additionalPartnerIdsOnRecord/unlessNull/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
else {
const err1 = {instancePath:instancePath+"/additionalPartnerIdsOnRecord",schemaPath:"#/properties/additionalPartnerIdsOnRecord/unlessNull/type",keyword:"type",params:{type: "array"}};
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
if(data.attestationAccepted !== undefined){
let data2 = data.attestationAccepted;
if(data2 === null){
this.notice(instancePath+"/attestationAccepted", "is null");
}
else {
if(typeof data2 !== "boolean"){
const err2 = {instancePath:instancePath+"/attestationAccepted",schemaPath:"#/properties/attestationAccepted/unlessNull/type",keyword:"type",params:{type: "boolean"}};
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
if(data.customTermEndDate !== undefined){
let data3 = data.customTermEndDate;
if(data3 === null){
this.notice(instancePath+"/customTermEndDate", "is null");
}
else {
if(typeof data3 !== "string"){
const err3 = {instancePath:instancePath+"/customTermEndDate",schemaPath:"#/properties/customTermEndDate/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.friendlyName !== undefined){
let data4 = data.friendlyName;
if(data4 === null){
this.notice(instancePath+"/friendlyName", "is null");
}
else {
if(typeof data4 !== "string"){
const err4 = {instancePath:instancePath+"/friendlyName",schemaPath:"#/properties/friendlyName/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.lineItemNumber !== undefined){
let data5 = data.lineItemNumber;
if(data5 === null){
this.notice(instancePath+"/lineItemNumber", "is null");
}
else {
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err5 = {instancePath:instancePath+"/lineItemNumber",schemaPath:"#/properties/lineItemNumber/unlessNull/type",keyword:"type",params:{type: "integer"}};
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
if(data.links !== undefined){
let data6 = data.links;
if(data6 === null){
this.notice(instancePath+"/links", "is null");
}
else {
if(!(validate30.call(this, data6, {instancePath:instancePath+"/links",parentData:data,parentDataProperty:"links",rootData}))){
vErrors = vErrors === null ? validate30.errors : vErrors.concat(validate30.errors);
errors = vErrors.length;
}
}
}
if(data.offerId !== undefined){
let data7 = data.offerId;
if(data7 === null){
this.notice(instancePath+"/offerId", "is null");
}
else {
if(typeof data7 !== "string"){
const err6 = {instancePath:instancePath+"/offerId",schemaPath:"#/properties/offerId/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.parentSubscriptionId !== undefined){
let data8 = data.parentSubscriptionId;
if(data8 === null){
this.notice(instancePath+"/parentSubscriptionId", "is null");
}
else {
if(typeof data8 !== "string"){
const err7 = {instancePath:instancePath+"/parentSubscriptionId",schemaPath:"#/properties/parentSubscriptionId/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.partnerIdOnRecord !== undefined){
let data9 = data.partnerIdOnRecord;
if(data9 === null){
this.notice(instancePath+"/partnerIdOnRecord", "is null");
}
else {
if(typeof data9 !== "string"){
const err8 = {instancePath:instancePath+"/partnerIdOnRecord",schemaPath:"#/properties/partnerIdOnRecord/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data.pricing !== undefined){
let data10 = data.pricing;
if(data10 === null){
this.notice(instancePath+"/pricing", "is null");
}
else {
if(!(validate41.call(this, data10, {instancePath:instancePath+"/pricing",parentData:data,parentDataProperty:"pricing",rootData}))){
vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
errors = vErrors.length;
}
}
}
if(data.promotionId !== undefined){
let data11 = data.promotionId;
if(data11 === null){
this.notice(instancePath+"/promotionId", "is null");
}
else {
if(typeof data11 !== "string"){
const err9 = {instancePath:instancePath+"/promotionId",schemaPath:"#/properties/promotionId/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.provisioningContext !== undefined){
let data12 = data.provisioningContext;
if(data12 === null){
this.notice(instancePath+"/provisioningContext", "is null");
}
else {
if(data12 && typeof data12 == "object" && !Array.isArray(data12)){
for(const key1 in data12){
if(errors >= mostFindings) break;
let data13 = data12[key1];
if(data13 === null){
this.notice(instancePath+"/provisioningContext/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), "is null");
}
else {
if(typeof data13 !== "string"){
const err10 = {instancePath:instancePath+"/provisioningContext/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"),schemaPath:"#/properties/provisioningContext/unlessNull/additionalProperties/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
}
else {
const err11 = {instancePath:instancePath+"/provisioningContext",schemaPath:"#/properties/provisioningContext/unlessNull/type",keyword:"type",params:{type: "object"}};
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
if(data.purchaseCommitment !== undefined){
let data14 = data.purchaseCommitment;
if(data14 === null){
this.notice(instancePath+"/purchaseCommitment", "is null");
}
else {
if(!(validate43.call(this, data14, {instancePath:instancePath+"/purchaseCommitment",parentData:data,parentDataProperty:"purchaseCommitment",rootData}))){
vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
errors = vErrors.length;
}
}
}
if(data.quantity !== undefined){
let data15 = data.quantity;
if(data15 === null){
this.notice(instancePath+"/quantity", "is null");
}
else {
if(!((typeof data15 == "number") && (!(data15 % 1) && !isNaN(data15)))){
const err12 = {instancePath:instancePath+"/quantity",schemaPath:"#/properties/quantity/unlessNull/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
if(data.renewsTo !== undefined){
let data16 = data.renewsTo;
if(data16 === null){
this.notice(instancePath+"/renewsTo", "is null");
}
else {
if(!(validate45.call(this, data16, {instancePath:instancePath+"/renewsTo",parentData:data,parentDataProperty:"renewsTo",rootData}))){
vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
errors = vErrors.length;
}
}
}
if(data.subscriptionId !== undefined){
let data17 = data.subscriptionId;
if(data17 === null){
this.notice(instancePath+"/subscriptionId", "is null");
}
else {
if(typeof data17 !== "string"){
const err13 = {instancePath:instancePath+"/subscriptionId",schemaPath:"#/properties/subscriptionId/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
if(data.termDuration !== undefined){
let data18 = data.termDuration;
if(data18 === null){
this.notice(instancePath+"/termDuration", "is null");
}
else {
if(typeof data18 !== "string"){
const err14 = {instancePath:instancePath+"/termDuration",schemaPath:"#/properties/termDuration/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
}
if(data.transactionType !== undefined){
let data19 = data.transactionType;
if(data19 === null){
this.notice(instancePath+"/transactionType", "is null");
}
else {
if(typeof data19 !== "string"){
const err15 = {instancePath:instancePath+"/transactionType",schemaPath:"#/properties/transactionType/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
}
else {
const err16 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}

const schema18 = {"type":"object","properties":{"patchOperation":{"unlessNull":{"$ref":"#/$defs/Link"}},"provisioningStatus":{"unlessNull":{"$ref":"#/$defs/Link"}},"self":{"unlessNull":{"$ref":"#/$defs/Link"}}},"known":["patchOperation","provisioningStatus","self"]};

function validate48(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
if(errors >= mostFindings) break;
if(true && key0 !== "patchOperation" && key0 !== "provisioningStatus" && key0 !== "self"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.patchOperation !== undefined){
let data0 = data.patchOperation;
if(data0 === null){
this.notice(instancePath+"/patchOperation", "is null");
}
else {
if(!(validate31.call(this, data0, {instancePath:instancePath+"/patchOperation",parentData:data,parentDataProperty:"patchOperation",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
if(data.provisioningStatus !== undefined){
let data1 = data.provisioningStatus;
if(data1 === null){
this.notice(instancePath+"/provisioningStatus", "is null");
}
else {
if(!(validate31.call(this, data1, {instancePath:instancePath+"/provisioningStatus",parentData:data,parentDataProperty:"provisioningStatus",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
if(data.self !== undefined){
let data2 = data.self;
if(data2 === null){
this.notice(instancePath+"/self", "is null");
}
else {
if(!(validate31.call(this, data2, {instancePath:instancePath+"/self",parentData:data,parentDataProperty:"self",rootData}))){
vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
errors = vErrors.length;
}
}
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
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
if(data !== "cancelled" && data !== "completed" && data !== "error" && data !== "partial_success" && data !== "pending" && data !== "pending_po_upload" && data !== "pending_review" && data !== "po_review_rejected" && data !== "po_upload_complete" && data !== "suspended" && data !== "unknown"){
this.notice(instancePath, "is not among the listed values");
}
}
else {
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
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
if(errors >= mostFindings) break;
if(true && key0 !== "alternateId" && key0 !== "attributes" && key0 !== "billingCycle" && key0 !== "client" && key0 !== "creationDate" && key0 !== "currencyCode" && key0 !== "currencySymbol" && key0 !== "id" && key0 !== "lineItems" && key0 !== "links" && key0 !== "referenceCustomerId" && key0 !== "status" && key0 !== "totalPrice" && key0 !== "transactionType"){
this.notice(instancePath, "is not in the contract", key0);
}
}
if(data.alternateId !== undefined){
let data0 = data.alternateId;
if(data0 === null){
this.notice(instancePath+"/alternateId", "is null");
}
else {
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/alternateId",schemaPath:"#/properties/alternateId/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
if(data.attributes !== undefined){
let data1 = data.attributes;
if(data1 === null){
this.notice(instancePath+"/attributes", "is null");
}
else {
if(!(validate23.call(this, data1, {instancePath:instancePath+"/attributes",parentData:data,parentDataProperty:"attributes",rootData}))){
vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
errors = vErrors.length;
}
}
}
if(data.billingCycle !== undefined){
let data2 = data.billingCycle;
if(data2 === null){
this.notice(instancePath+"/billingCycle", "is null");
}
else {
if(!(validate25.call(this, data2, {instancePath:instancePath+"/billingCycle",parentData:data,parentDataProperty:"billingCycle",rootData}))){
vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
errors = vErrors.length;
}
}
}
if(data.client !== undefined){
let data3 = data.client;
if(data3 === null){
this.notice(instancePath+"/client", "is null");
}
else {
if(!(validate27.call(this, data3, {instancePath:instancePath+"/client",parentData:data,parentDataProperty:"client",rootData}))){
vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
errors = vErrors.length;
}
}
}
if(data.creationDate !== undefined){
let data4 = data.creationDate;
if(data4 === null){
this.notice(instancePath+"/creationDate", "is null");
}
else {
if(typeof data4 !== "string"){
const err1 = {instancePath:instancePath+"/creationDate",schemaPath:"#/properties/creationDate/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.currencyCode !== undefined){
let data5 = data.currencyCode;
if(data5 === null){
this.notice(instancePath+"/currencyCode", "is null");
}
else {
if(typeof data5 !== "string"){
const err2 = {instancePath:instancePath+"/currencyCode",schemaPath:"#/properties/currencyCode/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.currencySymbol !== undefined){
let data6 = data.currencySymbol;
if(data6 === null){
this.notice(instancePath+"/currencySymbol", "is null");
}
else {
if(typeof data6 !== "string"){
const err3 = {instancePath:instancePath+"/currencySymbol",schemaPath:"#/properties/currencySymbol/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.id !== undefined){
let data7 = data.id;
if(data7 === null){
this.notice(instancePath+"/id", "is null");
}
else {
if(typeof data7 !== "string"){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/properties/id/unlessNull/type",keyword:"type",params:{type: "string"}};
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
if(data.lineItems !== undefined){
let data8 = data.lineItems;
if(data8 === null){
this.notice(instancePath+"/lineItems", "is null");
}
else {
if(Array.isArray(data8)){
const len0 = data8.length;
for(let i0=0; i0<len0; i0++){
if(errors >= mostFindings) break;
if(!(validate29.call(this, data8[i0], {instancePath:instancePath+"/lineItems/" + i0,parentData:data8,parentDataProperty:i0,rootData}))){
vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
errors = vErrors.length;
}
}
}
else {
const err5 = {instancePath:instancePath+"/lineItems",schemaPath:"#/properties/lineItems/unlessNull/type",keyword:"type",params:{type: "array"}};
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
if(data.links !== undefined){
let data10 = data.links;
if(data10 === null){
this.notice(instancePath+"/links", "is null");
}
else {
if(!(validate48.call(this, data10, {instancePath:instancePath+"/links",parentData:data,parentDataProperty:"links",rootData}))){
vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
errors = vErrors.length;
}
}
}
if(data.referenceCustomerId !== undefined){
let data11 = data.referenceCustomerId;
if(data11 === null){
this.notice(instancePath+"/referenceCustomerId", "is null");
}
else {
if(typeof data11 !== "string"){
const err6 = {instancePath:instancePath+"/referenceCustomerId",schemaPath:"#/properties/referenceCustomerId/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
if(data.status !== undefined){
let data12 = data.status;
if(data12 === null){
this.notice(instancePath+"/status", "is null");
}
else {
if(!(validate53.call(this, data12, {instancePath:instancePath+"/status",parentData:data,parentDataProperty:"status",rootData}))){
vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
errors = vErrors.length;
}
}
}
if(data.totalPrice !== undefined){
let data13 = data.totalPrice;
if(data13 === null){
this.notice(instancePath+"/totalPrice", "is null");
}
else {
if(!(typeof data13 == "number")){
const err7 = {instancePath:instancePath+"/totalPrice",schemaPath:"#/properties/totalPrice/unlessNull/type",keyword:"type",params:{type: "number"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
if(data.transactionType !== undefined){
let data14 = data.transactionType;
if(data14 === null){
this.notice(instancePath+"/transactionType", "is null");
}
else {
if(typeof data14 !== "string"){
const err8 = {instancePath:instancePath+"/transactionType",schemaPath:"#/properties/transactionType/unlessNull/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
