using System.Text;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Letters;

namespace Santral.Tests.Mailroom;

/// <summary>Who wrote, a person or a machine, and whether he may be answered by itself: one letter for each rule (RFC 3834).</summary>
public sealed class ClassifyTests
{
    private static readonly HashSet<string> Own = ["destek@soft.example", "servis@beyaz.example"];

    [Theory]
    [InlineData("", LetterKind.Ordinary, true)]
    [InlineData("Auto-Submitted: no", LetterKind.Ordinary, true)]
    [InlineData("Auto-Submitted: No (human)", LetterKind.Ordinary, true)]
    [InlineData("Auto-Submitted: auto-replied", LetterKind.AutoReply, false)]
    [InlineData("Auto-Submitted: auto-replied; owner-email=\"x@y.example\"", LetterKind.AutoReply, false)]
    [InlineData("Auto-Submitted: AUTO-GENERATED; x=y", LetterKind.Bulk, false)]
    [InlineData("Auto-Submitted: auto-notified", LetterKind.AutoReply, false)]
    [InlineData("Precedence: bulk", LetterKind.Bulk, false)]
    [InlineData("Precedence: List", LetterKind.Bulk, false)]
    [InlineData("Precedence: junk", LetterKind.Bulk, false)]
    [InlineData("Precedence: auto_reply", LetterKind.AutoReply, false)]
    [InlineData("Precedence: first-class", LetterKind.Ordinary, true)]
    [InlineData("List-Id: <news.example>", LetterKind.Bulk, false)]
    [InlineData("List-Unsubscribe: <mailto:off@news.example>", LetterKind.Bulk, false)]
    [InlineData("List-Post: <mailto:l@news.example>", LetterKind.Bulk, false)]
    [InlineData("Feedback-ID: 1:2:3", LetterKind.Bulk, false)]
    [InlineData("X-Autoreply: yes", LetterKind.AutoReply, false)]
    [InlineData("X-Autorespond: out", LetterKind.AutoReply, false)]
    [InlineData("X-Auto-Response-Suppress: All", LetterKind.Ordinary, false)]
    [InlineData("X-Auto-Response-Suppress: DR, OOF, AutoReply", LetterKind.Ordinary, false)]
    [InlineData("X-Auto-Response-Suppress: DR", LetterKind.Ordinary, true)]
    [InlineData("X-Auto-Response-Suppress: All\r\nReturn-Path: <>", LetterKind.AutoReply, false)]
    [InlineData("X-Loop: somewhere", LetterKind.Ordinary, false)]
    [InlineData("X-Spam-Flag: YES", LetterKind.Bulk, false)]
    [InlineData("Return-Path: <>", LetterKind.Ordinary, false)]
    [InlineData("Return-Path: <elif@ornek.example>", LetterKind.Ordinary, true)]
    [InlineData("Content-Type: multipart/report; report-type=delivery-status; boundary=b", LetterKind.Report, false)]
    [InlineData("Content-Type: multipart/report; report-type=disposition-notification; boundary=b", LetterKind.Receipt, false)]
    [InlineData("Content-Type: text/calendar; method=REPLY", LetterKind.Ordinary, false)]
    public void Headers_tell(string headers, LetterKind kind, bool mayAnswer) => Look($"From: Elif <elif@ornek.example>\r\n{headers}\r\n").ShouldBe((kind, mayAnswer));

    [Theory]
    [InlineData("noreply@firma.example", false)]
    [InlineData("No-Reply@firma.example", false)]
    [InlineData("donotreply@firma.example", false)]
    [InlineData("bounces+123@firma.example", false)]
    [InlineData("postmaster@firma.example", false)]
    [InlineData("destek@soft.example", false)]
    [InlineData("Servis+abc@beyaz.example", false)]
    [InlineData("nobody", false)]
    [InlineData("replyhappy@firma.example", true)]
    public void Nobody_and_ourselves_are_not_answered(string from, bool mayAnswer) => Look($"From: {from}\r\n").MayAnswer.ShouldBe(mayAnswer);

    [Fact]
    public void An_answer_elsewhere_to_a_robot_is_none() => Look("From: elif@ornek.example\r\nReply-To: destek@soft.example\r\n").MayAnswer.ShouldBeFalse();

    [Fact]
    public void A_daemon_reports_and_our_own_letter_is_ours()
    {
        Look("From: MAILER-DAEMON@mx.example\r\n").Kind.ShouldBe(LetterKind.Report);
        Look("From: postmaster@mx.example\r\nReturn-Path: <>\r\n").Kind.ShouldBe(LetterKind.Report);
        Classify.KindOf(new LetterHead(), isOwn: true).ShouldBe(LetterKind.Own);
    }

    [Theory]
    [InlineData("mx.soft.example; dmarc=fail; spf=pass", false)]
    [InlineData("mx.soft.example; dmarc=pass", true)]
    [InlineData("mx.soft.example; spf=fail; dkim=pass header.d=x", true)]
    [InlineData("mx.soft.example; spf=softfail; dkim=none", false)]
    [InlineData("mx.soft.example; none", null)]
    [InlineData("evil.example; dmarc=pass", null)]
    public void Only_the_believed_server_says_who_sent_it(string results, bool? proven)
        => ReadLetter.Read(Encoding.ASCII.GetBytes($"Authentication-Results: {results}\r\nFrom: a@b.example\r\n\r\nx"), "mx.soft.example").Head.IsSenderProven.ShouldBe(proven);

    private static (LetterKind Kind, bool MayAnswer) Look(string headers)
    {
        var head = ReadLetter.Read(Encoding.UTF8.GetBytes(headers.ReplaceLineEndings("\r\n").Replace("\r\n\r\n", "\r\n") + "\r\nMerhaba")).Head;
        var kind = Classify.KindOf(head, isOwn: false);
        return (kind, Classify.MayAnswer(head, kind, Own));
    }
}
