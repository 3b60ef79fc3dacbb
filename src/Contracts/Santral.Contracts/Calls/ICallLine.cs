using Santral.Contracts.Customers;
using Santral.Contracts.Queues;

namespace Santral.Contracts.Calls;

/// <summary>
/// A live call as its flow sees it. The flow runs as one ordered task for this call; everything here is in memory:
/// a caller never waits for a table. When the caller hangs up, the token given to <see cref="IAnswerCalls"/> is cancelled
/// and every pending wait ends with <see cref="OperationCanceledException"/>.
/// </summary>
public interface ICallLine
{
    CallId Id { get; }

    /// <summary>As the trunk sent it: `+908502220000` or a short code such as `100`.</summary>
    string CalledNumber { get; }

    /// <summary>Null when withheld or no phone number.</summary>
    PhoneNumber? CallingNumber { get; }

    /// <summary>Code of the business unit the called number belongs to.</summary>
    string Unit { get; }

    DateTimeOffset ArrivedAt { get; }

    /// <summary>Where in the call the caller is: shown beside the demo phone, nothing decides by it. The flow sets it up to the queue, the calls set <see cref="CallStage.Agent"/>.</summary>
    CallStage Stage { get; set; }

    /// <summary>The language the caller hears; starts as the customer's or the unit's.</summary>
    string Language { get; set; }

    /// <summary>By number at first; after verification the corporate account.</summary>
    CallerIdentity Caller { get; }

    IReadOnlyList<MenuStep> MenuPath { get; }

    /// <summary>Answers towards the caller (200 OK); later calls do nothing.</summary>
    Task AnswerAsync(CancellationToken hungUp);

    /// <summary>Plays the parts one after another. Ends at the end, or at once on a key when <paramref name="stopOnKey"/>; the key stays to be read.</summary>
    Task<PlayEnd> PlayAsync(IReadOnlyList<PromptPart> parts, bool stopOnKey, CancellationToken hungUp);

    /// <summary>The next key, typed ahead or within <paramref name="wait"/>; null when none came.</summary>
    Task<char?> ReadKeyAsync(TimeSpan wait, CancellationToken hungUp);

    /// <summary>Forgets what was typed ahead.</summary>
    void ForgetKeys();

    /// <summary>While true, keys are secrets: they reach <see cref="ReadKeyAsync"/> and nothing else, no trace, log or recording.</summary>
    bool KeysAreSecret { get; set; }

    /// <summary>Adds a step to the menu path and to the call's record.</summary>
    void Took(MenuStep step);

    /// <summary>
    /// Beeps and records what the caller says, up to <paramref name="limit"/> or a `#`; who hangs up leaves what he said. It becomes a work item of the team by
    /// itself (<see cref="VoicemailLeft"/>).
    /// </summary>
    /// <returns>False when nothing could be recorded: the disk refuses.</returns>
    Task<bool> TakeMessageAsync(TeamSummary team, TimeSpan limit, CancellationToken hungUp);

    /// <summary>Makes the call one of a verified corporate account, for this call only (I-13).</summary>
    void Verified(CustomerSummary account);

    /// <summary>The system tells the caller something of the account: written into the call's ledger.</summary>
    /// <param name="operation">Code of <see cref="AccountOperations"/>.</param>
    void ReadsOut(CustomerSummary account, string operation);

    /// <summary>Where an agent can send the caller for verification; set by the flow, null when there is none.</summary>
    IVerifyCaller? Verification { get; set; }

    /// <summary>Tells where in the verification menu the caller is: shown to the agent, and what matters is written into the trace.</summary>
    /// <param name="wrongPairs">In a row, over all visits of the call.</param>
    void Verifying(VerificationStepKind step, int wrongPairs);

    /// <summary>Hold music, until stopped or until an agent is connected.</summary>
    Task StartMusicAsync(CancellationToken hungUp);

    Task StopMusicAsync(CancellationToken hungUp);

