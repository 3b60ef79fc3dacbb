using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.ModuleTests.Queues;

/// <summary>A caller whom the first agent answers at once; the test ends the conversation.</summary>
internal sealed class AnsweredLine(CallId id) : ICallLine
{
    private readonly TaskCompletionSource<UserId> _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ConversationEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CallId Id => id;

    /// <summary>Who has answered.</summary>
    public Task<UserId> AnsweredBy => _answered.Task;

    public string CalledNumber => "100";

    public PhoneNumber? CallingNumber => null;

    public string Unit => "internet";

    public DateTimeOffset ArrivedAt => default;

    public CallStage Stage { get; set; }

    public string Language { get; set; } = "tr";

    public CallerIdentity Caller { get; } = new(CallerClass.Unidentified, null, []);

    public IReadOnlyList<MenuStep> MenuPath => [];

    public bool KeysAreSecret { get; set; }

    public IVerifyCaller? Verification { get; set; }

    public void Ends() => _ended.TrySetResult(ConversationEnd.CallerHungUp);

    public Task<OfferOutcome> OfferAsync(CallOffer offer, CancellationToken hungUp)
    {
        _answered.TrySetResult(offer.Agent);
        return Task.FromResult(OfferOutcome.Answered);
    }

    public Task<ConversationEnd> ConversationAsync(CancellationToken hungUp) => _ended.Task;

    public Task AnswerAsync(CancellationToken hungUp) => Task.CompletedTask;

    public Task<PlayEnd> PlayAsync(IReadOnlyList<PromptPart> parts, bool stopOnKey, CancellationToken hungUp) => Task.FromResult(PlayEnd.Finished);

    public Task<char?> ReadKeyAsync(TimeSpan wait, CancellationToken hungUp) => Task.FromResult<char?>(null);

    public Task<bool> TakeMessageAsync(TeamSummary team, TimeSpan limit, CancellationToken hungUp) => throw new InvalidOperationException("The queues take no messages.");

    public void ForgetKeys()
    {
    }

    public void Took(MenuStep step)
    {
    }

    public void Verified(CustomerSummary account)
    {
    }

    public void ReadsOut(CustomerSummary account, string operation)
    {
    }

    public TransferOrder? Transfer { get; set; }

    public (UserId Agent, TeamSummary Team)? Agent { get; set; }

    public Task<bool> ToNumberAsync(TransferOrder order, CancellationToken hungUp) => Task.FromResult(true);

    public void NotTaken(TransferOrder order)
    {
    }

    public void Verifying(VerificationStepKind step, int wrongPairs)
    {
    }

    public Task StartMusicAsync(CancellationToken hungUp) => Task.CompletedTask;

    public Task StopMusicAsync(CancellationToken hungUp) => Task.CompletedTask;

    public Task HangUpAsync(CallEndReason reason) => Task.CompletedTask;
}
