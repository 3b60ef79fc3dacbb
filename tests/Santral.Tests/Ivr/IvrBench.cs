using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Contracts.Billing;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;
using Santral.Ivr.Flows;

namespace Santral.Tests.Ivr;

/// <summary>The flow engine with the demo's flows, and what it asks of other modules, played by lists.</summary>
internal sealed class IvrBench : IQueueCalls, IKnowTeams, IReadInvoices, IVerifyCorporateCaller, IDisposable
{
    public static readonly CustomerSummary Elif = new(new CustomerId(new Guid("018f0000-0000-7000-8000-000000000001")), "M-1", "Elif Yılmaz", CustomerKind.Individual, "tr");
    public static readonly CustomerSummary SoftLtd = new(new CustomerId(new Guid("018f0000-0000-7000-8000-000000000002")), "100200", "Soft Ltd. Şti.", CustomerKind.Corporate, "tr");

    private readonly ServiceProvider _services;
    private readonly FlowLibrary _flows = new(NullLogger<FlowLibrary>.Instance);
    private readonly List<FakeLine> _lines = [];

    public IvrBench(params string[] documents)
    {
        _flows.Replace(documents.Length > 0 ? documents : DemoFlows.Documents);
        _services = new ServiceCollection()
            .AddMetrics()
            .AddLogging()
            .AddSingleton<IReadInvoices>(this)
            .AddSingleton<IVerifyCorporateCaller>(this)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new();

    public FlowLibrary Flows => _flows;

    public List<QueueRequest> Queued { get; } = [];

    public Queue<QueueOutcome> Outcomes { get; } = new();

    public HashSet<string> ClosedTeams { get; } = [];

    public List<(string Number, string Password)> Tried { get; } = [];

    public Func<InvoiceSummary?> Invoice { get; set; } =
        () => new InvoiceSummary("SFT-2026-000123", new DateOnly(2026, 11, 1), new Money(24990, "TRY"), new Money(24990, "TRY"), new DateOnly(2026, 11, 30), false);

    public Func<string, string, VerificationResult> Verdict { get; set; } =
        (number, password) => number == "100200" && password == "4321" ? VerificationResult.Verified : VerificationResult.Wrong;

    public IReadOnlyList<TeamSummary> All { get; } =
    [
        .. new[] { ("customer_services", "internet"), ("technical_support", "internet"), ("appliance_service", "appliance"), ("citizen_services", "municipal") }
            .Select((t, i) => new TeamSummary(new TeamId(new Guid(i + 1, 0, 0, new byte[8])), t.Item1, new Names(t.Item1, t.Item1, t.Item1), t.Item2)),
    ];

    public static CallerIdentity Caller(CallerClass kind) => kind switch
    {
        CallerClass.KnownIndividual => new CallerIdentity(kind, Elif, []),
        CallerClass.VerifiedCorporate => new CallerIdentity(kind, SoftLtd, []),
        _ => new CallerIdentity(kind, null, [Elif, SoftLtd]),
    };

    public FakeLine Line(CallerClass kind, string called = "+908502220000", string unit = "internet", string language = "tr")
    {
        var line = new FakeLine(Clock, Caller(kind)) { CalledNumber = called, Unit = unit, Language = language };
        _lines.Add(line);
        return line;
    }

    public async Task<FakeLine> RunAsync(FakeLine line)
    {
        var answer = new AnswerCalls(
            _flows,
            this,
            this,
            _services.GetRequiredService<IServiceScopeFactory>(),
            Clock,
            _services.GetRequiredService<IMeterFactory>(),
            _services.GetRequiredService<ILogger<AnswerCalls>>());
        await answer.TakeAsync(line, line.HungUp);
        return line;
    }

    public Task<FakeLine> CallAsync(CallerClass kind, params string[] keys) => RunAsync(Line(kind).Types(keys));

    public Task<QueueOutcome> ServeAsync(ICallLine line, QueueRequest request, CancellationToken hungUp)
    {
        Queued.Add(request);
        return Task.FromResult(Outcomes.TryDequeue(out var outcome) ? outcome : QueueOutcome.Served);
    }

    public bool IsOpen(string teamCode) => !ClosedTeams.Contains(teamCode);

    public TeamSummary? Find(TeamId id) => All.FirstOrDefault(t => t.Id == id);

    public TeamSummary? FindByCode(string code) => All.FirstOrDefault(t => t.Code == code);

    public IReadOnlyList<TeamSummary> Of(UserId agent) => [];

    public Task<InvoiceSummary?> ToReadOutAsync(CustomerId customer, CancellationToken stop) => Task.FromResult(Invoice());

    public Task<IReadOnlyList<InvoiceSummary>> OpenAsync(CustomerId customer, CancellationToken stop) => Task.FromResult<IReadOnlyList<InvoiceSummary>>([]);

    public Task<(VerificationResult Result, CustomerSummary? Customer)> VerifyAsync(
        string customerNumber, string servicePassword, PhoneNumber? from, CancellationToken stop)
    {
        Tried.Add((customerNumber, servicePassword));
        var result = Verdict(customerNumber, servicePassword);
        return Task.FromResult<(VerificationResult, CustomerSummary?)>((result, result == VerificationResult.Verified ? SoftLtd : null));
    }

    public void Dispose()
    {
        _lines.ForEach(l => l.Dispose());
        _services.Dispose();
    }
}
