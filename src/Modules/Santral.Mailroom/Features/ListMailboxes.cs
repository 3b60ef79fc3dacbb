using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Features;

/// <summary>The mailboxes, and how each goes.</summary>
public static class ListMailboxes
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/mail/mailboxes", HandleAsync)
        .RequirePermission(MailroomPermissions.Settings)
        .WithName("ListMailboxes")
        .WithTags("mailroom")
        .WithSummary("Every mailbox with its settings and how it goes; passwords are never among them.");

    internal static async Task<Ok<IReadOnlyList<MailboxCard>>> HandleAsync(MailroomDb db, CancellationToken stop)
    {
        var states = await db.States.AsNoTracking().ToDictionaryAsync(s => s.MailboxId, stop);
        var waiting = await db.Sent.AsNoTracking().Where(l => l.DueAt != null).GroupBy(l => l.MailboxId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        var mailboxes = await db.Mailboxes.AsNoTracking().OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<MailboxCard>>(
            mailboxes.ConvertAll(m => MailboxCard.Of(m, states.GetValueOrDefault(m.Id), waiting.GetValueOrDefault(m.Id))));
    }
}

/// <summary>A mailbox as its operator sees it.</summary>
/// <param name="Certificate">SHA-256 of the one certificate believed; null where certificates are checked as browsers do.</param>
public sealed record MailboxCard(
    MailboxId Id,
    string Name,
    string Address,
    ServerCard Imap,
    ServerCard Smtp,
    string? Certificate,
    string Folder,
    string? DoneFolder,
    string Unit,
    DefinitionId? CategoryId,
    string? TrustedServer,
    bool UsesPlus,
    bool Acknowledges,
    int MostAutomatic,
    int LargestMegabytes,
    int TakesUpDays,
    TokenCard? Token,
    LetterMedium Medium,
    bool IsPaused,
    MailboxHealth Health,
    int Version)
{
    internal static MailboxCard Of(Mailbox mailbox, MailboxState? state, int waiting) => new(
        mailbox.Id,
        mailbox.Name,
        mailbox.Address,
        ServerCard.Of(mailbox.Imap),
        ServerCard.Of(mailbox.Smtp),
        mailbox.Certificate,
        mailbox.Folder,
        mailbox.DoneFolder,
        mailbox.Unit,
        mailbox.CategoryId,
        mailbox.TrustedServer,
        mailbox.UsesPlus,
        mailbox.Acknowledges,
        mailbox.MostAutomatic,
        (int)(mailbox.LargestLetter / 1024 / 1024),
        mailbox.TakesUpDays,
        mailbox.Token is { } token ? new TokenCard(token.Url, token.Client, token.Scope, token.Secret is not null, token.Refresh is not null) : null,
        mailbox.Medium,
        mailbox.IsPaused,
        new MailboxHealth(
            state?.ConnectedAt, state?.CheckedAt, state?.LastLetterAt, state?.Letters ?? 0, state?.ReceiveProblem, state?.ReceiveError, state?.ReceiveErrorAt,
            state?.LastSentAt, state?.SendProblem, state?.SendError, state?.SendErrorAt, waiting),
        mailbox.Version);
}

public sealed record ServerCard(string Host, int Port, LineSecurity Security, string User, bool HasPassword)
{
    internal static ServerCard Of(ServerLine line) => new(line.Host, line.Port, line.Security, line.User, line.Secret is not null);
}

/// <summary>Where tokens are had instead of passwords; what they are had with is never shown.</summary>
public sealed record TokenCard(string Url, string Client, string Scope, bool HasSecret, bool HasRefresh);

/// <param name="ConnectedAt">Null while it is not connected.</param>
/// <param name="ReceiveProblem">What is wrong with fetching; null while nothing is. <paramref name="ReceiveError"/> has the place and the server's own words.</param>
/// <param name="Waiting">Letters that are still to go.</param>
public sealed record MailboxHealth(
    DateTimeOffset? ConnectedAt,
    DateTimeOffset? CheckedAt,
    DateTimeOffset? LastLetterAt,
    long Letters,
    MailProblem? ReceiveProblem,
    string? ReceiveError,
    DateTimeOffset? ReceiveErrorAt,
    DateTimeOffset? LastSentAt,
    MailProblem? SendProblem,
    string? SendError,
    DateTimeOffset? SendErrorAt,
    int Waiting);
