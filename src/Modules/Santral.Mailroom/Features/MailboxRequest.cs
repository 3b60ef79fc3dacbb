using System.ComponentModel.DataAnnotations;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Features;

/// <summary>A mailbox as a form sends it.</summary>
/// <param name="Version">0 for a new one.</param>
public sealed record MailboxRequest(
    int Version,
    [StringLength(Mailbox.LongestName)] string Name,
    [StringLength(Mailbox.LongestAddress)] string Address,
    ServerRequest Imap,
    ServerRequest Smtp,
    [StringLength(200)] string? Certificate,
    [StringLength(200)] string? Folder,
    [StringLength(200)] string? DoneFolder,
    [StringLength(40)] string Unit,
    DefinitionId? CategoryId,
    [StringLength(200)] string? TrustedServer,
    bool UsesPlus,
    bool Acknowledges,
    int MostAutomatic,
    int LargestMegabytes,
    int TakesUpDays);

/// <param name="Password">Null keeps the one that is there.</param>
public sealed record ServerRequest([StringLength(253)] string Host, int Port, LineSecurity Security, [StringLength(254)] string? User, [StringLength(400)] string? Password);

/// <summary>Reads what a form sent: names that must exist, and passwords that stay secret.</summary>
internal sealed class ReadMailboxRequest(IOrganisation organisation, IKnowDefinitions definitions, MailSecrets secrets)
{
    public MailboxPlan OrRefuse(MailboxRequest body, Mailbox? kept)
    {
        if (organisation.Find(body.Unit) is null)
        {
            throw new Refusal("mailroom.unit_unknown", RefusalKind.Invalid);
        }

        definitions.ChooseOrRefuse(body.CategoryId, DefinitionTables.RequestCategories, body.Unit, kept?.CategoryId);
        return new MailboxPlan(
            Typed.Line(body.Name) ?? "",
            Typed.Line(body.Address) ?? "",
            LineOf(body.Imap, kept?.Imap),
            LineOf(body.Smtp, kept?.Smtp),
            Typed.Line(body.Certificate)?.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant(),
            Typed.Line(body.Folder) ?? "INBOX",
            Typed.Line(body.DoneFolder),
            body.Unit,
            body.CategoryId,
            Typed.Line(body.TrustedServer),
            body.UsesPlus,
            body.Acknowledges,
            body.MostAutomatic,
            body.LargestMegabytes * 1024L * 1024L,
            body.TakesUpDays);
    }

    private ServerLine LineOf(ServerRequest server, ServerLine? kept)
    {
        var (host, user) = (Typed.Line(server.Host) ?? "", Typed.Line(server.User) ?? "");
        if (server.Password is { Length: > 0 } password)
        {
            return new ServerLine(host, server.Port, server.Security, user, secrets.Protect(password));
        }

        // A kept password is for the server it was given for: a form with another host must not carry it there.
        if (kept?.Secret is not null && user.Length > 0 && !host.Equals(kept.Host, StringComparison.OrdinalIgnoreCase))
        {
            throw new Refusal("mailroom.password_needed", RefusalKind.Invalid, ("host", host));
        }

        return new ServerLine(host, server.Port, server.Security, user, user.Length > 0 ? kept?.Secret : null);
    }
}
