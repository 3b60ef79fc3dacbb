namespace Santral.Identity.Features.Audit;

/// <summary>One line of the trail, as codes for programs and in words for people.</summary>
/// <param name="UserId">Null when the system acted.</param>
/// <param name="UserName">As the person is called now; the sign-in name of then where he is gone.</param>
/// <param name="Entity">The kind of record: `Request`.</param>
/// <param name="Subject">What the record is called now, or was called when it was deleted; null for what has no name.</param>
/// <param name="Page">Path of the page that shows the record, where there is one for this reader.</param>
/// <param name="IsHidden">The record is outside the reader's sight: that something happened is all he learns.</param>
public sealed record AuditLine(
    Guid Id,
    DateTimeOffset At,
    UserId? UserId,
    string UserName,
    string Module,
    string ModuleName,
    string Entity,
    string EntityName,
    Guid EntityId,
    string? Subject,
    string? Page,
    string Act,
    string ActName,
    bool IsHidden,
    IReadOnlyList<AuditChange> Changes);

/// <summary>One field before and after. Instants as ISO 8601, dates as `2026-11-30`, all else in the reader's words.</summary>
/// <param name="Field">`subject`.</param>
/// <param name="From">Null where there was none, and for secrets.</param>
/// <param name="IsSecret">That it changed is all that was written down.</param>
/// <param name="Came">Of a set of roles or permissions, what came.</param>
/// <param name="Went">What went.</param>
public sealed record AuditChange(string Field, string Name, string? From, string? To, bool IsSecret = false, IReadOnlyList<string>? Came = null, IReadOnlyList<string>? Went = null);
