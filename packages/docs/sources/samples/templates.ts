/** Programs that call any operation, one a language. */
import { type SampleCall, type SampleValue, valuesOf } from "./sample-call.ts";

export type Template = (call: SampleCall) => string;

/** The path and query, with each value as a language writes it inside a string. */
function addressOf({ path, query }: SampleCall, write: (value: SampleValue) => string): string {
  const parts = path.map((part) => (typeof part === "string" ? part : write(part)));
  const pairs = query.map((value) => `${encodeURIComponent(value.name)}=${write(value)}`);
  return `${parts.join("")}${pairs.length > 0 ? `?${pairs.join("&")}` : ""}`;
}

const indent = (text: string, spaces: number): string =>
  text.replaceAll("\n", `\n${" ".repeat(spaces)}`);

/** JSON with the names of properties bare where JavaScript allows it. */
const literal = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(/^(\s*)"([A-Za-z_$][\w$]*)":/gm, "$1$2:");

export const curl: Template = (call) => {
  const { method, origin, headers, ids, body } = call;
  const lines = [
    "curl --fail-with-body --silent --show-error",
    ...(method === "GET" ? [] : [`--request ${method}`]),
    `--header "Authorization: Bearer $TOKEN"`,
    `--header "Accept: application/json"`,
    ...ids.map((name) => `--header "${name}: $(uuidgen || cat /proc/sys/kernel/random/uuid)"`),
    ...headers.map(({ name, variable }) => `--header "${name}: $${variable}"`),
    ...(body === undefined
      ? []
      : [
          `--header "Content-Type: application/json"`,
          `--data '${JSON.stringify(body).replaceAll("'", "'\\''")}'`,
        ]),
    `"\${BASE_URL:-${origin}}${addressOf(call, ({ variable }) => `$${variable}`)}"`,
  ];
  return lines.join(" \\\n  ");
};

export const typescript: Template = (call) => {
  const values = valuesOf(call);
  const environment = values.map(({ variable }) => `${variable} = ""`);
  const given = [
    ...values.map(
      ({ argument, variable, isNumber }) =>
        `${argument}: ${isNumber ? `Number(${variable})` : variable}`,
    ),
    ...(call.body === undefined ? [] : [`body: ${indent(literal(call.body), 4)}`]),
  ];
  const parameters = given.length === 0 ? "" : `{\n    ${given.join(",\n    ")},\n  }`;
  return `import { createClient, isApiError } from "@partner-center/client";

const { ${['TOKEN = ""', "BASE_URL", ...environment].join(", ")} } = process.env;
const client = createClient({ credential: TOKEN, baseUrl: BASE_URL });

try {
  const { data } = await client.${call.name}(${parameters});
  console.log(data);
} catch (error) {
  if (!isApiError(error)) throw error;
  console.error(error.status, error.code, error.hint, error.correlationId);
  process.exitCode = 1;
}`;
};

export const fetchTemplate: Template = (call) => {
  const { method, origin, headers, ids, body } = call;
  const address = addressOf(call, ({ variable }) => `\${encodeURIComponent(${variable})}`);
  const variables = valuesOf(call).map(({ variable }) => `${variable} = ""`);
  const sent = [
    `authorization: \`Bearer \${TOKEN}\``,
    'accept: "application/json"',
    ...(body === undefined ? [] : ['"content-type": "application/json"']),
    ...ids.map((name) => `"${name}": crypto.randomUUID()`),
    ...headers.map(({ name, variable }) => `"${name}": ${variable}`),
  ];
  return `const { ${["TOKEN", ...variables].join(", ")} } = process.env;
const { BASE_URL = "${origin}" } = process.env;

const response = await fetch(\`\${BASE_URL}${address}\`, {
${method === "GET" ? "" : `  method: "${method}",\n`}  headers: {
    ${sent.join(",\n    ")},
  },
${body === undefined ? "" : `  body: JSON.stringify(${indent(literal(body), 2)}),\n`}  redirect: "manual",
  signal: AbortSignal.timeout(30_000),
});

// A body may be empty or no JSON, so read it as text.
const text = await response.text();
if (response.ok) {
  console.log(text ? JSON.parse(text) : response.status);
} else {
  console.error(response.status, text, response.headers.get("retry-after"));
  process.exitCode = 1;
}`;
};

