using System.Threading.Channels;
using Santral.Contracts.Calls;
using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Tests.Queues;

/// <summary>
/// A caller in a queue: the test sees each offer and says how it ends. Whoever serves him goes on at once, on the test's own stack: when the test's next
/// line runs, the queues have been told, so what the test asks of them next comes after.
/// </summary>
internal sealed class WaitingLine(string name, string? number = null) : ICallLine, IDisposable
{
    private readonly CancellationTokenSource _hungUp = new();
    private readonly Channel<(CallOffer Offer, TaskCompletionSource<OfferOutcome> End)> _offers =
        Channel.CreateUnbounded<(CallOffer, TaskCompletionSource<OfferOutcome>)>();

    private readonly Channel<ConversationEnd> _ends =
        Channel.CreateUnbounded<ConversationEnd>(new UnboundedChannelOptions { AllowSynchronousContinuations = true });

    public CancellationToken HungUp => _hungUp.Token;

    public bool Music { get; private set; }

    public CallId Id { get; } = Board.Call(name);

    public string CalledNumber => "100";

    public PhoneNumber? CallingNumber { get; } = number is null ? null : PhoneNumber.Parse(number, null);

    public string Unit => "internet";

    public DateTimeOffset ArrivedAt => default;

    public CallStage Stage { get; set; }

    public string Language { get; set; } = "tr";

    public CallerIdentity Caller { get; } = new(CallerClass.Unidentified, null, []);

    public IReadOnlyList<MenuStep> MenuPath => [];

    public bool KeysAreSecret { get; set; }

    public IVerifyCaller? Verification { get; set; }

    public void HangsUp() => _hungUp.Cancel();

    /// <summary>The next offer, as the agent's phone rings; one that never comes fails the test and does not hold up all others.</summary>
    public async Task<(CallOffer Offer, TaskCompletionSource<OfferOutcome> End)> OfferedAsync()
        => await _offers.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public async Task<CallOffer> EndsOfferAsync(OfferOutcome outcome)
    {
        var (offer, end) = await OfferedAsync();
        end.SetResult(outcome);
        return offer;
    }

    public void EndsTalk(ConversationEnd end) => _ends.Writer.TryWrite(end);

    public async Task<OfferOutcome> OfferAsync(CallOffer offer, CancellationToken hungUp)
    {
        var end = new TaskCompletionSource<OfferOutcome>();
        await _offers.Writer.WriteAsync((offer, end), hungUp);
        var outcome = await end.Task.WaitAsync(hungUp);
        Music = outcome != OfferOutcome.Answered && Music;
        return outcome;
    }

    public async Task<ConversationEnd> ConversationAsync(CancellationToken hungUp) => await _ends.Reader.ReadAsync(hungUp);

    public Task StartMusicAsync(CancellationToken hungUp)
    {
        Music = true;
        return Task.CompletedTask;
    }

    public Task StopMusicAsync(CancellationToken hungUp)
    {
        Music = false;
        return Task.CompletedTask;
    }

    public Task AnswerAsync(CancellationToken hungUp) => Task.CompletedTask;

    /// <summary>What the caller was told, in order.</summary>
    public Channel<string> Said { get; } = Channel.CreateUnbounded<string>();

    /// <summary>Null: an announcement is over at once.</summary>
    public TaskCompletionSource? Speaks { get; set; }

    public async Task<PlayEnd> PlayAsync(IReadOnlyList<PromptPart> parts, bool stopOnKey, CancellationToken hungUp)
    {
        Music = false;
        Said.Writer.TryWrite(string.Join(' ', parts.OfType<PromptPart.Spoken>().Select(p => p.Text)));
        if (Speaks is { } speaks)
        {
            await speaks.Task.WaitAsync(hungUp);
        }

        return PlayEnd.Finished;
    }

    /// <summary>What the caller presses; he never lets a time run out.</summary>
    public Channel<char> Keys { get; } = Channel.CreateUnbounded<char>();

    public async Task<char?> ReadKeyAsync(TimeSpan wait, CancellationToken hungUp) => await Keys.Reader.ReadAsync(hungUp);

    public void Presses(string keys)
    {
        foreach (var key in keys)
        {
            Keys.Writer.TryWrite(key);
        }
    }

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

    /// <summary>Transfers nobody took.</summary>
    public List<TransferOrder> NotTakenOrders { get; } = [];

    public void NotTaken(TransferOrder order) => NotTakenOrders.Add(order);

    /// <summary>What becomes of a caller who is sent to a number outside: true when the two spoke.</summary>
    public TaskCompletionSource<bool> Outside { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<bool> ToNumberAsync(TransferOrder order, CancellationToken hungUp) => Outside.Task.WaitAsync(hungUp);

    public void IsTransferred(TransferOrder order)
    {
        Transfer = order;
        EndsTalk(ConversationEnd.Transferred);
    }

    public void Verifying(VerificationStepKind step, int wrongPairs)
    {
    }

    public Task HangUpAsync(CallEndReason reason) => Task.CompletedTask;

    public void Dispose() => _hungUp.Dispose();
}