    /// <summary>Rings one agent and connects when he answers. Exactly one outcome; a late click of the agent is refused with `calls.offer_gone`.</summary>
    Task<OfferOutcome> OfferAsync(CallOffer offer, CancellationToken hungUp);

    /// <summary>Ends when the conversation with the connected agent ends, whoever ends it.</summary>
    Task<ConversationEnd> ConversationAsync(CancellationToken hungUp);

    /// <summary>Who speaks with the caller, or spoke last; null before anybody did.</summary>
    (UserId Agent, TeamSummary Team)? Agent { get; }

    /// <summary>Where the agent sent the caller last; set with <see cref="ConversationEnd.Transferred"/>.</summary>
    TransferOrder? Transfer { get; }

    /// <summary>
    /// Joins the caller with the number outside that he was sent to: true when the two spoke, at the end of that; false when nobody took him there. He hears music meanwhile.
    /// </summary>
    Task<bool> ToNumberAsync(TransferOrder order, CancellationToken hungUp);

    /// <summary>Nobody took a transferred caller: written into the trace.</summary>
    void NotTaken(TransferOrder order);

    /// <summary>Ends the call; harmless when it is already over.</summary>
    Task HangUpAsync(CallEndReason reason);
}

/// <summary>The stations of a call as a caller meets them.</summary>
public enum CallStage
{
    Greeting,
    Menu,
    Verification,
    Queue,
    Agent,
}

public enum PlayEnd
{
    Finished,
    Key,
}

/// <summary>A part of an announcement: a named prompt or a value read out in the call's language.</summary>
public abstract record PromptPart
{
    /// <summary>A prompt of the library by its key: `internet.greeting`.</summary>
    /// <param name="Choice">Set when the prompt announces a menu option: its telephone key and name.</param>
    /// <param name="Words">The flow's own words for it, which go before the library's; null: the library's.</param>
    public sealed record Named(string Key, MenuChoice? Choice = null, Names? Words = null) : PromptPart;

    /// <summary>Free text, spoken by the synthesiser and cached by text and language. Never for secrets.</summary>
    public sealed record Spoken(string Text) : PromptPart;

    public sealed record Pause(int Milliseconds) : PromptPart;
}

/// <summary>A menu option as it is announced: the key to press and what it stands for.</summary>
public sealed record MenuChoice(char Key, Names Label);

/// <summary>An offer of this call to one agent.</summary>
/// <param name="RingFor">After this long without an answer the agent counts as not answering.</param>
/// <param name="Unverified">The caller asked for a customers' service without being identified (I-05, D2): the desk shows it.</param>
/// <param name="Origin">Set when another agent sent the caller.</param>
public sealed record CallOffer(UserId Agent, TeamSummary Team, TimeSpan RingFor, TimeSpan Waited, bool Unverified = false, OfferOrigin? Origin = null);

public enum OfferOutcome
{
    /// <summary>Connected: two-way audio.</summary>
    Answered,
    Rejected,
    NoAnswer,

    /// <summary>The agent's phone is not there (browser closed, desk phone unregistered or busy).</summary>
    Unreachable,
}

public enum ConversationEnd
{
    CallerHungUp,
    AgentHungUp,

    /// <summary>The agent handed the caller over to the colleague he had asked: the conversation goes on with <see cref="ICallLine.Agent"/>.</summary>
    HandedOver,

    /// <summary>The agent sent the caller to somebody else: <see cref="ICallLine.Transfer"/>.</summary>
    Transferred,

    /// <summary>The agent's browser or phone vanished; the caller is still there and goes back to the head of the queue.</summary>
    AgentLost,
}

/// <summary>Takes every incoming call: implemented by the IVR.</summary>
public interface IAnswerCalls
{
    /// <summary>Runs the whole call; when it returns, the call is ended as `FlowEnded` unless it ended before.</summary>
    Task TakeAsync(ICallLine line, CancellationToken hungUp);

    /// <summary>The verification menu for a call that an agent made: no flow took it, its own number says which one it would be. Null: there is none.</summary>
    IVerifyCaller? VerifierFor(ICallLine line, CancellationToken hungUp) => null;
}
