// Parsed by test/samples.test.ts, but neither compiled nor run by any check of ours.

using System.Text.Json;

string Variable(string name) => Environment.GetEnvironmentVariable(name)!;

// Stands for your vault: put its calls in place of ReadAllTextAsync and WriteAllTextAsync.
var vault = Variable("VAULT_FILE");

var loginUrl = Environment.GetEnvironmentVariable("LOGIN_URL")
    ?? "https://login.microsoftonline.com";

using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
using var response = await http.PostAsync(
    $"{loginUrl}/{Variable("TENANT_ID")}/oauth2/v2.0/token",
    new FormUrlEncodedContent(new Dictionary<string, string>
    {
        ["grant_type"] = "refresh_token",
        ["client_id"] = Variable("CLIENT_ID"),
        ["client_secret"] = Variable("CLIENT_SECRET"),
        ["refresh_token"] = await File.ReadAllTextAsync(vault),
        ["scope"] = "https://api.partnercenter.microsoft.com/user_impersonation offline_access",
    }));
var body = await response.Content.ReadAsStringAsync();
if (!response.IsSuccessStatusCode)
{
    Console.Error.WriteLine($"{(int)response.StatusCode} {body}");
    return 1;
}

using var tokens = JsonDocument.Parse(body);
// Without offline_access in the scope there is none.
if (!tokens.RootElement.TryGetProperty("refresh_token", out var replacement))
{
    Console.Error.WriteLine("The response has no new refresh token.");
    return 1;
}
await File.WriteAllTextAsync(vault, replacement.GetString());
Console.WriteLine(tokens.RootElement.GetProperty("access_token").GetString());
return 0;
