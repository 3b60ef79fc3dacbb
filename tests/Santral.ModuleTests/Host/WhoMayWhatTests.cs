using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;

namespace Santral.ModuleTests.Host;

/// <summary>
/// Every route of the API against who may use it. `rights.txt` says what each asks for: a permission, `anybody`, `signed-in` (a browser or
/// a key), `person` (a browser only). A route that is new, or asks for something else, fails here until it is written down.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class WhoMayWhatTests(Installation installation)
{
    private const string Nobody = "01890000-0000-7000-8000-000000000000";

    private static readonly string[] People =
        ["admin", "supervisor1", "agent1", "agent3", "tech1", "service1", "field1", "buyer1", "store1", "accountant1"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_route_asks_for_the_right_that_is_written_down()
    {
        var routes = RoutesOf(installation.Services).ToDictionary(r => r.Name, r => r.Right);
        var described = await DescribedAsync();

        routes.Select(r => $"{r.Key} {r.Value}").Order(StringComparer.Ordinal).ShouldBe(Written().Select(w => $"{w.Key} {w.Value}").Order(StringComparer.Ordinal));
        described.Except(routes.Keys).ShouldBeEmpty();
        var known = (await (await installation.AsAsync("admin")).GetAsync("/api/permissions", Stop).BodyAsync()).EnumerateArray()
            .SelectMany(m => m.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()!)).ToHashSet();
        routes.Values.Where(r => r.Contains('.', StringComparison.Ordinal)).Except(known).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_gets_anything_without_signing_in()
    {
        var nobody = installation.Anonymous();
        foreach (var (route, _) in Written().Where(w => w.Value != "anybody"))
        {
            await (await SendAsync(nobody, route)).ShouldBeRefusedAsync("identity.sign_in_needed", HttpStatusCode.Unauthorized);
        }
    }

    [Fact]
    public async Task Who_has_not_a_right_is_refused_and_who_has_it_is_let_in()
    {
        var people = installation.Services.GetRequiredService<IKnowPeople>();
        // One route tells how a right is asked for; that all others ask for theirs is seen above.
        var tried = Written().Where(w => w.Value.Contains('.', StringComparison.Ordinal)).GroupBy(w => w.Value)
            .SelectMany(g => g.OrderBy(w => w.Key, StringComparer.Ordinal).Take(2)).ToList();
        foreach (var name in People)
        {
            var client = await installation.AsAsync(name);
            var held = people.FindByUserName(name)!.Permissions;
            foreach (var (route, right) in tried)
            {
                var answer = await SendAsync(client, route);
                var text = $"{name} {route}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Stop)}";
                ((int)answer.StatusCode).ShouldBeLessThan(500, text);
                if (!held.Contains(right))
                {
                    await answer.ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
                }
                else
                {
                    text.ShouldNotContain("identity.not_permitted");
                }
            }
        }
    }

    [Fact]
    public async Task A_key_does_not_reach_what_is_a_persons_own()
    {
        var agent = await installation.AsAsync("agent2");
        var key = await agent.PostAsJsonAsync("/api/me/api-keys", new { name = "robot", scopes = new[] { "requests.read" } }, Stop).BodyAsync();
        var robot = installation.Anonymous();
        robot.DefaultRequestHeaders.Authorization = new("Bearer", key.GetProperty("key").GetString());

        foreach (var (route, _) in Written().Where(w => w.Value == "person"))
        {
            await (await SendAsync(robot, route)).ShouldBeRefusedAsync("identity.not_permitted", HttpStatusCode.Forbidden);
        }

        (await robot.GetAsync("/api/requests", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await robot.PostAsJsonAsync("/api/requests", new { }, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_browser_page_of_another_site_changes_nothing()
    {
        var agent = await installation.AsAsync("agent1");
        foreach (var route in Written().Keys.Where(r => !r.StartsWith("GET", StringComparison.Ordinal)))
        {
            using var request = RequestOf(route);
            request.Headers.Add("X-Requested-With", "XMLHttpRequest");
            // A client sends its own header only where the request has none.
            (await agent.SendAsync(request, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, route);
        }
    }

    private async Task<HashSet<string>> DescribedAsync()
    {
        var document = await installation.Anonymous().GetFromJsonAsync<JsonElement>("/openapi/v1.json", Stop);
        return [.. document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(m => $"{m.Name.ToUpperInvariant()} {p.Name}"))];
    }

    private static IEnumerable<(string Name, string Right)> RoutesOf(IServiceProvider services)
        => services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))
            .SelectMany(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Select(
                method => ($"{method} /{e.RoutePattern.RawText!.Trim('/').Replace(":guid", "", StringComparison.Ordinal).Replace(":int", "", StringComparison.Ordinal)}", RightOf(e))));

    private static string RightOf(RouteEndpoint route)
    {
        if (route.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            return "anybody";
        }

        var claims = route.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(p => p.Requirements)
            .OfType<Microsoft.AspNetCore.Authorization.Infrastructure.ClaimsAuthorizationRequirement>().ToList();
        var permissions = claims.Where(c => c.ClaimType == PermissionRoutes.Claim).SelectMany(c => c.AllowedValues!).ToList();
        return permissions.Count > 0 ? string.Join('+', permissions)
            : claims.Any(c => c.ClaimType == PermissionRoutes.SessionClaim) || route.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => a.Policy is not null) ? "person"
            : route.Metadata.GetOrderedMetadata<IAuthorizeData>().Count > 0 || route.Metadata.GetOrderedMetadata<AuthorizationPolicy>().Count > 0 ? "signed-in"
            : "NOT GUARDED";
    }

    private static Dictionary<string, string> Written()
        => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Host", "rights.txt")).Where(l => l.Length > 0)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToDictionary(l => $"{l[0]} {l[1]}", l => l[2]);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, string route)
    {
        using var request = RequestOf(route);
        return await client.SendAsync(request, Stop);
    }

    /// <summary>With ids of nothing and an empty body: enough to be let in or refused, too little to do anything.</summary>
    private static HttpRequestMessage RequestOf(string route)
    {
        var (method, path) = route.Split(' ') is [var m, var p] ? (m, p) : throw new InvalidOperationException(route);
        var address = System.Text.RegularExpressions.Regex.Replace(path, @"\{(\w+)\}", place => place.Groups[1].Value switch
        {
            "document" => "request",
            "unit" => "nowhere",
            "table" or "code" or "key" or "language" => "nothing",
            "number" => "999",
            _ => Nobody,
        });
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method is "POST" or "PUT")
        {
            request.Content = path.Contains("/import", StringComparison.Ordinal) ? new StringContent("code", null, "text/csv")
                : path == "/api/files" || path.Contains("/prompts/", StringComparison.Ordinal) ? new MultipartFormDataContent("parts") { { new StringContent("x"), "file", "x.wav" } }
                : JsonContent.Create(new { });
        }

        return request;
    }
}
