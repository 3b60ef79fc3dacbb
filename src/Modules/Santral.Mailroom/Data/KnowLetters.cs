using Microsoft.EntityFrameworkCore;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Data;

/// <summary>The letters of requests as other modules show them.</summary>
internal sealed class KnowLetters(MailroomDb db) : IKnowLetters
{
    private const int MostOfADirection = 300;

    /// <summary>What a timeline shows of a letter; the rest is read in the letter itself.</summary>
    private const int LongestShown = 20_000;

    public async Task<IReadOnlyList<LetterSummary>> OfAsync(IReadOnlyCollection<RequestId> requests, CancellationToken stop)
    {
        var ids = requests.Select(r => (RequestId?)r).ToList();
        var received = await db.Received.AsNoTracking().Include(l => l.Attachments).Where(l => ids.Contains(l.RequestId))
            .OrderByDescending(l => l.ReceivedAt).Take(MostOfADirection).ToListAsync(stop);
        var plain = requests.ToList();
        var sent = await db.Sent.AsNoTracking().Include(l => l.Attachments).Where(l => plain.Contains(l.RequestId))
            .OrderByDescending(l => l.WrittenAt).Take(MostOfADirection).ToListAsync(stop);
        return [.. received.Select(Of).Concat(sent.Select(Of)).OrderBy(l => l.At).ThenBy(l => l.Id)];
    }

    public static LetterSummary Of(ReceivedLetter letter)
    {
        var text = letter.Text.Length <= LongestShown ? letter.Text : letter.Text[..LongestShown];
        return new LetterSummary(
            letter.Id, letter.RequestId!.Value, true, letter.ReceivedAt, null, letter.From, letter.To, letter.Cc, letter.Subject, text,
            letter.QuoteFrom < text.Length ? letter.QuoteFrom : null, letter.HasHtml, letter.IsAutomatic, letter.IsDoubtful, letter.IsHeadOnly,
            [.. letter.Attachments.OrderBy(a => a.Index).Select(Of)], null, null, null, null);
    }

    public static LetterSummary Of(SentLetter letter) => new(
        letter.Id, letter.RequestId, false, letter.WrittenAt, letter.By, letter.From, letter.To, letter.Cc, letter.Subject, letter.Text, null, false,
        letter.IsAutomatic, false, false, [.. letter.Attachments.OrderBy(a => a.Index).Select(a => new LetterAttachment(a.Index, a.Name, a.ContentType, a.Length, false, RiskyFiles.Are(a.Name), a.FileId))],
        letter.State, letter.Trouble, letter.StateAt, letter.State == LetterState.Held ? letter.DueAt : null);

    private static LetterAttachment Of(ReceivedAttachment file)
        => new(file.Index, file.Name, file.ContentType, file.Length, file.IsInline, RiskyFiles.Are(file.Name), null);
}
