using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Tests.Ivr;

/// <summary>
/// A caller by script: each entry of <see cref="Types"/> is what he keys when he is asked, `""` is silence until the wait is over.
/// When the script ends he hangs up.
/// </summary>
internal sealed class FakeLine(FakeTimeProvider clock, CallerIdentity caller) : ICallLine, IDisposable
{
    private readonly CancellationTokenSource _hungUp = new();
    private readonly Queue<string> _script = new();
    private readonly Queue<char> _typed = new();
    private readonly List<MenuStep> _path = [];

    public CancellationToken HungUp => _hungUp.Token;

    /// <summary>Everything heard, in order: keys of prompts and spoken texts.</summary>
    public List<string> Heard { get; } = [];

    public List<CallEndReason> HangUps { get; } = [];

    public List<MenuChoice> Choices { get; } = [];

    public List<bool> SecretWhileReading { get; } = [];

    public CallId Id { get; } = Santral.Kernel.Id.New<CallId>(clock);

    public string CalledNumber { get; init; } = "+908502220000";

    public PhoneNumber? CallingNumber { get; init; } = PhoneNumber.Parse("+905321112233", null);

    public string Unit { get; init; } = "internet";

    public DateTimeOffset ArrivedAt { get; } = clock.GetUtcNow();

    public CallStage Stage { get; set; }

    public string Language { get; set; } = "tr";

    public CallerIdentity Caller { get; private set; } = caller;

    public IReadOnlyList<MenuStep> MenuPath => _path;

    public bool KeysAreSecret { get; set; }

    public IVerifyCaller? Verification { get; set; }

    /// <summary>What of whose account was told.</summary>
    public List<(CustomerId Customer, string Operation)> ReadOut { get; } = [];

    /// <summary>Where he was in the verification menu, with the wrong pairs so far.</summary>
    public List<(VerificationStepKind Step, int WrongPairs)> Steps { get; } = [];

    public bool Answered { get; private set; }

    public FakeLine Types(params string[] script)
    {
        foreach (var keys in script)
        {
            _script.Enqueue(keys);
        }

        return this;
    }

    /// <summary>Keys pressed before anybody asks.</summary>
    public FakeLine TypesAhead(string keys)
    {
        foreach (var key in keys)
        {
            _typed.Enqueue(key);
        }

        return this;
    }

    public void HangsUpNow() => _hungUp.Cancel();

    public Task AnswerAsync(CancellationToken hungUp)
    {
        Answered = true;
        return Task.CompletedTask;
    }

    public Task<PlayEnd> PlayAsync(IReadOnlyList<PromptPart> parts, bool stopOnKey, CancellationToken hungUp)
    {
        hungUp.ThrowIfCancellationRequested();
        if (stopOnKey && _typed.Count > 0)
        {
            return Task.FromResult(PlayEnd.Key);
        }

        foreach (var part in parts)
        {
            switch (part)
            {
                case PromptPart.Named named:
                    Heard.Add(named.Key);
                    if (named.Choice is { } choice)
                    {
                        Choices.Add(choice);
                    }

                    break;
                case PromptPart.Spoken spoken:
                    Heard.Add(spoken.Text);
                    break;
            }
        }

        clock.Advance(TimeSpan.FromSeconds(3 * parts.Count));
        return Task.FromResult(PlayEnd.Finished);
    }

    public Task<char?> ReadKeyAsync(TimeSpan wait, CancellationToken hungUp)
    {
        hungUp.ThrowIfCancellationRequested();
        SecretWhileReading.Add(KeysAreSecret);
        if (_typed.Count == 0)
        {
            if (!_script.TryDequeue(out var keys))
            {
                _hungUp.Cancel();
                hungUp.ThrowIfCancellationRequested();
            }

            TypesAhead(keys ?? "");
        }

        if (_typed.TryDequeue(out var key))
        {
            clock.Advance(TimeSpan.FromMilliseconds(200));
            return Task.FromResult<char?>(key);
        }

        clock.Advance(wait);
        return Task.FromResult<char?>(null);
    }

    public List<(string Team, TimeSpan Limit)> Messages { get; } = [];

    public bool TakesMessages { get; set; } = true;

    public Task<bool> TakeMessageAsync(TeamSummary team, TimeSpan limit, CancellationToken hungUp)
    {
        hungUp.ThrowIfCancellationRequested();
        Messages.Add((team.Code, limit));
        return Task.FromResult(TakesMessages);
    }

    public void ForgetKeys() => _typed.Clear();

    public void Took(MenuStep step) => _path.Add(step);

    public void Verified(CustomerSummary account) => Caller = new CallerIdentity(CallerClass.VerifiedCorporate, account, []);

    public void ReadsOut(CustomerSummary account, string operation) => ReadOut.Add((account.Id, operation));

    public TransferOrder? Transfer => null;

    public (UserId Agent, TeamSummary Team)? Agent => null;

    public Task<bool> ToNumberAsync(TransferOrder order, CancellationToken hungUp) => throw new InvalidOperationException("The flow transfers nobody itself.");

    public void NotTaken(TransferOrder order) => throw new InvalidOperationException("The flow transfers nobody itself.");

    public void Verifying(VerificationStepKind step, int wrongPairs) => Steps.Add((step, wrongPairs));

    public Task StartMusicAsync(CancellationToken hungUp) => Task.CompletedTask;

    public Task StopMusicAsync(CancellationToken hungUp) => Task.CompletedTask;

    public Task<OfferOutcome> OfferAsync(CallOffer offer, CancellationToken hungUp) => throw new InvalidOperationException("The flow offers nothing itself.");

    public Task<ConversationEnd> ConversationAsync(CancellationToken hungUp) => throw new InvalidOperationException("The flow does not converse itself.");

    public Task HangUpAsync(CallEndReason reason)
    {
        HangUps.Add(reason);
        return Task.CompletedTask;
    }

    public void Dispose() => _hungUp.Dispose();
}
