// Parsed by test/samples.test.ts, but neither compiled nor run by any check of ours.

using System.Net.Http.Headers;
using System.Text.Json;

var baseUrl = Environment.GetEnvironmentVariable("BASE_URL")
    ?? "https://api.partnercenter.microsoft.com";
var customerId = Uri.EscapeDataString(Environment.GetEnvironmentVariable("CUSTOMER_ID")!);
var orderId = Uri.EscapeDataString(Environment.GetEnvironmentVariable("ORDER_ID")!);

using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
using var request = new HttpRequestMessage(
    HttpMethod.Get,
    $"{baseUrl}/v1/customers/{customerId}/orders/{orderId}?include_price=true");
request.Headers.Authorization =
    new AuthenticationHeaderValue("Bearer", Environment.GetEnvironmentVariable("TOKEN"));
request.Headers.Accept.ParseAdd("application/json");
request.Headers.Add("MS-RequestId", Guid.NewGuid().ToString());
request.Headers.Add("MS-CorrelationId", Guid.NewGuid().ToString());

using var response = await http.SendAsync(request);
var body = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    Console.Error.WriteLine($"{(int)response.StatusCode} {body}");
    Console.Error.WriteLine(response.Headers.RetryAfter);
    return 1;
}

using var order = JsonDocument.Parse(body);
var root = order.RootElement;
// Almost any property may be absent: ask before you read one.
var status = root.TryGetProperty("status", out var value) ? value.GetString() : "none";
Console.WriteLine($"{root.GetProperty("id").GetString()} {status}");
return 0;
