using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Files;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Jobs;
using Santral.Mailroom.Letters;

namespace Santral.Mailroom.Features;

/// <summary>
/// A letter to the customer from his request (W-S19). It is stored at once and goes after ten seconds in which it can be taken back; the
/// same click sent twice (Idempotency-Key) is one letter.
/// </summary>
public static class WriteAnswer
{
    private const int LongestKey = 100;

    /// <summary>Of all files together: with base 64 most servers take 25 MB.</summary>
    private const long MostBytes = 18L * 1024 * 1024;

    /// <param name="Text">Plain lines; empty where <paramref name="Html"/> says it.</param>
    /// <param name="Html">The formatted form; what cannot be written in the composer loses its form. The plain form is made of it.</param>
    /// <param name="Forward">A letter that came about this request and is passed on with this one, as it came.</param>
    /// <param name="AsksReceipt">Whether the reader's program is asked to tell when it is opened (RFC 8098).</param>
    /// <param name="To">Addresses, with or without names; null writes to who wrote last, or to the customer.</param>
    /// <param name="Subject">Null keeps the subject of what is answered.</param>
    /// <param name="Files">Uploaded by who writes.</param>
    public sealed record Request(
        [StringLength(SentLetter.LongestText)] string Text,
        IReadOnlyList<LetterAddress>? To,
        IReadOnlyList<LetterAddress>? Cc,
        [StringLength(200)] string? Subject,
        IReadOnlyList<FileId>? Files,
        [StringLength(SentLetter.LongestHtml)] string? Html = null,
        Guid? Forward = null,
        bool AsksReceipt = false);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/mail/requests/{id}/letters", HandleAsync)
        .RequirePermission(MailroomPermissions.Write)
        .WithName("WriteAnswer")
        .WithTags("mailroom")
        .WithSummary("Writes a letter about a request; it can be taken back for ten seconds.");

    internal static async Task<Created<LetterSummary>> HandleAsync(
        RequestId id,
        Request body,
        [FromHeader(Name = "Idempotency-Key")] string? key,
        IFindRequest requests,
        AnswerPlan plans,
        IKeepFiles files,
        MailroomDb db,
        MailroomBell bell,
        ICurrentUser user,
        TimeProvider clock,
        CancellationToken stop)
    {
        key = string.IsNullOrWhiteSpace(key) ? null : key.Trim();
        if (key?.Length > LongestKey)
        {
            throw new Refusal("requests.idempotency_key_invalid", RefusalKind.Invalid, ("max", LongestKey));
        }

        var by = user.IdOrRefuse();
        var request = await requests.FindAsync(id, stop) ?? throw new Refusal("requests.unknown", RefusalKind.Unknown);
        if (key is not null && await db.Sent.AsNoTracking().SingleOrDefaultAsync(l => l.By == by && l.WritingKey == key, stop) is { } before)
        {
            return At(before);
        }

        var letter = await WriteAsync(request, body, key, by, await FilesAsync(body.Files ?? [], files, by, stop), files, requests, plans, db, clock, stop);
        db.Sent.Add(letter);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (key is not null)
        {
            // The same key at the same moment: the other save won, its letter is the answer.
            db.ChangeTracker.Clear();
            return await db.Sent.AsNoTracking().SingleOrDefaultAsync(l => l.By == by && l.WritingKey == key, stop) is { } twin
                ? At(twin) : throw new Refusal("mailroom.not_written", RefusalKind.Unavailable);
        }

        bell.LetterWaits();
        return At(letter);
    }

