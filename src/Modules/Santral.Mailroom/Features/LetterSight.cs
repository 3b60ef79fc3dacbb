using Microsoft.EntityFrameworkCore;
using MimeKit;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Letters;

namespace Santral.Mailroom.Features;

/// <summary>Whose letters a person sees: those of the requests he sees. What belongs to no request is for those who keep the mailboxes.</summary>
internal sealed class LetterSight(MailroomDb db, LetterFiles files, IFindRequest requests, ICurrentUser user)
{
    public async Task<ReceivedLetter> ReceivedAsync(Guid id, CancellationToken stop)
        => await db.Received.AsNoTracking().Include(l => l.Attachments).SingleOrDefaultAsync(l => l.Id == id, stop) is { } letter
            && (letter.RequestId is { } request ? await requests.FindAsync(request, stop) is not null : user.Has(MailroomPermissions.Settings))
            ? letter
            : throw Unknown();

    /// <summary>To change it.</summary>
    public async Task<SentLetter> SentAsync(Guid id, CancellationToken stop)
        => await db.Sent.SingleOrDefaultAsync(l => l.Id == id, stop) is { } letter && await requests.FindAsync(letter.RequestId, stop) is not null
            ? letter
            : throw Unknown();

    /// <summary>The formatted form of a letter of ours; null where the id is one that came.</summary>
    public async Task<string?> OwnHtmlAsync(Guid id, CancellationToken stop)
        => await db.Sent.AsNoTracking().Where(l => l.Id == id).Select(l => new { l.RequestId, l.Html }).SingleOrDefaultAsync(stop) is { Html: { } html } sent
            && await requests.FindAsync(sent.RequestId, stop) is not null ? html : null;

    public async Task<byte[]> OriginalAsync(Guid id, CancellationToken stop)
    {
        var letter = await ReceivedAsync(id, stop);
        return letter.OriginalId is { } original && await files.ReadAsync(original, stop) is { } bytes ? bytes : throw new Refusal("mailroom.original_gone", RefusalKind.Unknown);
    }

    public async Task<MimeMessage> MessageAsync(Guid id, CancellationToken stop)
    {
        try
        {
            return ReadLetter.Load(await OriginalAsync(id, stop));
        }
        catch (FormatException)
        {
            throw new Refusal("mailroom.original_unreadable", RefusalKind.State);
        }
    }

    private static Refusal Unknown() => new("mailroom.letter_unknown", RefusalKind.Unknown);
}
