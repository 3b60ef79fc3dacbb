using System.Text;
using Santral.Mailroom.Letters;

namespace Santral.Tests.Mailroom;

/// <summary>Letters of the world: charsets, names, files, reports; the worst is still a letter.</summary>
public sealed class ReadLetterTests
{
    static ReadLetterTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1254", "iso-8859-9", "ığüşöç İĞÜŞÖÇ")]
    [InlineData("windows-1252", "iso-8859-1", "åäö “så”")]
    [InlineData("utf-8", "us-ascii", "ığüşöç åäö €")]
    [InlineData("utf-8", "iso-8859-1", "ığüşöç åäö €")]
    [InlineData("windows-1254", "", "ığüşöç")]
    [InlineData("utf-8", "no-such-charset", "ığüşöç")]
    [InlineData("utf-16", "utf-16", "ığüşöç")]
    public void Letters_are_right_whatever_the_label_says(string written, string label, string text)
    {
        var head = $"From: a@b.example\r\nContent-Type: text/plain; charset={label}\r\nContent-Transfer-Encoding: base64\r\n\r\n";
        var encoding = Encoding.GetEncoding(written);
        ReadLetter.Read(Encoding.ASCII.GetBytes(head + Convert.ToBase64String([.. written == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]))).Text.TrimStart('\uFEFF').ShouldBe(text);
    }

    [Theory]
    [InlineData("Subject: =?utf-8?q?Ar=C4=B1za?= =?utf-8?q?_kayd=C4=B1?=", "Arıza kaydı")]
    [InlineData("Subject: =?utf-8?b?xLHEn8O8?=", "ığü")]
    [InlineData("Subject: =?iso-8859-9?q?=FD=F0?=", "ığ")]
    [InlineData("Subject: Arıza kaydı", "Arıza kaydı")]
    [InlineData("Subject: folded\r\n line", "folded line")]
    [InlineData("Subject: =?utf-8*tr?q?=C4=B1?=", "ı")]
    [InlineData("X: y", "")]
    public void Subjects_are_read(string header, string subject) => Letter(header).Head.Subject.ShouldBe(subject);

    [Theory]
    [InlineData("From: \"Yılmaz, Elif\" <elif@ornek.example>", "elif@ornek.example", "Yılmaz, Elif")]
    [InlineData("From: elif@ornek.example (Elif)", "elif@ornek.example", null)]
    [InlineData("From: Elif Yilmaz elif@ornek.example", "elif@ornek.example", null)]
    [InlineData("From: a@b.example, c@d.example", "a@b.example", "")]
    [InlineData("From: Group: g@h.example;", "g@h.example", null)]
    [InlineData("Sender: s@t.example", "s@t.example", "")]
    [InlineData("From:", "", "")]
    [InlineData("X: y", "", "")]
    public void Who_wrote_is_read(string header, string address, string? name)
    {
        var from = Letter(header).Head.From;
        from.Address.ShouldBe(address);
        from.Name.ShouldBe(name ?? from.Name);
    }

    [Theory]
    [InlineData("Message-ID: <a@b>", "a@b")]
    [InlineData("Message-ID: <a\r\n b@c>", "ab@c")]
    [InlineData("Message-ID: a@b", "a@b")]
    [InlineData("Message-ID: nonsense", null)]
    [InlineData("X: y", null)]
    public void Ids_are_read(string header, string? id) => Letter(header).Head.MessageId.ShouldBe(id);

    [Theory]
    [InlineData("attachment; filename*=utf-8''ar%C4%B1za.pdf", "arıza.pdf")]
    [InlineData("attachment; filename*0*=utf-8''uzun%20; filename*1*=ad%C4%B1.pdf", "uzun adı.pdf")]
    [InlineData("attachment; filename=\"=?utf-8?b?xLEucGRm?=\"", "ı.pdf")]
    [InlineData("attachment; filename=\"..\\\\..\\\\windows\\\\evil.exe\"", "evil.exe")]
    [InlineData("attachment; filename=\"fatura\u202Efdp.exe\"", "faturafdp.exe")]
    [InlineData("attachment", "1.pdf")]
    public void Names_of_files_are_read_and_harmless(string disposition, string name)
        => Encoded($"From: a@b.example\r\nContent-Type: application/pdf\r\nContent-Disposition: {disposition}\r\n\r\nx").Attachments.ShouldHaveSingleItem().Name.ShouldBe(name);

