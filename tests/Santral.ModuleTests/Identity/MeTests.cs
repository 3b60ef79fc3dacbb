using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Santral.Identity;

namespace Santral.ModuleTests.Identity;

/// <summary>A person's own account: preferences, password, devices.</summary>
public sealed class MeTests(Installation installation) : IClassFixture<Installation>
{
    [Theory]
    [InlineData("GET", "/api/me")]
    [InlineData("PUT", "/api/me")]
    [InlineData("PUT", "/api/me/password")]
    [InlineData("POST", "/api/me/two-factor")]
    [InlineData("GET", "/api/me/sessions")]
    [InlineData("GET", "/api/me/api-keys")]
    [InlineData("POST", "/api/me/api-keys")]
    [InlineData("POST", "/api/me/desk-phone")]
    [InlineData("GET", "/api/people")]
    [InlineData("GET", "/api/users")]
    [InlineData("GET", "/api/roles")]
    [InlineData("GET", "/api/organisation")]
    [InlineData("GET", "/api/audit")]
    public async Task Nobody_in_particular_is_asked_to_sign_in(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = method == "GET" ? null : JsonContent.Create(new { });

        var answer = await installation.Anonymous().SendAsync(request, TestContext.Current.CancellationToken);

        // A body is only looked at for who may send one; both refusals come before any work.
        await answer.ShouldBeRefusedAsync("identity.sign_in_needed", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Language_theme_and_name_are_ones_own_and_twice_is_the_same()
    {
        var person = await installation.AddPersonAsync("chooser");
        for (var i = 0; i < 2; i++)
        {
            var me = await person.Client.Put("/api/me", new { language = "sv", theme = "dark", displayName = " Deniz Y. " }).BodyAsync();
            me.GetProperty("displayName").GetString().ShouldBe("Deniz Y.");
        }

        var after = await person.Client.Get("/api/me").BodyAsync();
        after.GetProperty("language").GetString().ShouldBe("sv");
        after.GetProperty("theme").GetString().ShouldBe("dark");
    }

    [Theory]
    [InlineData("de", "dark", "Deniz")]
    [InlineData("tr", "purple", "Deniz")]
    [InlineData("tr", null, "Deniz")]
    [InlineData("tr", "dark", "")]
    public async Task What_the_product_has_not_is_refused(string language, string? theme, string displayName)
        => await (await installation.AsAsync("agent1")).Put("/api/me", new { language, theme, displayName })
            .ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_new_password_signs_the_other_devices_out()
    {
        var person = await installation.AddPersonAsync("changer");
        var other = installation.Anonymous();
        await other.SignIn(person.UserName, person.Password).ShouldBe(HttpStatusCode.OK);
        await other.Get("/api/me").ShouldBe(HttpStatusCode.OK);

        await person.Client.Put("/api/me/password", new { current = person.Password, next = "yeşil traktör" }).ShouldBe(HttpStatusCode.NoContent);

        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
        await other.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await installation.Anonymous().SignIn(person.UserName, person.Password).ShouldBeRefusedAsync("identity.wrong_credentials");
        await installation.Anonymous().SignIn(person.UserName, "yeşil traktör").ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("mavi bisiklet", "kısa", "identity.password_short")]
    [InlineData("mavi bisiklet", "password123", "identity.password_common")]
    [InlineData("not the password", "yeşil traktör", "identity.password_wrong")]
    public async Task A_weak_or_unproven_password_changes_nothing(string current, string next, string code)
    {
        var person = await installation.AddPersonAsync($"weak{code[9..].Length}{next.Length}");

        await person.Client.Put("/api/me/password", new { current, next }).ShouldBeRefusedAsync(code, HttpStatusCode.UnprocessableEntity);

        await installation.Anonymous().SignIn(person.UserName, person.Password).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_stolen_session_cannot_guess_the_password()
    {
        var person = await installation.AddPersonAsync("guessed");
        for (var i = 0; i < 4; i++)
        {
            await person.Client.Put("/api/me/password", new { current = "guess", next = "yeşil traktör" }).ShouldBeRefusedAsync("identity.password_wrong");
        }

        await person.Client.Put("/api/me/password", new { current = "guess", next = "yeşil traktör" }).ShouldBeRefusedAsync("identity.locked");
        await person.Client.Put("/api/me/password", new { current = person.Password, next = "yeşil traktör" })
            .ShouldBeRefusedAsync("identity.locked", HttpStatusCode.Locked);
    }

    [Fact]
    public async Task A_device_is_signed_out_from_another_one()
    {
        var person = await installation.AddPersonAsync("twodevices");
        var laptop = installation.Anonymous();
        laptop.DefaultRequestHeaders.UserAgent.ParseAdd("Laptop/1.0");
        await laptop.SignIn(person.UserName, person.Password).ShouldBe(HttpStatusCode.OK);
        await laptop.Get("/api/me").ShouldBe(HttpStatusCode.OK);

        var sessions = (await person.Client.Get("/api/me/sessions").BodyAsync()).EnumerateArray().ToList();
        sessions.Count.ShouldBe(2);
        sessions.Count(s => s.GetProperty("isThis").GetBoolean()).ShouldBe(1);
        var lost = sessions.Single(s => s.GetProperty("device").GetString() == "Laptop/1.0").GetProperty("id").GetString();

        await person.Client.Delete($"/api/me/sessions/{lost}").ShouldBe(HttpStatusCode.NoContent);

        await laptop.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
        await person.Client.Delete($"/api/me/sessions/{lost}").ShouldBeRefusedAsync("identity.session_unknown", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_live_connection_learns_that_its_session_ended()
    {
        var person = await installation.AddPersonAsync("connected");
        var session = (await person.Client.Get("/api/me/sessions").BodyAsync()).EnumerateArray().Single().GetProperty("id").GetString()!;
        var connection = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", person.Id), new Claim("session", session)], "test"));
        var known = installation.Services.GetRequiredService<IKnowWhoIsIn>();
        (await known.IsStillInAsync(connection)).ShouldBeTrue();

        await person.Client.Delete("/api/session").ShouldBe(HttpStatusCode.NoContent);

        (await known.IsStillInAsync(connection)).ShouldBeFalse();
        (await known.IsStillInAsync(new ClaimsPrincipal())).ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_elses_device_is_unknown()
    {
        var person = await installation.AddPersonAsync("victim");
        var session = (await person.Client.Get("/api/me/sessions").BodyAsync()).EnumerateArray().Single().GetProperty("id").GetString();

        await (await installation.AsAsync("admin")).Delete($"/api/me/sessions/{session}").ShouldBeRefusedAsync("identity.session_unknown", HttpStatusCode.NotFound);

        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Colleagues_are_known_by_name_to_everybody()
    {
        var people = await (await installation.AsAsync("agent1")).Get("/api/people").BodyAsync();

        people.EnumerateArray().Select(p => p.GetProperty("displayName").GetString()).ShouldContain("Åsa Lindqvist");
        people.GetRawText().ShouldNotContain("password", Case.Insensitive);
    }
}
