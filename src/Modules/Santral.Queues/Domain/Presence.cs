namespace Santral.Queues.Domain;

/// <summary>What the agent wants: set by the agent, or by the queue when he does not answer or his phone is gone.</summary>
public enum PresenceState
{
    Offline,
    Available,
    Away,
}

/// <summary>What the agent is doing, whatever his presence says: the two are kept apart.</summary>
public enum AgentActivity
{
    Idle,
    Offered,
    Talking,
    WrapUp,
}

/// <summary>Why an agent is away, as codes with texts in i18n.</summary>
public static class AwayReasons
{
    /// <summary>Set by the queue: he did not answer an offer, and is not rung again and again.</summary>
    public const string NoAnswer = "no_answer";

    /// <summary>Set by the queue: neither browser phone nor desk phone came back within the grace.</summary>
    public const string PhoneLost = "phone_lost";

    /// <summary>Those an agent may give.</summary>
    public static IReadOnlyList<string> Chosen { get; } = ["break", "lunch", "meeting", "training", "paperwork", "other"];

    /// <summary>The reason given for a state; refused where it does not fit.</summary>
    public static string? Fitting(PresenceState state, string? given)
    {
        var reason = string.IsNullOrWhiteSpace(given) ? null : given;
        return reason is null || (state == PresenceState.Away && Chosen.Contains(reason)) ? reason : throw new Refusal("queues.reason_unknown", RefusalKind.Invalid, ("reason", reason));
    }
}
