using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Calls;
using Santral.Calls.Data;
using Santral.Calls.Domain;
using Santral.Calls.Live;
using Santral.Calls.Live.Outside;
using Santral.Calls.Live.Recordings;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Live;
using Santral.Contracts.Queues;
using Santral.Media;

namespace Santral.Tests.Calls;

/// <summary>The calls as they run in the product, with a clock, a media engine and callers that the test moves.</summary>
internal sealed class Exchange : IAnswerCalls, IIdentifyCaller, IPromptFiles, ILiveNews, IHearPhonesChange, IHearDeskChange, IHoldAgents, IDeskPhones, IOutsideLines, IAsyncDisposable
{
    public static readonly TeamSummary Team = new(
        TeamId.From(Guid.Parse("0197a000-0000-7000-8000-000000000001")), "customer_services", new Names("Müşteri Hizmetleri", "Kundtjänst", "Customer Services"), "internet");

    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly ConcurrentDictionary<CallId, Func<ICallLine, CancellationToken, Task>> _flows = new();
    private readonly ConcurrentDictionary<UserId, MemoryDeskRing> _deskPhones = new();
    private Func<ICallLine, CancellationToken, Task> _flow = (_, _) => Task.CompletedTask;

    private Exchange(bool withTables)
    {
        Media = new MemoryMedia(Clock);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock).AddSingleton<IMediaEngine>(Media).AddLogging(l => l.AddProvider(Log).SetMinimumLevel(LogLevel.Trace)).AddMetrics();
        services.AddSingleton(new CallsOptions { DataFolder = _folder.Path }).AddSingleton(new NodeName(_folder.Path));
        services.AddSingleton<OutboxBell>().AddSingleton<WriteGate>().AddScoped<DbSession>().AddSingleton<ICurrentUser, SystemUser>();
        services.AddDbContext<CallsDb>(o => o.UseSqlite($"Data Source={Path.Combine(_folder.Path, "calls.db")};Pooling=False;Default Timeout=30"));
        services.AddSingleton<IAnswerCalls>(this).AddSingleton<IIdentifyCaller>(this).AddSingleton<IPromptFiles>(this).AddSingleton<ILiveNews>(this);
        services.AddSingleton<IHearPhonesChange>(this).AddSingleton<IHearDeskChange>(this).AddSingleton<IHoldAgents>(this).AddSingleton<IDeskPhones>(this).AddSingleton<IOutsideLines>(this);
        services.AddSingleton<MediaDesk>().AddSingleton<CallJournal>().AddSingleton<LiveCalls>().AddSingleton<CallsMeter>().AddSingleton<HoldMusic>();
        services.AddSingleton<RecordingBook>().AddSingleton<RecordingFolder>().AddSingleton<RecordingDesk>();
        services.AddSingleton<DeskCalls>().AddSingleton<AgentPhones>();
        services.AddSingleton(CallsModule.LineParts);
        _services = services.BuildServiceProvider();
        if (withTables)
        {
            CreateTables();
        }
    }

    public FakeTimeProvider Clock { get; } = new();

    public LogLines Log { get; } = new();

    public MemoryMedia Media { get; }

    public Func<PhoneNumber?, CancellationToken, Task<CallerIdentity>> Identify { get; set; }
        = (_, _) => Task.FromResult(new CallerIdentity(CallerClass.Unidentified, null, []));

    /// <summary>What each agent's desk showed, in order; null when it was cleared.</summary>
    public Seen<(UserId Agent, DeskCall? Call)> Desks { get; } = new();

    public Seen<(UserId Agent, bool Ready)> PhoneNews { get; } = new();

    /// <summary>What the queues were told of agents who are asked.</summary>
    public Seen<(UserId Agent, string What)> Holds { get; } = new();

    public Seen<(string Connection, string Topic)> TabNews { get; } = new();

    /// <summary>Numbers outside that were called, in order.</summary>
    public Seen<MemoryOutsideRing> Outside { get; } = new();

    /// <summary>What a listener to the desks does; a test lets it fail.</summary>
    public Action? AtDesk { get; set; }

    public LiveCalls Calls => _services.GetRequiredService<LiveCalls>();

    public AgentPhones Phones => _services.GetRequiredService<AgentPhones>();

    public DeskCalls DeskOf => _services.GetRequiredService<DeskCalls>();

    public RecordingBook Book => _services.GetRequiredService<RecordingBook>();

    public RecordingFolder Folder => _services.GetRequiredService<RecordingFolder>();

    public NodeName Node => _services.GetRequiredService<NodeName>();

    public CallJournal Journal => _services.GetRequiredService<CallJournal>();

    public static async Task<Exchange> OpenAsync(bool withTables = true)
    {
        var exchange = new Exchange(withTables);
        await ((IHostedService)exchange._services.GetRequiredService<MediaDesk>()).StartAsync(CancellationToken.None);
        await ((IHostedService)exchange.Journal).StartAsync(CancellationToken.None);
        return exchange;
    }

    public static UserId Agent(int number) => UserId.From(Guid.Parse($"0197a000-0000-7000-8000-0000000001{number:00}"));

    public void CreateTables()
    {
        using var scope = _services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CallsDb>().Database.EnsureCreated();
    }

    /// <summary>A caller dials; the flow is what the test wants to happen to him.</summary>
    public MemoryCaller Dial(Func<ICallLine, CancellationToken, Task> flow, string? from = "+905321112233")
    {
        _flow = flow;
        var caller = new MemoryCaller(new LegId(Guid.CreateVersion7()), this);
        Media.Open(caller.Leg);
        PhoneNumber? number = from is null ? null : PhoneNumber.Parse(from, null);
        var id = Id.New<CallId>(Clock);
        _flows[id] = flow;
        caller.Line = Calls.Start(new Arrival(id, "+908502220000", number, "internet", "tr", Calls.NextArrival()), caller, caller);
        return caller;
    }

    /// <summary>An agent's browser with audio.</summary>
    public async Task OpenPhoneAsync(UserId agent, string connection = "tab-1")
    {
        var before = PhoneNews.All.Count(n => n == (agent, true));
        await Phones.OpenAsync(agent, connection, "offer", CancellationToken.None);
        while (PhoneNews.All.Count(n => n == (agent, true)) == before)
        {
            await Task.Yield();
        }
    }

    public MemoryDeskRing RegisterDeskPhone(UserId agent)
    {
        var ring = new MemoryDeskRing(new LegId(Guid.CreateVersion7()), Media);
        _deskPhones[agent] = ring;
        Registered?.Invoke(agent);
        return ring;
    }

    public void UnregisterDeskPhone(UserId agent)
    {
        _deskPhones.TryRemove(agent, out _);
        Unregistered?.Invoke(agent);
    }

    public Task<(UserId Agent, DeskCall? Call)> ShowsAsync(UserId agent, DeskCallState state)
        => Desks.UntilAsync(d => d.Agent == agent && d.Call?.State == state, $"{state} at the desk");

    /// <summary>Everything written so far; the journal is stopped by it.</summary>
    public async Task<(CallRecord Record, IReadOnlyList<CallEvent> Events)> RecordAsync(CallId id)
    {
        await Journal.StopAsync(CancellationToken.None);
        await using var scope = _services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CallsDb>();
        return (await db.Calls.AsNoTracking().SingleAsync(c => c.Id == id), await db.Events.AsNoTracking().Where(e => e.CallId == id).OrderBy(e => e.Sequence).ToListAsync());
    }

    public async Task<T> InDatabaseAsync<T>(Func<CallsDb, Task<T>> work)
    {
        await using var scope = _services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<CallsDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await Calls.EndAllAsync();
        await Media.DisposeAsync();
        await Journal.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    public event Action<UserId>? Registered;

    public event Action<UserId>? Unregistered;

    Task IAnswerCalls.TakeAsync(ICallLine line, CancellationToken hungUp) => (_flows.GetValueOrDefault(line.Id) ?? _flow)(line, hungUp);

    Task<CallerIdentity> IIdentifyCaller.IdentifyAsync(PhoneNumber? number, CancellationToken stop) => Identify(number, stop);

    Task<string?> IPromptFiles.FileAsync(PromptPart part, string language, CancellationToken stop) => Task.FromResult<string?>($"/prompts/{language}/{part}.wav");

    string IPromptFiles.TextOf(PromptPart part, string language) => part is PromptPart.Named named ? named.Key : "";

    void ILiveNews.ToUser(UserId user, string topic, object payload)
    {
    }

    void ILiveNews.ToAll(string topic, object payload)
    {
    }

    void ILiveNews.ToConnection(string connection, string topic, object payload) => TabNews.Add((connection, topic));

    void IHoldAgents.Taken(UserId agent, CallId call, TeamId team) => Holds.Add((agent, "taken"));

    void IHoldAgents.Speaks(UserId agent, CallId call) => Holds.Add((agent, "speaks"));

    void IHoldAgents.WritesUp(UserId agent, CallId call, DateTimeOffset since) => Holds.Add((agent, "writes up"));

    void IHoldAgents.Freed(UserId agent, CallId call) => Holds.Add((agent, "freed"));

    void IHearPhonesChange.PhoneReady(UserId agent) => PhoneNews.Add((agent, true));

    void IHearPhonesChange.PhoneLost(UserId agent) => PhoneNews.Add((agent, false));

    void IHearDeskChange.DeskChanged(UserId agent)
    {
        Desks.Add((agent, DeskOf.Of(agent)));
        AtDesk?.Invoke();
    }

    IOutsideRing IOutsideLines.Ring(OutsideOrder order)
    {
        var ring = new MemoryOutsideRing(order, Media);
        Outside.Add(ring);
        return ring;
    }

    bool IDeskPhones.IsRegistered(UserId agent) => _deskPhones.ContainsKey(agent);

    IDeskRing IDeskPhones.Ring(UserId agent, string? callerName, PhoneNumber? callingNumber) => _deskPhones[agent];
}
