using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Requests.Clocks;

namespace Santral.ModuleTests.Clocks;

/// <summary>An installation on a Friday morning years ahead, so that nothing of the demo is in the way; the test moves its clock.</summary>
public sealed class ClocksInstallation : Installation
{
    /// <summary>09:00 in İstanbul.</summary>
    public static readonly DateTimeOffset Friday = new(2031, 11, 21, 6, 0, 0, TimeSpan.Zero);

    private readonly HashSet<string> _people = [];

    public FakeTimeProvider Clock { get; } = new(Friday);

    /// <summary>As ever, but also after a long time has passed: sessions end when nobody works.</summary>
    public new Task<HttpClient> AsAsync(string userName)
    {
        _people.Add(userName);
        return base.AsAsync(userName);
    }

    /// <summary>Moves the clock and tells everything that falls due on the way.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        foreach (var userName in _people)
        {
            (await (await base.AsAsync(userName)).PostAsJsonAsync("/api/session", new { userName, password = "demo" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await Services.GetRequiredService<AlarmJob>().TellAsync(Given.Stop);
        await DeliverFactsAsync();
    }

    /// <summary>Until all open requests have followed the definitions.</summary>
    public async Task FollowDefinitionsAsync()
    {
        await DeliverFactsAsync();
        await Services.GetRequiredService<RecomputeJob>().RunAsync(Given.Stop);
    }

    protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
}

/// <summary>The tests of clocks share one installation whose time only goes ahead; each looks only at what it made itself.</summary>
[CollectionDefinition(Name)]
public sealed class ClocksCollection : ICollectionFixture<ClocksInstallation>
{
    public const string Name = "clocks";
}

/// <summary>What the tests of clocks begin with.</summary>
internal static class Given
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static DateTimeOffset? AtOf(this JsonElement body, string name)
        => body.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetDateTimeOffset() : null;

    public static string? WordOf(this JsonElement body, string name) => body.GetProperty(name).GetString();

    public static JsonElement[] ListOf(this JsonElement body, string name) => [.. body.GetProperty(name).EnumerateArray()];

    /// <summary>Every day from 08:00 to 20:00 with a break at noon.</summary>
    public static object Calendar(string name, string zone = "Europe/Istanbul", int opens = 480, int closes = 1200, params object[] days) => new
    {
        names = new { tr = name, sv = name, en = name },
        timeZone = zone,
        week = Enum.GetNames<DayOfWeek>().SelectMany(d => new object[]
        {
            new { day = char.ToLowerInvariant(d[0]) + d[1..], opens, closes = 720 },
            new { day = char.ToLowerInvariant(d[0]) + d[1..], opens = 780, closes },
        }),
        days,
    };

    public static object Holiday(string date, string name = "Bayram", bool isYearly = false)
        => new { date, isYearly, kind = "holiday", names = new { tr = name, sv = name, en = name }, blocks = Array.Empty<object>() };
}
