using System.Diagnostics;
using System.Net;
using Santral.LoadBench.Making;

namespace Santral.LoadBench.Driving;

/// <summary>Fifty agents at once, then fifty who do nothing but open new requests; the limits are the product's promises.</summary>
internal sealed class Drive(Uri address, TimeSpan think, bool eachKind)
{
    private const double SlowestDeed = 100;
    private const double SlowestSearch = 150;
    private const double FewestCreated = 100;

    // The first seconds load code and fill memories, in the product and here.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(60);

    private readonly Figures _figures = new();
    private readonly List<Agent> _agents = [];

    /// <summary>True when every limit was kept.</summary>
    public async Task<bool> RunAsync(TimeSpan working, TimeSpan creating)
    {
        for (var n = 1; n <= MakeAgents.Count; n++)
        {
#pragma warning disable CA2000 // The client owns its handler and lives as long as the process.
            var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = address };
#pragma warning restore CA2000
            var agent = new Agent(client, new Chance(n), _figures);
            await agent.SignInAsync(MakeAgents.NameOf(n));
            _agents.Add(agent);
        }

        await AllAsync(WarmUp, (agent, stop) => agent.WorkAsync(think, stop));
        _figures.Forget();
        var took = await AllAsync(working, (agent, stop) => agent.WorkAsync(think, stop));
        Console.WriteLine($"{MakeAgents.Count} agents for {took.TotalSeconds:N0} s, {think.TotalMilliseconds:N0} ms between two deeds of one");
        _figures.Print(took, eachKind);
        var isQuick = _figures.Errors == 0
            && ((Deed[])[Deed.Open, Deed.Save, Deed.List, Deed.Filter]).All(d => _figures.Percentile(d, 95) < SlowestDeed)
            && _figures.Percentile(Deed.Search, 95) < SlowestSearch;

        _figures.Forget();
        took = await AllAsync(creating, (agent, stop) => agent.CreateAsync(stop));
        var perSecond = _figures.CountOf(Deed.Create) / took.TotalSeconds;
        Console.WriteLine($"{MakeAgents.Count} agents who only open new requests: {perSecond:N0} a second");
        _figures.Print(took, eachKind);
        var isKept = isQuick && _figures.Errors == 0 && perSecond >= FewestCreated;
        Console.WriteLine(isKept
            ? "kept"
            : $"NOT KEPT: p95 below {SlowestDeed} ms (search {SlowestSearch} ms), {FewestCreated} created a second, no errors");
        return isKept;
    }

    private async Task<TimeSpan> AllAsync(TimeSpan time, Func<Agent, CancellationToken, Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        using var end = new CancellationTokenSource(time);
        await Task.WhenAll(_agents.Select(agent => work(agent, end.Token)));
        return Stopwatch.GetElapsedTime(began);
    }
}
