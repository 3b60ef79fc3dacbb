namespace Santral.Contracts.Workplace;

/// <summary>
/// Somebody is to be told: raised in the save that made it true, shown by the workplace in the bell, live and after a restart.
/// Nobody is told of what he did himself, and the same <paramref name="Key"/> twice is one notice.
/// </summary>
/// <param name="Key">What makes it the same notice when told twice: `request:…:assigned:7`.</param>
/// <param name="TextKey">Text of i18n with the values of <paramref name="Args"/>: `notice.request_assigned`.</param>
/// <param name="Path">Where it leads: `/requests/…`.</param>
/// <param name="By">Who caused it; null for the system.</param>
[Fact("workplace.notice_due", 1)]
public sealed record NoticeDue(
    string Key, IReadOnlyList<UserId> To, string TextKey, IReadOnlyDictionary<string, string> Args, string Path, NoticeKind Kind, UserId? By, DateTimeOffset At) : IFact;

public enum NoticeKind
{
    Assigned,
    Mentioned,
    Watched,
    Approval,
    Warning,
    Escalation,
}
