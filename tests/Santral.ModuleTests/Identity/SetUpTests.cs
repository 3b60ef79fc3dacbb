using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Identity;
using Santral.Identity.Data;

namespace Santral.ModuleTests.Identity;

/// <summary>The first run of an empty installation; each test has one of its own.</summary>
public sealed class SetUpTests
{
    private static readonly object Answers = new
    {
        organisation = "Örnek Çağrı Merkezi",
        language = "tr",
        timeZone = "Europe/Istanbul",
        admin = new { userName = "Zeynep", displayName = "Zeynep Kılıç", password = "turuncu kedi" },
    };

    [Fact]
    public async Task The_answers_make_an_organisation_a_unit_and_an_administrator()
    {
        await using var installation = await StartAsync(new EmptyInstallation());
        var client = installation.Anonymous();
        (await client.Get("/api/setup").BodyAsync()).GetProperty("isEmpty").GetBoolean().ShouldBeTrue();
        await client.SignIn("admin").ShouldBeRefusedAsync("identity.wrong_credentials");

        var state = await client.Post("/api/setup", Answers).BodyAsync();

        state.GetProperty("isEmpty").GetBoolean().ShouldBeFalse();
        state.GetProperty("isDemo").GetBoolean().ShouldBeFalse();
        state.GetProperty("demoUsers").GetArrayLength().ShouldBe(0);
        state.GetProperty("organisation").GetString().ShouldBe("Örnek Çağrı Merkezi");
        var unit = installation.Services.GetRequiredService<IOrganisation>().Units.Single();
        unit.ShouldBe(unit with { Code = "main", RequestSeries = "ÇB", Language = "tr", Region = "TR", TimeZone = "Europe/Istanbul" });
        var me = await client.SignIn("zeynep", "turuncu kedi").BodyAsync();
        me.GetProperty("roles").EnumerateArray().Single().GetString().ShouldBe("admin");
        me.GetProperty("isDemo").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_done_once_and_no_demo_is_poured_over_it()
    {
        await using var installation = await StartAsync(new EmptyInstallation());
        var client = installation.Anonymous();
        await client.Post("/api/setup", Answers).ShouldBe(HttpStatusCode.OK);

        await client.Post("/api/setup", Answers).ShouldBeRefusedAsync("identity.already_set_up", HttpStatusCode.Conflict);
        await client.Post("/api/setup/demo").ShouldBeRefusedAsync("identity.already_set_up", HttpStatusCode.Conflict);

        installation.Services.GetRequiredService<IKnowPeople>().All.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_that_make_no_sense_leave_it_empty()
    {
        await using var installation = await StartAsync(new EmptyInstallation());
        var client = installation.Anonymous();
        var admin = new { userName = "zeynep", displayName = "Zeynep", password = "turuncu kedi" };

        await client.Post("/api/setup", new { organisation = "X", language = "tr", timeZone = "Europe/Istanbul", admin = admin with { password = "demo" } })
            .ShouldBeRefusedAsync("identity.password_short", HttpStatusCode.UnprocessableEntity);
        await client.Post("/api/setup", new { organisation = "X", language = "tr", timeZone = "Moon/Base", admin })
            .ShouldBeRefusedAsync("identity.time_zone_unknown", HttpStatusCode.UnprocessableEntity);
        await client.Post("/api/setup", new { organisation = "X", language = "tr", timeZone = "Europe/Istanbul", admin = admin with { userName = "a b" } })
            .ShouldBeRefusedAsync("identity.user_name_invalid", HttpStatusCode.UnprocessableEntity);
        await client.Post("/api/setup", new { organisation = "", language = "xx" }).ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);
        await client.Post("/api/setup", new { organisation = "X", language = "tr", timeZone = "Europe/Istanbul", admin = new { userName = "zeynep" } })
            .ShouldBeRefusedAsync("request.invalid", HttpStatusCode.BadRequest);

        (await client.Get("/api/setup").BodyAsync()).GetProperty("isEmpty").GetBoolean().ShouldBeTrue();
        await client.Post("/api/setup", Answers).ShouldBe(HttpStatusCode.OK);
    }

    [Trait("Database", "one")]
    [Fact]
    public async Task The_demo_is_loaded_once_even_when_asked_for_at_the_same_moment()
    {
        await using var installation = await StartAsync(new EmptyInstallation());
        var client = installation.Anonymous();

        var answers = await Task.WhenAll(client.Post("/api/setup/demo"), client.Post("/api/setup/demo"), client.Post("/api/setup", Answers));

        answers.Count(a => a.StatusCode == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(2);
    }

    [Trait("Database", "one")]
    [Fact]
    public async Task The_demo_tells_whom_one_can_be()
    {
        await using var installation = await StartAsync(new EmptyInstallation());

        var state = await installation.Anonymous().Post("/api/setup/demo").BodyAsync();

        var users = state.GetProperty("demoUsers").EnumerateArray().ToList();
        users.Count.ShouldBe(15);
        users.Select(u => u.GetProperty("userName").GetString()).Take(3).ShouldBe(["admin", "supervisor1", "agent1"]);
        users.Single(u => u.GetProperty("userName").GetString() == "service1").GetProperty("role").GetString().ShouldBe("service_staff");
        await installation.AsAsync("agent3");
    }

    [Fact]
    public async Task A_demo_that_fails_half_way_leaves_nothing_and_can_be_tried_again()
    {
        var broken = new BrokenInstallation();
        await using var installation = await StartAsync(broken);
        var client = installation.Anonymous();
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<BrokenSeed>().Fails = true;
        }

        await client.Post("/api/setup/demo").ShouldBe(HttpStatusCode.Conflict);

        (await client.Get("/api/setup").BodyAsync()).GetProperty("isEmpty").GetBoolean().ShouldBeTrue();
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            (await db.Users.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
            (await db.Units.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
            // What an installation always has is back.
            (await db.Roles.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(10);
            scope.ServiceProvider.GetRequiredService<BrokenSeed>().Fails = false;
        }

        await client.Post("/api/setup/demo").ShouldBe(HttpStatusCode.OK);
        await installation.AsAsync("agent1");
    }

    [Fact]
    public async Task What_a_crash_in_the_middle_left_behind_is_cleared_by_the_next_try()
    {
        await using var installation = await StartAsync(new EmptyInstallation());
        await using (var scope = installation.Services.CreateAsyncScope())
        {
            // As after kill -9: the organisation and people are there, the end never came.
            foreach (var seed in scope.ServiceProvider.GetServices<ISeedDemo>().Where(s => s.Order <= 10).OrderBy(s => s.Order))
            {
                await seed.SeedAsync(TestContext.Current.CancellationToken);
            }
        }

        (await installation.Anonymous().Get("/api/setup").BodyAsync()).GetProperty("isEmpty").GetBoolean().ShouldBeTrue();
        await installation.Anonymous().Post("/api/setup", Answers).ShouldBe(HttpStatusCode.OK);

        installation.Services.GetRequiredService<IKnowPeople>().All.Single().UserName.ShouldBe("zeynep");
        installation.Services.GetRequiredService<IOrganisation>().Units.Single().Code.ShouldBe("main");
    }

    private static async Task<TInstallation> StartAsync<TInstallation>(TInstallation installation)
        where TInstallation : Installation
    {
        await installation.InitializeAsync();
        return installation;
    }

    private sealed class BrokenInstallation : Installation
    {
        protected override bool WithDemo => false;

        protected override void Replace(IServiceCollection services)
        {
            services.AddSingleton<BrokenSeed>();
            services.AddScoped<ISeedDemo>(s => s.GetRequiredService<BrokenSeed>());
        }
    }

    private sealed class BrokenSeed : ISeedDemo
    {
        public bool Fails { get; set; }

        public int Order => 100;

        public Task SeedAsync(CancellationToken stop) => Fails ? throw new Refusal("customers.seed_broken") : Task.CompletedTask;
    }
}
