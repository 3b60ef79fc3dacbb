using System.Diagnostics;
using System.Text.Json;
using Santral.Contracts.Files;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Letters;

namespace Santral.Tests.Mailroom;

/// <summary>Every letter of the project's corpus is read as its table says, and no mutation of one stops the reader.</summary>
public sealed class CorpusTests
{
    private static readonly HashSet<string> Own = ["destek@soft.example", "servis@beyaz.example"];

    private static readonly int Mutations = Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") == "1" ? 20_000 : 2_000;

    /// <summary>For one letter: a slow machine reads the largest of them in a tenth of it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Cases => new(Corpus.All.Select(c => c.File).ToArray());

    [Theory]
    [MemberData(nameof(Cases))]
    [Requirement("H-02")]
    public void A_letter_is_read_as_the_table_says(string file)
    {
        var known = Corpus.All.Single(c => c.File == file);
        var bytes = Corpus.BytesOf(file);
        var before = bytes.ToArray();
        var started = Stopwatch.GetTimestamp();
        var letter = ReadLetter.Read(bytes);

        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience);
        bytes.AsSpan().SequenceEqual(before).ShouldBeTrue("the original is never changed");
        foreach (var (what, expected) in known.Expected)
        {
            Check(letter, what, expected, $"{known.Rule}: {what}");
        }
    }

    [Fact]
    public void Every_letter_stands_in_the_table_and_none_twice()
        => Corpus.All.Select(c => c.File).Order(StringComparer.Ordinal).ShouldBe(Corpus.Files.Order(StringComparer.Ordinal));

    /// <summary>Seeded, so that a case that fails is named and can be repeated: `mutation n of file`.</summary>
    [Fact]
    [Requirement("H-02")]
    public void No_mutation_of_a_letter_makes_the_reader_throw_or_grow_without_bound()
    {
        // What is expanded to megabytes is read whole above; here its text as it lies in the file is enough.
        var seeds = Corpus.All.Select(c => (c.File, Bytes: Corpus.BytesOf(c.File))).Where(s => s.Bytes.Length < 20_000).ToList();
        for (var n = 0; n < Mutations; n++)
        {
            var (file, bytes) = seeds[n % seeds.Count];
            var mutated = Corpus.Mutate(bytes, new Random(n));
            var kept = mutated.ToArray();
            var started = Stopwatch.GetTimestamp();
            try
            {
                var letter = ReadLetter.Read(mutated, "mx");
                Bounded(letter, mutated.Length);
                Classify.KindOf(letter.Head, isOwn: false);
                QuotedText.BeginOf(letter.Text);
                Page(mutated);
            }
            catch (Exception error) when (error is not ShouldAssertException)
            {
                throw new InvalidOperationException($"mutation {n} of {file}", error);
            }

            mutated.AsSpan().SequenceEqual(kept).ShouldBeTrue($"mutation {n} of {file}: the original is never changed");
            Stopwatch.GetElapsedTime(started).ShouldBeLessThan(Patience, $"mutation {n} of {file}");
        }
    }

    private static void Page(byte[] bytes)
    {
        try
        {
            using var message = ReadLetter.Load(bytes);
            SafeLetterHtml.Of(message, _ => null, withRemote: false)?.Page.ShouldNotContain("<script", Case.Insensitive);
        }
        catch (FormatException)
        {
            // Unreadable as a letter; its words are shown.
        }
    }

    private static void Bounded(LetterContent letter, int length)
    {
        letter.Text.ShouldNotContain('\0');
        letter.Text.Length.ShouldBeLessThanOrEqualTo((length * 4) + 1000);
        letter.Attachments.Count.ShouldBeLessThanOrEqualTo(1000);
        letter.Attachments.ShouldAllBe(a => a.Name.Length > 0 && a.Name.Length <= ReceivedAttachment.LongestName && !a.Name.Contains('/'));
        letter.Head.References.Count.ShouldBeLessThanOrEqualTo(40);
        letter.Head.To.Count.ShouldBeLessThanOrEqualTo(100);
    }

    private static void Check(LetterContent letter, string what, JsonElement expected, string why)
    {
        var head = letter.Head;
        var kind = Classify.KindOf(head, isOwn: false);
        switch (what)
        {
            case "text": letter.Text.ShouldBe(expected.GetString(), why); break;
            case "textHas": letter.Text.ShouldContain(expected.GetString()!, customMessage: why); break;
            case "subject": head.Subject.ShouldBe(expected.GetString(), why); break;
            case "subjectHas": head.Subject.ShouldContain(expected.GetString()!, customMessage: why); break;
            case "subjectLength": head.Subject.Length.ShouldBe(expected.GetInt32(), why); break;
            case "from": head.From.Address.ShouldBe(expected.GetString(), why); break;
            case "name": head.From.Name.ShouldBe(expected.GetString(), why); break;
            case "answerTo": head.AnswerTo.Address.ShouldBe(expected.GetString(), why); break;
            case "id": head.MessageId.ShouldBe(expected.GetString(), why); break;
            case "idLength": head.MessageId!.Length.ShouldBe(expected.GetInt32(), why); LetterIds.Key(head.MessageId).Length.ShouldBeLessThanOrEqualTo(ReceivedLetter.LongestId); break;
            case "clues": LetterIds.Clues(head).ShouldBe(expected.EnumerateArray().Select(c => c.GetString()!), why); break;
            case "cluesCount": LetterIds.Clues(head).Count.ShouldBe(expected.GetInt32(), why); break;
            case "cluesFirst": LetterIds.Clues(head)[0].ShouldBe(expected.GetString(), why); break;
            case "date": head.Date.ShouldBe(expected.ValueKind == JsonValueKind.Null ? null : expected.GetDateTimeOffset(), why); break;
            case "html": letter.HasHtml.ShouldBe(expected.GetBoolean(), why); break;
            case "files": letter.Attachments.Select(a => a.Name).ShouldBe(expected.EnumerateArray().Select(f => f.GetString()!), why); break;
            case "filesCount": letter.Attachments.Count.ShouldBe(expected.GetInt32(), why); break;
            case "filesMost": letter.Attachments.Count.ShouldBeLessThanOrEqualTo(expected.GetInt32(), why); break;
            case "risky": letter.Attachments.Any(a => RiskyFiles.ByName(a.Name)).ShouldBe(expected.GetBoolean(), why); break;
            case "kind": kind.ToString().ShouldBe(expected.GetString(), why, StringCompareShould.IgnoreCase); break;
            case "mayAnswer": Classify.MayAnswer(head, kind, Own).ShouldBe(expected.GetBoolean(), why); break;
            case "quote": LineOfQuote(letter.Text).ShouldBe(expected.ValueKind == JsonValueKind.Null ? null : expected.GetInt32(), why); break;
            case "report": CheckReport(letter.Report, expected, why); break;
            default: throw new InvalidOperationException($"the table asks for {what}, which nobody looks at");
        }
    }

    private static void CheckReport(DeliveryReport? report, JsonElement expected, string why)
    {
        if (expected.ValueKind == JsonValueKind.Null)
        {
            report.ShouldBeNull(why);
            return;
        }

        report.ShouldNotBeNull(why);
        report.OfMessage.ShouldBe(expected.GetProperty("of").GetString(), why);
        report.Action.ShouldBe(expected.GetProperty("action").GetString(), why);
        report.Recipient.ShouldBe(expected.GetProperty("recipient").GetString(), why);
        report.Why.ShouldContain(expected.GetProperty("why").GetString()!, customMessage: why);
    }

    private static int? LineOfQuote(string text) => QuotedText.BeginOf(text) is { } at ? text[..at].Count(c => c == '\n') : null;
}