    private static async Task<SentLetter> WriteAsync(
        RequestSummary request, Request body, string? key, UserId by, IReadOnlyList<StoredFile> files, IKeepFiles keep, IFindRequest requests, AnswerPlan plans, MailroomDb db, TimeProvider clock, CancellationToken stop)
    {
        if (request.MergedInto is not null)
        {
            throw new Refusal("requests.merged", RefusalKind.State, ("number", request.Number));
        }

        var plan = await plans.OfAsync(request, stop);
        var mailbox = plan.From ?? throw new Refusal("mailroom.no_mailbox", RefusalKind.State);
        var forwarded = body.Forward is { } passed ? await ForwardedAsync(passed, request.Id, requests, db, stop) : null;
        var (to, cc) = (Read(body.To ?? (forwarded is null ? plan.To : [])), Read(body.Cc ?? []));
        if (to.Count == 0)
        {
            throw new Refusal("mailroom.no_recipient", RefusalKind.Invalid);
        }

        if (to.Count + cc.Count > SentLetter.MostRecipients)
        {
            throw new Refusal("mailroom.too_many_recipients", RefusalKind.Invalid, ("max", SentLetter.MostRecipients));
        }

        await plans.CheckReachAsync(request, plan, to.Concat(cc), stop);
        var (text, html) = WordsOf(body);
        if (text.Length == 0 && forwarded is null)
        {
            throw new Refusal("mailroom.letter_empty", RefusalKind.Invalid);
        }

        var thread = await db.Threads.FindAsync([request.Id], stop);
        if (thread is null)
        {
            thread = MailThread.Of(request.Id, request.Number);
            db.Threads.Add(thread);
        }

        var subject = Typed.Line(body.Subject) ?? forwarded?.Subject ?? plan.Subject;
        var answered = forwarded is null ? plan.Answers : null;
        if (forwarded is { OriginalId: { } original })
        {
            files = [.. files, .. (await keep.FindAsync([original], stop)).Select(f => f with { Name = NameOf(forwarded.Subject), ContentType = "message/rfc822" })];
            CheckLength(files);
        }

        var now = clock.GetUtcNow();
        return SentLetter.Write(
            Guid.CreateVersion7(now),
            new LetterDraft(
                mailbox.Id, request.Id, new LetterAddress(mailbox.Address, mailbox.Name), mailbox.UsesPlus ? Addresses.Adding(mailbox.Address, thread.Token) : null,
                to, cc,
                forwarded is not null ? Subjects.Forwarding(subject) : answered is null ? Subjects.Opening(subject, request.Number, thread.Token) : Subjects.Answering(subject, request.Number, thread.Token),
                text, answered?.MessageId, answered is null ? [] : [.. answered.References.Reverse()], files, by, key)
            {
                Html = html,
                AsksReceipt = body.AsksReceipt,
                IsForward = forwarded is not null,
            },
            now);
    }

    private static (string Text, string? Html) WordsOf(Request body)
    {
        if (string.IsNullOrWhiteSpace(body.Html))
        {
            return (Typed.Lines(body.Text), null);
        }

        var clean = OwnHtml.Of(body.Html);
        return clean?.Words.Length > SentLetter.LongestText ? throw new Refusal("mailroom.letter_too_long", RefusalKind.Invalid) : (clean?.Words ?? "", clean?.Html);
    }

    /// <summary>One of this request, or of one that was merged into it.</summary>
    private static async Task<ReceivedLetter> ForwardedAsync(Guid id, RequestId request, IFindRequest requests, MailroomDb db, CancellationToken stop)
        => await db.Received.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, stop) is { RequestId: { } about } letter
            && (about == request || (await requests.FindAsync(about, stop))?.MergedInto == request)
            ? letter
            : throw new Refusal("mailroom.letter_unknown", RefusalKind.Unknown);

    private static string NameOf(string subject)
        => (Typed.Line(new string([.. Subjects.Plain(subject).Where(c => c is not ('/' or '\\' or ':' or '"' or '<' or '>' or '|' or '?' or '*'))])) is { Length: > 0 } name ? name[..Math.Min(name.Length, 100)] : "message") + ".eml";

    /// <summary>A person's own uploads, and no more of them than servers take.</summary>
    private static async Task<IReadOnlyList<StoredFile>> FilesAsync(IReadOnlyList<FileId> given, IKeepFiles files, UserId by, CancellationToken stop)
    {
        var found = await files.FindAsync([.. given.Distinct()], stop);
        if (found.Count != given.Distinct().Count() || found.Any(f => f.StoredBy != by))
        {
            throw new Refusal("files.unknown", RefusalKind.Invalid);
        }

        CheckLength(found);
        return [.. given.Distinct().Select(id => found.Single(f => f.Id == id))];
    }

    private static void CheckLength(IReadOnlyList<StoredFile> files)
    {
        if (files.Sum(f => f.Length) > MostBytes)
        {
            throw new Refusal("mailroom.letter_too_large", RefusalKind.Invalid, ("megabytes", MostBytes / 1024 / 1024));
        }
    }

    private static List<LetterAddress> Read(IReadOnlyList<LetterAddress> addresses)
    {
        var read = new List<LetterAddress>();
        foreach (var address in addresses.DistinctBy(a => Addresses.Key(a.Address ?? "")))
        {
            if (Typed.Line(address.Address) is not { } plain || !Addresses.IsAddress(plain))
            {
                throw new Refusal("mailroom.address_invalid", RefusalKind.Invalid, ("address", address.Address));
            }

            read.Add(new LetterAddress(plain, Typed.Line(address.Name) is { Length: <= 200 } name ? name : ""));
        }

        return read;
    }

    private static Created<LetterSummary> At(SentLetter letter) => TypedResults.Created($"/api/mail/letters/{letter.Id}", KnowLetters.Of(letter));
}
