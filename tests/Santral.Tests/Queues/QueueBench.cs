using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Contracts.Calls;
using Santral.Contracts.Live;
using Santral.Contracts.Queues;
using Santral.Queues.Domain;
using Santral.Queues.Live;

namespace Santral.Tests.Queues;

/// <summary>The real actor and the real serving of callers on a standing clock, with lists where tables and browsers are.</summary>
internal sealed class QueueBench : IHearQueues, IAgentPhones, IDeskCalls, ILiveNews, IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly QueueLog _log;
    private readonly Channel<CallId> _waits = Channel.CreateUnbounded<CallId>();

    public QueueBench()
    {
        _services = new ServiceCollection()
            .AddMetrics()
            .AddSingleton<IAgentPhones>(this)
            .AddSingleton<IDeskCalls>(this)
            .AddSingleton<ILiveNews>(this)
            .AddTransient(_ => Offers!)
            .AddTransient(_ => Callbacks!)
            .AddSingleton<ITexts>(new KeysAsTexts())
            .AddSingleton(s => new Wallboards(new WallboardReader(Pictures, Teams!, Day!, s, Clock), Teams!, s, Clock))
            .BuildServiceProvider();
        Teams = new TeamBook(Clock);
        Day = new QueueDay(Teams, Clock);
        Desks = new DeskReader(Pictures, Teams, Day, _services, Clock);
        News = new DeskNews(Desks, _services, Clock);
        Queues = new QueueSet(Clock, Pictures, this, _services.GetRequiredService<IMeterFactory>(), NullLogger<QueueSet>.Instance);
        _log = new QueueLog(_services.GetRequiredService<IServiceScopeFactory>(), Clock, _services.GetRequiredService<IMeterFactory>(), NullLogger<QueueLog>.Instance);
        Offers = new CallbackOffers(_services, Clock);
        Callbacks = new ServeCallbacks(Queues, Teams, Offers, _log, Clock, NullLogger<ServeCallbacks>.Instance);
        Serve = new ServeCallers(Queues, Teams, new WaitSpeech(Queues, Teams, Day, new CallbackMenu(Callbacks, _services), _services, Clock), _services, Clock, NullLogger<ServeCallers>.Instance);
    }

    public FakeTimeProvider Clock { get; } = new();

    public QueuePictures Pictures { get; } = new(TimeProvider.System);

    public TeamBook Teams { get; }

    public QueueDay Day { get; }

    public DeskReader Desks { get; }

    public DeskNews News { get; }

    public Wallboards Wallboards => _services.GetRequiredService<Wallboards>();

    public QueueSet Queues { get; }

    public ServeCallers Serve { get; }

    public CallbackOffers Offers { get; }

    public ServeCallbacks Callbacks { get; }

    /// <summary>Who calls out; null: nobody can.</summary>
    public HashSet<UserId> Phones { get; } = [];

    public DeskCall? DeskCall { get; set; }

    public ConcurrentQueue<string> Noted { get; } = new();

    public ConcurrentQueue<SpanRecord> Spans { get; } = new();

    /// <summary>Every note fails from here on.</summary>
    public bool NotesFail { get; set; }

    public ConcurrentQueue<(string To, string Topic, object Payload)> Told { get; } = new();

    public static UserId Ann { get; } = Board.Agent("ann");

    public static UserId Bob { get; } = Board.Agent("bob");

    public Task<QueueBench> WithTeamAsync(params UserId[] members) => WithTeamAsync(_ => { }, members);

    public async Task<QueueBench> WithTeamAsync(Action<Team> more, params UserId[] members)
    {
        var team = new Team(Board.Team("sales"), "sales", new Names("Satış", "Sälj", "Sales"), "internet", "Europe/Istanbul");
        team.Staff(members.Select(m => (m, 0)));
        more(team);
        Teams.Replace([team]);
        await Queues.DoAsync(new QueueInput.TeamsChanged(Teams.Rules));
        return this;
    }

    public static TeamSummary Sales { get; } = new(Board.Team("sales"), "sales", new Names("Satış", "Sälj", "Sales"), "internet");

    public static TeamSummary Experts { get; } = new(Board.Team("experts"), "experts", new Names("Uzmanlar", "Experter", "Experts"), "internet");

    /// <summary>Two teams of one person each.</summary>
    public async Task<QueueBench> WithTwoTeamsAsync(UserId inSales, UserId amongExperts)
    {
        Teams.Replace([Of(Sales, inSales), Of(Experts, amongExperts)]);
        await Queues.DoAsync(new QueueInput.TeamsChanged(Teams.Rules));
        return this;

        static Team Of(TeamSummary summary, UserId member)
        {
            var team = new Team(summary.Id, summary.Code, summary.Names, summary.Unit, "Europe/Istanbul");
            team.Staff([(member, 0)]);
            return team;
        }
    }

    public Task ReadyAsync(UserId agent)
    {
        Phones.Add(agent);
        return Queues.DoAsync(new QueueInput.PresenceChosen(agent, PresenceState.Available, null, true));
    }

    /// <summary>The caller stands in a queue for whoever comes; each time that he began to counts once.</summary>
    public async Task BeginsToWaitAsync(WaitingLine line)
    {
        while (await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60)) != line.Id)
        {
        }

        await SettledAsync();
    }

    /// <summary>Everything posted so far has been worked off.</summary>
    public Task SettledAsync() => Queues.DoAsync(new QueueInput.Tick());

    public bool IsReachable(UserId agent) => Phones.Contains(agent);

    public PhoneKind KindOf(UserId agent) => Phones.Contains(agent) ? PhoneKind.Browser : PhoneKind.None;

    DeskCall? IDeskCalls.Of(UserId agent) => DeskCall;

    void ILiveNews.ToUser(UserId user, string topic, object payload) => Told.Enqueue((user.ToString(), topic, payload));

    void ILiveNews.ToAll(string topic, object payload) => Told.Enqueue(("all", topic, payload));

    void ILiveNews.ToConnection(string connection, string topic, object payload) => Told.Enqueue((connection, topic, payload));

    void IHearQueues.WaitBegan(QueueTicket ticket)
    {
        Note("began");
        _waits.Writer.TryWrite(ticket.Call);
    }

    void IHearQueues.WaitOver(QueueTicket ticket, QueueEffect.WaitOver over, DateTimeOffset at) => Note(over.End.ToString());

    void IHearQueues.TalkOver(QueueEffect.TalkOver over) => Note("talked");

    void IHearQueues.OfferOver(QueueEffect.OfferOver over, DateTimeOffset at) => Note(null);

    void IHearQueues.WrapUpOver(QueueEffect.WrapUpOver over) => Note(null);

    void IHearQueues.SpanOver(SpanRecord span) => Spans.Enqueue(span);

    void IHearQueues.PresenceSet(QueueEffect.PresenceSet set) => Note(set.State.ToString());

    void IHearQueues.AgentChanged(UserId agent) => Note(null);

    void IHearQueues.TeamChanged(TeamId team) => Note(null);

    private void Note(string? what)
    {
        if (NotesFail)
        {
            throw new TimeZoneNotFoundException("the zone left the system");
        }

        if (what is not null)
        {
            Noted.Enqueue(what);
        }
    }

    /// <summary>As when the process ends: the services first, what they made after them.</summary>
    public ValueTask EndServicesAsync() => _services.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await Queues.DisposeAsync();
        News.Dispose();
        _log.Dispose();
        await _services.DisposeAsync();
    }

    /// <summary>A text is its language, key and values.</summary>
    private sealed class KeysAsTexts : ITexts
    {
        public string Get(string language, string key, IReadOnlyDictionary<string, object?>? args = null)
            => $"{language}:{key}{string.Concat((args ?? new Dictionary<string, object?>()).Select(a => $" {a.Value}"))}";

        public bool Has(string language, string key) => true;
    }
}
