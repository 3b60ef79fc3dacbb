using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;
using Santral.Ivr.Domain;
using Santral.Ivr.Prompts;

namespace Santral.Ivr.Flows.Simulation;

/// <summary>A line without a phone: what it is asked to play is written down, what the caller does is read from a script.</summary>
internal sealed class SimulatedLine(
    Flow flow, SimulatedCaller caller, string language, IReadOnlyList<string> script, PromptLibrary prompts, SimulatedClock clock, CancellationTokenSource over) : ICallLine
{
    /// <summary>About what the synthesiser speaks in a second.</summary>
    private const double SignsPerSecond = 15;

    private static readonly TimeSpan SimulatedMessage = TimeSpan.FromSeconds(15);

    private readonly List<SimulatedStep> _steps = [];
    private readonly List<string> _way = [];
    private readonly List<MenuStep> _path = [];
    private string? _node;
    private bool _keying;

    public IReadOnlyList<SimulatedStep> Steps => _steps;

    public IReadOnlyList<string> Way => _way;

    public int Taken { get; private set; }

    public CallEndReason? Ended { get; set; }

    public int WaitSeconds { get; private set; }

    /// <summary>The team in whose queue the script ends.</summary>
    public string? QueueWaits { get; private set; }

    public CallId Id { get; } = Kernel.Id.New<CallId>(clock);

    public string CalledNumber { get; } = flow.Numbers is [var first, ..] ? first : "";

    public PhoneNumber? CallingNumber => null;

    public string Unit => flow.Unit;

    public DateTimeOffset ArrivedAt => clock.Start;

    public CallStage Stage { get; set; }

    public string Language
    {
        get;
        set
        {
            if (field != value)
            {
                field = value;
                Add(SimulatedStepKind.Language, value);
            }
        }
    } = language;

    public CallerIdentity Caller { get; private set; } = caller switch
    {
        SimulatedCaller.Individual => new CallerIdentity(CallerClass.KnownIndividual, SimulatedModules.Individual, []),
        SimulatedCaller.VerifiedCorporate => new CallerIdentity(CallerClass.VerifiedCorporate, SimulatedModules.Account, []),
        _ => new CallerIdentity(CallerClass.Unidentified, null, []),
    };

    public IReadOnlyList<MenuStep> MenuPath => _path;

    public bool KeysAreSecret { get; set; }

    public IVerifyCaller? Verification { get; set; }

    public void Came(string node)
    {
        _node = node;
        _way.Add(node);
        _keying = false;
    }

    public Task AnswerAsync(CancellationToken hungUp) => Task.CompletedTask;

    public Task<PlayEnd> PlayAsync(IReadOnlyList<PromptPart> parts, bool stopOnKey, CancellationToken hungUp)
    {
        hungUp.ThrowIfCancellationRequested();
        foreach (var part in parts)
        {
            var text = prompts.TextOf(part, Language);
            var choice = (part as PromptPart.Named)?.Choice;
            Add(SimulatedStepKind.Said, text, choice?.Key.ToString(), choice?.Label);
            clock.Advance(TimeSpan.FromSeconds(Math.Max(1, text.Length / SignsPerSecond)));
        }

        return Task.FromResult(PlayEnd.Finished);
    }

    public Task<char?> ReadKeyAsync(TimeSpan wait, CancellationToken hungUp)
    {
        WaitSeconds = (int)wait.TotalSeconds;
        var entry = Next(e => e == SimulatedScript.Silence || e is [var key] && SimulatedScript.Keys.Contains(key));
        if (entry == SimulatedScript.Silence)
        {
            clock.Advance(wait);
            Add(SimulatedStepKind.Silence);
            return Task.FromResult<char?>(null);
        }

        clock.Advance(TimeSpan.FromSeconds(1));
        var shown = KeysAreSecret && entry[0] is >= '0' and <= '9' ? "•" : entry;
        if (_keying)
        {
            _steps[^1] = _steps[^1] with { Text = _steps[^1].Text + shown };
        }
        else
        {
            Add(SimulatedStepKind.Keyed, shown);
            _keying = true;
        }

        return Task.FromResult<char?>(entry[0]);
    }

    public void ForgetKeys()
    {
        // Keys come only when they are asked for: there is nothing typed ahead.
    }

    public void Took(MenuStep step)
    {
        _path.Add(step);
        Add(SimulatedStepKind.Chose, null, step.Key, step.Label);
    }

    public void Verified(CustomerSummary account)
    {
        Caller = new CallerIdentity(CallerClass.VerifiedCorporate, account, []);
        Add(SimulatedStepKind.Verified);
    }

    public void ReadsOut(CustomerSummary account, string operation)
    {
        // Made-up accounts have no ledger.
    }

    public TransferOrder? Transfer => null;

    public (UserId Agent, TeamSummary Team)? Agent => null;

    public Task<bool> ToNumberAsync(TransferOrder order, CancellationToken hungUp) => Task.FromResult(true);

    public void NotTaken(TransferOrder order)
    {
        // No agent is behind the stand-ins.
    }

    public void Verifying(VerificationStepKind step, int wrongPairs)
    {
        // What is said tells it already.
    }

    public QueueOutcome Wait(string team)
    {
        Add(SimulatedStepKind.Queued, team);
        QueueWaits = team;
        var entry = Next(SimulatedScript.Outcomes.ContainsKey);
        QueueWaits = null;
        clock.Advance(TimeSpan.FromSeconds(30));
        Add(SimulatedStepKind.QueueEnded, entry);
        return SimulatedScript.Outcomes[entry];
    }

    /// <summary>The played caller says something short.</summary>
    public Task<bool> TakeMessageAsync(TeamSummary team, TimeSpan limit, CancellationToken hungUp)
    {
        hungUp.ThrowIfCancellationRequested();
        Add(SimulatedStepKind.Message, team.Code);
        clock.Advance(limit < SimulatedMessage ? limit : SimulatedMessage);
        return Task.FromResult(true);
    }

    public void Broke(string team)
    {
        Add(SimulatedStepKind.Broken, team);
        Ended = CallEndReason.Failed;
    }

    public Task HangUpAsync(CallEndReason reason)
    {
        if (Ended is null)
        {
            Ended = reason;
            Add(SimulatedStepKind.Ended, System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(reason.ToString()));
        }

        return Task.CompletedTask;
    }

    public Task StartMusicAsync(CancellationToken hungUp) => Task.CompletedTask;

    public Task StopMusicAsync(CancellationToken hungUp) => Task.CompletedTask;

    public Task<OfferOutcome> OfferAsync(CallOffer offer, CancellationToken hungUp) => throw new NotSupportedException("The queues offer, and these are stand-ins.");

    public Task<ConversationEnd> ConversationAsync(CancellationToken hungUp) => throw new NotSupportedException("The queues converse, and these are stand-ins.");

    /// <summary>The next entry; where the script ends, or says what nobody asked for, the walk stands still.</summary>
    private string Next(Predicate<string> fits)
    {
        var entry = Taken < script.Count ? script[Taken] : null;
        if (entry == SimulatedScript.HangUp)
        {
            Taken++;
            Ended = CallEndReason.CallerHungUp;
            Add(SimulatedStepKind.Ended, "callerHungUp");
        }
        else if (entry is not null && fits(entry))
        {
            Taken++;
            return entry;
        }

        over.Cancel();
        throw new OperationCanceledException(over.Token);
    }

    private void Add(SimulatedStepKind kind, string? text = null, string? key = null, Names? label = null)
    {
        _keying = false;
        _steps.Add(new SimulatedStep(kind, (int)(clock.GetUtcNow() - clock.Start).TotalSeconds, _node, text, key, label));
    }
}