export const python: Template = (call) => {
  const { method, origin, headers, ids, body } = call;
  const inAddress = [...call.path.filter((part) => typeof part !== "string"), ...call.query];
  const name = ({ variable }: SampleValue) => variable.toLowerCase();
  const sent = [
    `"Authorization": f"Bearer {os.environ['TOKEN']}"`,
    `"Accept": "application/json"`,
    ...(body === undefined ? [] : [`"Content-Type": "application/json"`]),
    ...ids.map((id) => `"${id}": str(uuid.uuid4())`),
    ...headers.map((value) => `"${value.name}": os.environ["${value.variable}"]`),
  ];
  // A JSON string is one of Python, too.
  const data =
    body === undefined
      ? ""
      : `    data=json.dumps(json.loads(${JSON.stringify(JSON.stringify(body))})).encode(),\n`;
  return `import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
${ids.length > 0 ? "import uuid\n" : ""}
base_url = os.environ.get("BASE_URL", "${origin}")
${inAddress.map((value) => `${name(value)} = urllib.parse.quote(os.environ["${value.variable}"], safe="")\n`).join("")}
request = urllib.request.Request(
    f"{base_url}${addressOf(call, (value) => `{${name(value)}}`)}",
    method="${method}",
${data}    headers={
        ${sent.join(",\n        ")},
    },
)

try:
    with urllib.request.urlopen(request, timeout=30) as response:
        # utf-8-sig drops the byte order mark that a service may send.
        text = response.read().decode("utf-8-sig")
    print(json.dumps(json.loads(text), indent=2) if text else response.status)
except urllib.error.HTTPError as error:
    print(error.code, error.read().decode("utf-8-sig"), file=sys.stderr)
    print(error.headers.get("Retry-After"), file=sys.stderr)
    sys.exit(1)`;
};

export const csharp: Template = (call) => {
  const { method, origin, headers, ids, body } = call;
  const inAddress = [...call.path.filter((part) => typeof part !== "string"), ...call.query];
  const name = ({ argument }: SampleValue) => argument;
  const set = [
    ...ids.map((id) => `request.Headers.Add("${id}", Guid.NewGuid().ToString());`),
    ...headers.map(
      (value) =>
        `request.Headers.Add("${value.name}", Environment.GetEnvironmentVariable("${value.variable}"));`,
    ),
    ...(body === undefined
      ? []
      : [
          `request.Content = new StringContent(\n    ${JSON.stringify(JSON.stringify(body))},\n    System.Text.Encoding.UTF8,\n    "application/json");`,
        ]),
  ];
  return `using System.Net.Http.Headers;

var baseUrl = Environment.GetEnvironmentVariable("BASE_URL")
    ?? "${origin}";
${inAddress.map((value) => `var ${name(value)} = Uri.EscapeDataString(Environment.GetEnvironmentVariable("${value.variable}")!);\n`).join("")}
using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
using var request = new HttpRequestMessage(
    new HttpMethod("${method}"),
    $"{baseUrl}${addressOf(call, (value) => `{${name(value)}}`)}");
request.Headers.Authorization =
    new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("TOKEN"));
request.Headers.Accept.ParseAdd("application/json");
${set.map((line) => `${line}\n`).join("")}
using var response = await http.SendAsync(request);
var body = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    Console.Error.WriteLine($"{(int)response.StatusCode} {body}");
    Console.Error.WriteLine(response.Headers.RetryAfter);
    return 1;
}
Console.WriteLine(body);
return 0;`;
};

/** Every operation of a contract, for editors and tools that send requests from an `.http` file. */
export function httpFile(calls: readonly SampleCall[]): string {
  const values = new Map(
    calls.flatMap(valuesOf).map(({ argument, example }) => [argument, example]),
  );
  const variables = [
    `@baseUrl = ${calls[0]?.origin ?? ""}`,
    "@token = ",
    ...[...values].map(([name, example]) => `@${name} = ${example}`),
  ];
  const requests = calls.map((call) => {
    const lines = [
      `### ${call.title}`,
      `# @name ${call.name}`,
      `${call.method} {{baseUrl}}${addressOf(call, ({ argument }) => `{{${argument}}}`)}`,
      "Authorization: Bearer {{token}}",
      "Accept: application/json",
      ...call.headers.map(({ name, argument }) => `${name}: {{${argument}}}`),
      ...(call.body === undefined
        ? []
        : ["Content-Type: application/json", "", JSON.stringify(call.body, null, 2)]),
    ];
    return `${lines.join("\n")}\n`;
  });
  return `${variables.join("\n")}\n\n${requests.join("\n")}`;
}
