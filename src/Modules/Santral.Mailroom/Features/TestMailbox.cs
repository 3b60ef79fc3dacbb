using MailKit.Net.Imap;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Jobs;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Features;

/// <summary>Tries the servers of a form before it is saved: sign-in, folder, and what they can do. Nothing is read and nothing is sent.</summary>
public static class TestMailbox
{
    /// <param name="Id">The mailbox whose passwords are used where the form has none.</param>
    public sealed record Request(MailboxId? Id, MailboxRequest Mailbox);

    public sealed record Response(Tried Imap, Tried Smtp);

    /// <param name="Problem">What went wrong; null when it worked.</param>
    /// <param name="Why">The place, and the server's own words where it spoke.</param>
    /// <param name="Certificate">SHA-256 of a certificate nobody vouches for, to be compared and believed by hand.</param>
    /// <param name="Letters">How many lie in the folder.</param>
    /// <param name="TellsAtOnce">Whether the server tells of new letters (IDLE); otherwise it is asked twice a minute.</param>
    public sealed record Tried(bool Works, MailProblem? Problem, string? Why, string? Certificate, int? Letters, bool? TellsAtOnce);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/mail/mailboxes/test", HandleAsync)
        .RequirePermission(MailroomPermissions.Settings)
        .WithName("TestMailbox")
        .WithTags("mailroom")
        .WithSummary("Signs in at the servers of a form and tells what they said.");

    internal static async Task<Ok<Response>> HandleAsync(
        Request body, ReadMailboxRequest read, MailroomDb db, ServerConnections connections, CancellationToken stop)
    {
        var kept = body.Id is { } id ? await db.Mailboxes.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, stop) : null;
        var mailbox = Mailbox.SetUp(kept?.Id ?? default, read.OrRefuse(body.Mailbox, kept));
        var imap = TryAsync(
            mailbox.Imap.At,
            async () =>
            {
                using var client = await connections.ImapAsync(mailbox, stop);
                var folder = mailbox.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(mailbox.Folder, stop);
                await folder.OpenAsync(MailKit.FolderAccess.ReadOnly, stop);
                var tried = new Tried(true, null, null, null, folder.Count, client.Capabilities.HasFlag(ImapCapabilities.Idle));
                await client.DisconnectAsync(quit: true, stop);
                return tried;
            });
        var smtp = TryAsync(
            mailbox.Smtp.At,
            async () =>
            {
                using var client = await connections.SmtpAsync(mailbox, stop);
                await client.NoOpAsync(stop);
                await client.DisconnectAsync(quit: true, stop);
                return new Tried(true, null, null, null, null, null);
            });
        return TypedResults.Ok(new Response(await imap, await smtp));
    }

    private static async Task<Tried> TryAsync(string at, Func<Task<Tried>> attempt)
    {
        try
        {
            return await attempt();
        }
        catch (Exception error) when (MailTrouble.IsExpected(error) || error is ArgumentException)
        {
            var trouble = MailTrouble.Of(error, at);
            return new Tried(false, trouble.Problem, trouble.Said, (error as UntrustedCertificateException)?.Fingerprint, null, null);
        }
    }
}
