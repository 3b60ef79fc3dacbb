using System.Globalization;
using Santral.Contracts.Clocks;
using Santral.Contracts.Workplace;
using Santral.Requests.Clocks;

namespace Santral.Requests.Domain;

/// <content>What was promised about it.</content>
public sealed partial class Request
{
    public RequestClocks Clocks { get; private set; } = new();

    /// <summary>What decides its targets and its calendar.</summary>
    internal ClockSubject ClockSubject => new(Unit, PriorityId, CategoryId, TeamId);

    /// <summary>While it is followed in another request nothing is due here; taken back it is due as if it had never been merged.</summary>
    internal void Reckon(IKnowClocks clocks, bool isDefinition, DateTimeOffset now)
        => Clocks.Reckon(clocks, ClockSubject, OpenedAt, isDefinition, MergedIntoId is not null, now);

    internal void Answered(DateTimeOffset at) => Clocks.Answer(at, OpenedAt);

    /// <summary>Of these answers the first counts; without one the customer still waits for it.</summary>
    internal void AnswerAnew(IReadOnlyList<DateTimeOffset> answers)
    {
        Clocks.Response.Reopen();
        if (answers.Count > 0)
        {
            Answered(answers.Min());
        }
    }

    /// <summary>Four fifths of the time are used: who has it in hand is told once.</summary>
    internal void WarnOfDue(ClockKind kind, IReadOnlyList<UserId> to, DateTimeOffset now)
    {
        Clocks.Warned(kind, now);
        TellOfDue(kind, to, "warning", NoticeKind.Warning, now);
    }

    /// <summary>The promise is broken: he and those who lead are told once, and the lists mark it.</summary>
    internal void EscalateDue(ClockKind kind, IReadOnlyList<UserId> to, DateTimeOffset now)
    {
        Clocks.Escalated(kind, now);
        TellOfDue(kind, to, "late", NoticeKind.Escalation, now);
        Tell("clock");
    }

    private void TellOfDue(ClockKind kind, IReadOnlyList<UserId> to, string what, NoticeKind notice, DateTimeOffset now)
    {
        if (to.Count == 0 || Clocks.Of(kind).DueAt is not { } due)
        {
            return;
        }

        var promise = kind == ClockKind.Response ? "response" : "resolution";
        var args = new Dictionary<string, string>
        {
            ["number"] = Number!,
            ["subject"] = Subject,
            ["due"] = due.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };

        // The due time is part of the key: told twice of the same one is told once, of a new one anew.
        var key = string.Create(CultureInfo.InvariantCulture, $"request:{Id}:{promise}:{what}:{due.UtcTicks}");
        Raise(new NoticeDue(key, to, $"notice.clock_{promise}_{what}", args, $"/requests/{Id}", notice, null, now));
    }
}
