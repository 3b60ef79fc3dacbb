using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Santral.Mailroom.Data;
using Santral.Mailroom.Letters;
using Santral.Mailroom.Servers;

namespace Santral.Mailroom.Features;

/// <summary>
/// The demo's mail program: a visitor writes as one of the demo's customers and sees what he was sent, without an account. Only while
/// the demo is loaded and its mail system runs.
/// </summary>
public static class DemoMail
{
    public sealed record Response(IReadOnlyList<LetterAddress> Writers, IReadOnlyList<LetterAddress> Mailboxes);

    public sealed record Letter(string? Id, DateTimeOffset At, LetterAddress From, string Subject, string Text);

    /// <param name="From">One of the writers.</param>
    /// <param name="To">One of the mailboxes.</param>
    public sealed record Request([StringLength(254)] string From, [StringLength(254)] string To, [StringLength(300)] string Subject, [StringLength(4000)] string Text);

    private static readonly IReadOnlyList<LetterAddress> Writers =
    [
        new("elif.yilmaz@ornek.example", "Elif Yılmaz"),
        new("selin.kaya@soft.example", "Selin Kaya"),
        new("gulsen.ozturk@ornek.example", "Gülşen Öztürk"),
        new("goran.alund@exempel.example", "Göran Ålund"),
        new("marta.akerlund@exempel.example", "Märta Åkerlund"),
        new("misafir@baska.example", "Misafir"),
    ];

    public static void Map(IEndpointRouteBuilder routes)
    {
        var demo = routes.MapGroup("/demo/mail").AllowAnonymous().WithTags("mailroom");
        demo.MapGet("", Show).WithName("ShowDemoMail").WithSummary("Who may write to whom in the demo.");
        demo.MapGet("/inbox", InboxAsync).WithName("ReadDemoInbox").WithSummary("What one of the demo's customers was sent, the newest first.");
        demo.MapPost("", WriteAsync).WithName("WriteDemoMail").WithSummary("Writes as one of the demo's customers.");
    }

    internal static Ok<Response> Show(DemoMailSystem system, IOrganisation organisation)
    {
        CheckOrRefuse(system, organisation);
        return TypedResults.Ok(new Response(Writers, [.. DemoMailboxes.All.Select(m => new LetterAddress(m.Address, m.Name))]));
    }

    internal static async Task<Ok<IReadOnlyList<Letter>>> InboxAsync(string address, DemoMailSystem system, DemoPost post, IOrganisation organisation, CancellationToken stop)
    {
        CheckOrRefuse(system, organisation);
        var writer = Writers.FirstOrDefault(w => w.Address == address) ?? throw Unknown(address);
        var letters = await post.InboxAsync(writer.Address, stop);
        return TypedResults.Ok<IReadOnlyList<Letter>>(
        [
            .. letters.Select(l => new Letter(
                l.MessageId, l.Date, new LetterAddress(l.From.Mailboxes.First().Address, l.From.Mailboxes.First().Name ?? ""), l.Subject ?? "",
                ReadLetter.PartsOf(l).OfType<MimeKit.TextPart>().Where(p => p.IsPlain).Select(LetterCharset.TextOf).FirstOrDefault() ?? "")),
        ]);
    }

    internal static async Task<NoContent> WriteAsync(Request body, DemoMailSystem system, DemoPost post, IOrganisation organisation, CancellationToken stop)
    {
        CheckOrRefuse(system, organisation);
        var writer = Writers.FirstOrDefault(w => w.Address == body.From) ?? throw Unknown(body.From);
        var mailbox = DemoMailboxes.All.FirstOrDefault(m => m.Address == body.To);
        if (mailbox.Address is null)
        {
            throw Unknown(body.To);
        }

        await post.SendAsync(writer.Address, writer.Name, mailbox.Address, Typed.Line(body.Subject) ?? "", Typed.Lines(body.Text), stop);
        return TypedResults.NoContent();
    }

    private static void CheckOrRefuse(DemoMailSystem system, IOrganisation organisation)
    {
        if (!organisation.IsDemo || !system.IsThere)
        {
            throw new Refusal("mailroom.no_demo", RefusalKind.Unknown);
        }
    }

    private static Refusal Unknown(string address) => new("mailroom.address_invalid", RefusalKind.Invalid, ("address", address));
}
