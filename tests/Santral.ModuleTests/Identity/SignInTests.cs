using System.Text.Json;

namespace Santral.ModuleTests.Identity;

/// <summary>Signing in and out, and being locked out.</summary>
public sealed class SignInTests(ClockedInstallation installation) : IClassFixture<ClockedInstallation>
{
    [Fact]
    public async Task Name_and_password_open_a_session()
    {
        var client = installation.Anonymous();

        var me = await client.SignIn("agent1").BodyAsync();

        me.GetProperty("displayName").GetString().ShouldBe("Faruk Demir");
        me.GetProperty("language").GetString().ShouldBe("tr");
        me.GetProperty("theme").GetString().ShouldBe("system");
        me.GetProperty("isDemo").GetBoolean().ShouldBeTrue();
        me.GetProperty("organisation").GetString().ShouldBe("Santral Demo");
        me.GetProperty("roles").EnumerateArray().Single().GetString().ShouldBe("agent");
        (await client.PermissionsAsync()).ShouldContain("calls.take");
        (await client.PermissionsAsync()).ShouldNotContain("identity.users");
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_other_sites()
    {
        var answer = await installation.Anonymous().SignIn("agent2");

        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldNotContain("max-age", Case.Insensitive);
    }

    [Theory]
    [InlineData("AGENT1")]
    [InlineData(" Agent1 ")]
    public async Task The_name_may_be_typed_in_any_case(string typed)
        => await installation.Anonymous().SignIn(typed).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_wrong_password_and_an_unknown_name_get_the_same_answer()
    {
        var wrong = await installation.Anonymous().SignIn("buyer1", "wrong");
        var unknown = await installation.Anonymous().SignIn("nobody-at-all", "wrong");

        (await wrong.ShouldBeRefusedAsync("identity.wrong_credentials", HttpStatusCode.Unauthorized)).GetRawText()
            .ShouldBe((await unknown.ShouldBeRefusedAsync("identity.wrong_credentials", HttpStatusCode.Unauthorized)).GetRawText());
        wrong.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task The_fifth_wrong_one_locks_even_for_the_right_password_and_time_unlocks()
    {
        var person = await installation.AddPersonAsync("lockedperson");
        var client = installation.Anonymous();
        for (var i = 0; i < 4; i++)
        {
            await client.SignIn(person.UserName, "wrong").ShouldBeRefusedAsync("identity.wrong_credentials");
        }

        var locked = await client.SignIn(person.UserName, "wrong").ShouldBeRefusedAsync("identity.locked", HttpStatusCode.Locked);
        await client.SignIn(person.UserName, person.Password).ShouldBeRefusedAsync("identity.locked", HttpStatusCode.Locked);

        var until = locked.GetProperty("args").GetProperty("until").GetDateTimeOffset();
        installation.Clock.Advance(until - installation.Clock.GetUtcNow());
        await client.SignIn(person.UserName, person.Password).ShouldBe(HttpStatusCode.OK);
        // Who was signed in before stays so: a lock is no weapon against colleagues.
        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_unknown_name_is_locked_too()
    {
        var client = installation.Anonymous();
        for (var i = 0; i < 4; i++)
        {
            await client.SignIn("ghost", "wrong").ShouldBeRefusedAsync("identity.wrong_credentials");
        }

        await client.SignIn("ghost", "wrong").ShouldBeRefusedAsync("identity.locked", HttpStatusCode.Locked);
    }

    [Fact]
    public async Task Five_wrong_ones_at_the_same_moment_are_five()
    {
        var person = await installation.AddPersonAsync("crowded");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => installation.Anonymous().SignIn(person.UserName, "wrong")));

        answers.Count(a => a.StatusCode == HttpStatusCode.Unauthorized).ShouldBe(4);
        answers.Count(a => a.StatusCode == HttpStatusCode.Locked).ShouldBe(4);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_twice_is_no_mistake()
    {
        var client = installation.Anonymous();
        var cookie = (await client.SignIn("field1")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        await client.Delete("/api/session").ShouldBe(HttpStatusCode.NoContent);
        await client.Delete("/api/session").ShouldBe(HttpStatusCode.NoContent);

        // The cookie itself is dead, not only forgotten by the browser.
        var thief = installation.Anonymous();
        thief.DefaultRequestHeaders.Add("Cookie", cookie);
        await thief.Get("/api/me").ShouldBeRefusedAsync("identity.sign_in_needed", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Signing_in_again_in_the_same_browser_ends_the_session_before()
    {
        var client = installation.Anonymous();
        var first = (await client.SignIn("field2")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        await client.SignIn("accountant1").ShouldBe(HttpStatusCode.OK);

        var old = installation.Anonymous();
        old.DefaultRequestHeaders.Add("Cookie", first);

        await old.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
        (await client.Get("/api/me").BodyAsync()).GetProperty("userName").GetString().ShouldBe("accountant1");
    }

    [Fact]
    public async Task A_session_ends_when_it_is_not_used()
    {
        var person = await installation.AddPersonAsync("sleeper");
        installation.Clock.Advance(TimeSpan.FromHours(11));
        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.OK);
        installation.Clock.Advance(TimeSpan.FromHours(11));
        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.OK);

        installation.Clock.Advance(TimeSpan.FromHours(12));

        await person.Client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_device_may_be_kept_signed_in()
    {
        var person = await installation.AddPersonAsync("keeper");
        var client = installation.Anonymous();
        var answer = await client.Post("/api/session", new { userName = "keeper", password = person.Password, keep = true });

        answer.Headers.GetValues("Set-Cookie").Single().ShouldContain("max-age=2592000", Case.Insensitive);
        installation.Clock.Advance(TimeSpan.FromDays(20));
        var kept = await client.Get("/api/me");

        kept.StatusCode.ShouldBe(HttpStatusCode.OK);
        kept.Headers.GetValues("Set-Cookie").Single().ShouldContain("max-age=2592000", Case.Insensitive);
    }

    [Fact]
    public async Task A_write_without_our_header_is_refused()
    {
        var client = installation.Anonymous();
        client.DefaultRequestHeaders.Remove("X-Requested-With");

        await client.SignIn("agent1").ShouldBeRefusedAsync("identity.header_missing", HttpStatusCode.Forbidden);
        await client.Get("/api/setup").ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"userName":"agent1"}""")]
    [InlineData("""{"userName":"","password":"demo"}""")]
    [InlineData("""{"userName":null,"password":null}""")]
    [InlineData("""{"userName":5,"password":"demo"}""")]
    [InlineData("not json")]
    [InlineData("")]
    public async Task What_is_no_sign_in_is_refused_before_any_work(string body)
    {
        using var content = new StringContent(body, null, "application/json");

        var answer = await installation.Anonymous().PostAsync(new Uri("/api/session", UriKind.Relative), content, TestContext.Current.CancellationToken);

        await answer.ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_name_or_password_without_end_is_refused_before_any_work()
    {
        await installation.Anonymous().SignIn(new string('a', 5000)).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
        await installation.Anonymous().SignIn("agent1", new string('a', 50_000)).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("santral=")]
    [InlineData("santral=nonsense")]
    [InlineData("santral=%00%ff")]
    public async Task A_cookie_of_somebody_elses_making_is_nobody(string cookie)
    {
        var client = installation.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", cookie);

        await client.Get("/api/me").ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_refusal_speaks_the_readers_language()
    {
        var client = installation.Anonymous();
        client.DefaultRequestHeaders.Add("Accept-Language", "sv");

        var problem = await client.SignIn("nobody-here", "wrong").ShouldBeRefusedAsync("identity.wrong_credentials");

        problem.GetProperty("title").GetString().ShouldBe("Fel användarnamn eller lösenord.");
    }
}
