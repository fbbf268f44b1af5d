import { compileErrors, validate } from "@readme/openapi-parser";

const result = await validate("openapi.json");
if (!result.valid || result.warnings.length > 0) throw new Error(compileErrors(result));
