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
    int TakesUpDays,
    TokenRequest? Token,
    LetterMedium Medium = LetterMedium.Mail);

/// <param name="Password">Null keeps the one that is there.</param>
public sealed record ServerRequest([StringLength(253)] string Host, int Port, LineSecurity Security, [StringLength(254)] string? User, [StringLength(400)] string? Password);

/// <summary>Signing in by tokens instead of passwords.</summary>
/// <param name="Secret">Null keeps the one that is there; so does <paramref name="Refresh"/>.</param>
public sealed record TokenRequest([StringLength(400)] string Url, [StringLength(200)] string Client, [StringLength(400)] string? Scope, [StringLength(2000)] string? Secret, [StringLength(4000)] string? Refresh);

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
            LineOf(body.Imap, body.Token is null ? kept?.Imap : null),
            LineOf(body.Smtp, body.Token is null ? kept?.Smtp : null),
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
            body.TakesUpDays,
            TokenOf(body, kept),
            body.Medium);
    }

    private TokenSignIn? TokenOf(MailboxRequest body, Mailbox? mailbox)
    {
        if (body.Token is not { } token)
        {
            return null;
        }

        // As with passwords: what was given for one place is not carried to another, and neither is a token got with it.
        var (url, kept) = (Typed.Line(token.Url) ?? "", mailbox?.Token);
        var isSame = kept is not null && kept.Url == url;
        var isNew = token.Secret is { Length: > 0 } || token.Refresh is { Length: > 0 };
        if (isSame && !isNew && (Elsewhere(body.Imap, mailbox!.Imap) ?? Elsewhere(body.Smtp, mailbox.Smtp)) is { } host)
        {
            throw new Refusal("mailroom.password_needed", RefusalKind.Invalid, ("host", host));
        }

        return new TokenSignIn(
            url,
            Typed.Line(token.Client) ?? "",
            Typed.Line(token.Scope) ?? "",
            token.Secret is { Length: > 0 } secret ? secrets.Protect(secret) : isSame ? kept!.Secret : null,
            token.Refresh is { Length: > 0 } refresh ? secrets.Protect(refresh) : isSame ? kept!.Refresh : null);
    }

    private static string? Elsewhere(ServerRequest server, ServerLine kept)
        => Typed.Line(server.Host) is { } host && Typed.Line(server.User) is not null && !host.Equals(kept.Host, StringComparison.OrdinalIgnoreCase) ? host : null;

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