    [Fact]
    public void A_formatted_letter_has_words_and_a_flowed_one_has_whole_lines()
    {
        Encoded("From: a@b.example\r\nContent-Type: text/html\r\n\r\n<style>p{}</style><p>Merhaba<br>ikinci</p><script>x</script><ul><li>bir<li>iki</ul><blockquote>eski</blockquote>").Text
            .ShouldBe("Merhaba\nikinci\n\nbir\niki\n> eski");
        Encoded("From: a@b.example\r\nContent-Type: text/plain; format=flowed\r\n\r\nbir uzun \r\nsatır\r\nsonra").Text.ShouldBe("bir uzun satır\nsonra");
    }

    [Fact]
    public void A_report_names_the_letter_it_is_about()
    {
        var letter = Encoded("""
            From: MAILER-DAEMON@mx.example
            Content-Type: multipart/report; report-type=delivery-status; boundary=b

            --b

            Sorry.
            --b
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.example

            Final-Recipient: rfc822; yok@ornek.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 no such user
            --b
            Content-Type: text/rfc822-headers

            Message-ID: <abc@soft.example>
            Subject: x
            --b--
            """.ReplaceLineEndings("\r\n"));
        var report = letter.Report.ShouldNotBeNull();
        (report.OfMessage, report.Action, report.Recipient).ShouldBe(("abc@soft.example", "failed", "yok@ornek.example"));
        report.Why.ShouldContain("no such user");
        letter.Attachments[0].Name.ShouldBe("1.txt");
        letter.Attachments[0].Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_same_letter_by_another_way_has_the_same_fingerprint()
    {
        const string letter = "From: a@b.example\r\nMessage-ID: <a@b>\r\n\r\nhello";
        var one = Encoded("Received: from x by y\r\n" + letter).Fingerprint;
        Encoded("Received: from q by z\r\nDelivered-To: c@d\r\n" + letter).Fingerprint.ShouldBe(one);
        Encoded(letter + "!").Fingerprint.ShouldNotBe(one);
        Encoded(letter.Replace("a@b>", "c@b>")).Fingerprint.ShouldNotBe(one);
    }

    [Fact]
    public void The_same_letter_sent_once_more_has_the_same_fingerprint_and_another_one_with_its_id_has_not()
    {
        string Sent(string date, string line, string words, string file) => $"""
            From: a@b.example
            Message-ID: <a@b>
            Subject: Modem
            Date: {date}
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="{line}"

            --{line}
            Content-Type: text/plain; charset=utf-8

            {words}
            --{line}
            Content-Type: application/pdf; name=bill.pdf
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment; filename=bill.pdf

            {Convert.ToBase64String(Encoding.UTF8.GetBytes(file))}
            --{line}--
            """;
        string Of(string letter) => Encoded(letter).Fingerprint;

        var one = Of(Sent("Tue, 01 Dec 2026 04:00:00 +0000", "xx", "hello", "%PDF-1"));
        Of(Sent("Tue, 01 Dec 2026 04:00:07 +0000", "yy", "hello", "%PDF-1")).ShouldBe(one);
        Of(Sent("Tue, 01 Dec 2026 04:00:00 +0000", "xx", "hello again", "%PDF-1")).ShouldNotBe(one);
        Of(Sent("Tue, 01 Dec 2026 04:00:00 +0000", "xx", "hello", "%PDF-2")).ShouldNotBe(one);

        // Without an id its instant is all that tells it from the same words of another day.
        string Nameless(string date) => Of(Sent(date, "xx", "hello", "%PDF-1").Replace("Message-ID: <a@b>\n", "", StringComparison.Ordinal));
        Nameless("Tue, 01 Dec 2026 04:00:00 +0000").ShouldNotBe(Nameless("Tue, 01 Dec 2026 04:00:07 +0000"));
    }

    private static Santral.Mailroom.Domain.LetterContent Letter(string header) => Encoded(header + "\r\n\r\nx");

    private static Santral.Mailroom.Domain.LetterContent Encoded(string letter) => ReadLetter.Read(Encoding.UTF8.GetBytes(letter));
}
