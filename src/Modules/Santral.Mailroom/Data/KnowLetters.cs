using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Files;
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

    public async Task<ILookup<RequestId, string>> WordsOfAsync(IReadOnlyCollection<RequestId> requests, int most, CancellationToken stop)
    {
        var words = new List<(RequestId Request, DateTimeOffset At, string Text)>();
        foreach (var request in requests)
        {
            var received = await db.Received.AsNoTracking().Where(l => l.RequestId == request).OrderByDescending(l => l.ReceivedAt).Take(most)
                .Select(l => new { l.ReceivedAt, l.Subject, l.Text, l.QuoteFrom, Files = l.Attachments.Where(a => !a.IsInline).Select(a => a.Name).ToList() }).ToListAsync(stop);
            words.AddRange(received.Select(l => (request, l.ReceivedAt, string.Join('\n', [l.Subject, l.QuoteFrom is { } quote ? l.Text[..quote] : l.Text, .. l.Files]))));
            var sent = await db.Sent.AsNoTracking().Where(l => l.RequestId == request && l.State != LetterState.Withdrawn).OrderByDescending(l => l.WrittenAt).Take(most)
                .Select(l => new { l.WrittenAt, l.Text, Files = l.Attachments.Select(a => a.Name).ToList() }).ToListAsync(stop);
            words.AddRange(sent.Select(l => (request, l.WrittenAt, string.Join('\n', [l.Text, .. l.Files]))));
        }

        return words.OrderByDescending(w => w.At).ToLookup(w => w.Request, w => w.Text);
    }

    public static LetterSummary Of(ReceivedLetter letter)
    {
        var text = letter.Text.Length <= LongestShown ? letter.Text : letter.Text[..LongestShown];
        return new LetterSummary(
            letter.Id, letter.RequestId!.Value, true, letter.ReceivedAt, null, letter.From, letter.To, letter.Cc, letter.Subject, text,
            letter.QuoteFrom < text.Length ? letter.QuoteFrom : null, letter.HasHtml, letter.IsAutomatic, letter.IsDoubtful, letter.IsHeadOnly,
            [.. letter.Attachments.OrderBy(a => a.Index).Select(Of)], null, null, null, null, null, null, false, letter.IsFax, null);
    }

    public static LetterSummary Of(SentLetter letter) => new(
        letter.Id, letter.RequestId, false, letter.WrittenAt, letter.By, letter.From, letter.To, letter.Cc, letter.Subject, letter.Text, null, letter.Html is not null,
        letter.IsAutomatic, false, false, [.. letter.Attachments.OrderBy(a => a.Index).Select(a => new LetterAttachment(a.Index, a.Name, a.ContentType, a.Length, false, RiskyFiles.ByName(a.Name), a.FileId))],
        letter.State, letter.Trouble, letter.StateAt, letter.State == LetterState.Held ? letter.DueAt : null,
        letter.Problem, letter.OpenedAt, letter.IsForward, false,
        letter.State is LetterState.Held or LetterState.Withdrawn ? letter.Html : null);

    private static LetterAttachment Of(ReceivedAttachment file)
        => new(file.Index, file.Name, file.ContentType, file.Length, file.IsInline, RiskyFiles.ByName(file.Name), null);
}
