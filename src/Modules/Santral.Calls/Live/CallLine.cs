using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;

namespace Santral.Calls.Live;

/// <summary>
/// One call. Whatever happens to it (the flow's steps, keys, audio, the agent's clicks, the caller's hanging up) goes through its
/// mailbox, one at a time; so nothing here is locked and each race has exactly one winner.
/// </summary>
internal sealed partial class CallLine : ICallLine, IDisposable
{
    private readonly Arrival _arrival;
    private readonly ICallerEnd _caller;
    private readonly ITranscript? _transcript;
    private readonly IPromptFiles _prompts;
    private readonly LineParts _parts;
    private readonly Mailbox _box;
    private readonly CancellationTokenSource _gone = new();
    private readonly CancellationToken _goneToken;
    private volatile CallerIdentity _identity = new(CallerClass.Unidentified, null, []);
    private volatile ImmutableList<MenuStep> _menuPath = [];
    private volatile string _language;
    private volatile bool _keysAreSecret;
    private volatile CallStage _stage = CallStage.Greeting;
    private int _answered;
    private bool _recorded;
    private bool _ended;
    private CallEndReason? _endReason;

    public CallLine(Arrival arrival, ICallerEnd caller, ITranscript? transcript, IPromptFiles prompts, LineParts parts)
    {
        _arrival = arrival;
        _caller = caller;
        _transcript = transcript;
        _prompts = prompts;
        _parts = parts;
        _language = arrival.UnitLanguage;
        _goneToken = _gone.Token;
        _box = new Mailbox(parts.Log);
        parts.Media.Listen(caller.Leg, OnMedia);
    }

    public CallId Id => _arrival.Id;

    public string CalledNumber => _arrival.CalledNumber;

    public PhoneNumber? CallingNumber => _arrival.CallingNumber;

    public string Unit => _arrival.Unit;

    public DateTimeOffset ArrivedAt => _arrival.At;

    public CallerIdentity Caller => _identity;

    public IReadOnlyList<MenuStep> MenuPath => _menuPath;

    /// <summary>Cancelled when the call is over, before the waits of its flow end.</summary>
    public CancellationToken Gone => _goneToken;

    public string Language
    {
        get => _language;
        set => _language = value;
    }

    public bool KeysAreSecret
    {
        get => _keysAreSecret;
        set => _keysAreSecret = value;
    }

    public CallStage Stage
    {
        get => _stage;
        set
        {
            if (_stage != value)
            {
                _stage = value;
                _box.Post(() => Reached(value));
            }
        }
    }

    /// <summary>Runs the call's mailbox until the call is over.</summary>
    public Task RunAsync() => _box.RunAsync();

    public async Task AnswerAsync(CancellationToken hungUp)
    {
        hungUp.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _answered, 1) == 0)
        {
            await _caller.AnswerAsync();
            Note(CallEventKind.Answered);
        }
    }

    /// <summary>Who calls is known now, or known not to be known: from here on the call has its record.</summary>
    public Task IdentifiedAsync(CallerIdentity identity)
        => _box.AskAsync(
            () =>
            {
                _identity = identity;
                if (identity is { Class: CallerClass.KnownIndividual, Customer.Language: { Length: > 0 } language })
                {
                    _language = language;
                }

                Record();
                return Task.FromResult(true);
            },
            Over);

    public void Took(MenuStep step)
    {
        _menuPath = _menuPath.Add(step);
        Note(CallEventKind.Menu, step: step);
    }

    public void Verified(CustomerSummary account)
    {
        _identity = new CallerIdentity(CallerClass.VerifiedCorporate, account, []);
        _parts.Journal.Write(new JournalEntry.Verified(Id, account.Id, _parts.Clock.GetUtcNow()));
    }

    public void ReadsOut(CustomerSummary account, string operation)
    {
        var ground = account.Kind != CustomerKind.Corporate ? DisclosureGround.KnownNumber : DisclosureGround.Verified;
        _parts.Journal.Write(new JournalEntry.Disclosed(
            new Disclosure(Id, account.Id, null, operation, DisclosureWay.ReadOut, ground, _parts.Clock.GetUtcNow())));
    }

    public void Dispose() => _gone.Dispose();

    private void Reached(CallStage stage)
    {
        if (_ended)
        {
            return;
        }

        if (stage == CallStage.Queue)
        {
            _queuedAt = _parts.Clock.GetUtcNow();
            Note(CallEventKind.Queued);
        }

        _transcript?.Reached(stage);
    }

    /// <summary>Once, as early as the caller's class is known and in any case before the end is written (I-01).</summary>
    private void Record()
    {
        if (_recorded)
        {
            return;
        }

        _recorded = true;
        _parts.Journal.Write(new JournalEntry.Arrived(
            Id, Unit, CalledNumber, CallingNumber, _identity.Class, _identity.Customer?.Id, ArrivedAt, _arrival.Direction));
    }

    private void Note(CallEventKind kind, UserId? agent = null, string? team = null, MenuStep? step = null, PhoneNumber? number = null)
        => _parts.Journal.Write(new JournalEntry.Happened(Id, kind, _parts.Clock.GetUtcNow(), agent, team, step, number));

    private ITimer After(TimeSpan due, Func<Task> work)
        => _parts.Clock.CreateTimer(_ => _box.Post(work), null, due, Timeout.InfiniteTimeSpan);

    private OperationCanceledException Over() => new("The call is over.", _goneToken);
}
