namespace Santral.ModuleTests.Host;

/// <summary>What is believed of who asks: a proxy of this machine is, and a key is not a browser.</summary>
[Collection(HostCollection.Name)]
public sealed class WhoIsAskingTests(Installation installation)
{
    [Fact]
    public async Task A_browser_that_came_by_https_gets_a_secure_cookie_of_this_host()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/session");
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        request.Content = JsonContent.Create(new { userName = "agent2", password = "demo" });

        var answer = await installation.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-santral=");
        cookie.ShouldContain("; secure");
    }

    [Fact]
    public async Task A_program_with_a_key_hears_no_live_news_and_takes_no_phone()
    {
        var agent = await installation.AsAsync("agent2");
        var made = await agent.PostAsJsonAsync(
            "/api/me/api-keys", new { name = "reader", scopes = new[] { "customers.read" } }, TestContext.Current.CancellationToken).BodyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hubs/agent/negotiate?negotiateVersion=1");
        request.Headers.Authorization = new("Bearer", made.GetProperty("key").GetString());

        (await installation.Anonymous().SendAsync(request, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
