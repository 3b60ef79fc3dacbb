using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Santral.Contracts.Customers;
using Santral.Contracts.Mailroom;
using Santral.Contracts.Requests;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>Letters that go: formatted, passed on, with a receipt, with an appointment; faxes that come; and all of them found by their words.</summary>
[Collection(MailroomCollection.Name)]
public sealed class LettersThatGoTests(MailInstallation installation)
{
    [Fact]
    [Requirement("W-S19")]
    [Requirement("W-D08")]
    public async Task A_formatted_letter_keeps_what_the_composer_writes_and_nothing_else_and_tells_when_it_was_opened()
    {
        var agent = await installation.AsAsync("supervisor1");
        var request = await agent.ADescribedRequestAsync("Biçimli yanıt", unit: "internet");
        var letter = await agent.PostAsJsonAsync(
            $"/api/mail/requests/{request.IdOf()}/letters",
            new
            {
                text = "",
                html = "<p>Merhaba <b>Elif</b>,</p><ul><li>bir</li><li>iki</li></ul><p><a href=\"https://soft.example/x\" onclick=\"x()\">adres</a><script>x()</script><img src=\"https://spy.example/a.gif\"></p>",
                to = new[] { new { address = "bicim@ornek.example", name = "Elif" } },
                asksReceipt = true,
            },
            Given.Stop).BodyAsync();
        letter.TextOf("text").ShouldBe("Merhaba Elif,\n\nbir\niki\nadres");
        letter.TextOf("html").ShouldContain("<b>Elif</b>");
        installation.Skip(TimeSpan.FromSeconds(11));

        var arrived = (await installation.InboxAsync("bicim@ornek.example", 1)).ShouldHaveSingleItem();
        arrived.TextBody!.ReplaceLineEndings("\n").ShouldStartWith("Merhaba Elif,\n\nbir\niki");
        arrived.HtmlBody.ShouldNotBeNull().ShouldContain("<b>Elif</b>");
        arrived.HtmlBody.ShouldContain("<a href=\"https://soft.example/x\">adres</a>");
        arrived.HtmlBody.ShouldNotContain("script");
        arrived.HtmlBody.ShouldNotContain("spy.example");
        arrived.Headers["Disposition-Notification-To"]!.ShouldContain("destek@soft.example");
        var page = await agent.GetAsync($"/api/mail/letters/{letter.IdOf()}/page", Given.Stop);
        (await page.Content.ReadAsStringAsync(Given.Stop)).ShouldContain("<b>Elif</b>");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");

        await installation.Servers.DeliverAsync(Receipt(arrived.MessageId!), "destek@soft.example");
        await MailInstallation.UntilAsync(
            async () => (await agent.TimelineAsync(request.IdOf())).Single(e => e.IdOf() == letter.IdOf()).GetProperty("letter"),
            l => l.GetProperty("openedAt").ValueKind == JsonValueKind.String);
        (await agent.TimelineAsync(request.IdOf())).Count(e => e.TextOf("kind") == "letter").ShouldBe(1, "a receipt is no letter of its own");
    }

    [Fact]
    [Requirement("W-S19")]
    public async Task A_letter_is_passed_on_as_it_came_and_answers_nothing()
    {
        var letter = ALetter.From("ilet@ornek.example", "İlet", "destek@soft.example", "Yönlendirilecek", "Bunu teknik ekibe iletin.");
        await installation.Servers.DeliverAsync(letter, "destek@soft.example");
        var id = (await installation.FateOfAsync("destek@soft.example", "Yönlendirilecek")).TextOf("requestId");
        var agent = await installation.AsAsync("supervisor1");
        var came = (await agent.TimelineAsync(id)).First(e => e.TextOf("kind") == "letter" && e.GetProperty("letter").GetProperty("isIncoming").GetBoolean());
        await agent.PostAsJsonAsync($"/api/mail/requests/{id}/letters", new { text = "Bakar mısınız?", forward = came.IdOf() }, Given.Stop).ShouldBeRefusedAsync("mailroom.no_recipient");
        var forwarded = await agent.PostAsJsonAsync(
            $"/api/mail/requests/{id}/letters", new { text = "Bakar mısınız?", forward = came.IdOf(), to = new[] { new { address = "teknik@ekip.example", name = "" } } }, Given.Stop).BodyAsync();
        forwarded.GetProperty("isForward").GetBoolean().ShouldBeTrue();
        installation.Skip(TimeSpan.FromSeconds(11));

        var arrived = (await installation.InboxAsync("teknik@ekip.example", 1)).ShouldHaveSingleItem();
        arrived.Subject.ShouldBe("Fwd: Yönlendirilecek");
        arrived.InReplyTo.ShouldBeNull();
        arrived.BodyParts.OfType<MessagePart>().ShouldHaveSingleItem().Message!.MessageId.ShouldBe(letter.MessageId);

        var other = await agent.ADescribedRequestAsync("Başkasının", unit: "internet");
        await agent.PostAsJsonAsync($"/api/mail/requests/{other.IdOf()}/letters", new { text = "x", forward = came.IdOf(), to = new[] { new { address = "teknik@ekip.example", name = "" } } }, Given.Stop)
            .ShouldBeRefusedAsync("mailroom.letter_unknown");
    }

    [Fact]
    [Requirement("M-02")]
    public async Task What_a_fax_gateway_sends_is_a_fax_and_is_not_answered_by_itself()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        var plan = installation.PlanOf("Faks", "faks@kommun.example", "municipal");
        plan["medium"] = "fax";
        var mailbox = await supervisor.PostAsJsonAsync("/api/mail/mailboxes", plan, Given.Stop).BodyAsync();
        var fax = ALetter.From("+46812345@gateway.example", "Fax från +46 8 123 45", "faks@kommun.example", "Fax 2 sidor", "");
        fax.Body = new Multipart("mixed") { new MimePart("application", "pdf") { FileName = "fax.pdf", Content = new MimeContent(new MemoryStream("%PDF-1.4"u8.ToArray())) } };
        await installation.Servers.DeliverAsync(fax, "faks@kommun.example");

        var fate = await installation.FateOfAsync("faks@kommun.example", "Fax 2 sidor");
        var card = await supervisor.CardAsync(fate.TextOf("requestId"));
        card.TextOf("channel").ShouldBe("fax");
        var letters = (await supervisor.TimelineAsync(card.IdOf())).Where(e => e.TextOf("kind") == "letter").Select(e => e.GetProperty("letter")).ToList();
        letters.ShouldHaveSingleItem().GetProperty("isFax").GetBoolean().ShouldBeTrue();
        var contacts = await supervisor.GetAsync("/api/interactions?channel=fax", Given.Stop).BodyAsync();
        contacts.GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);
        await supervisor.PutAsJsonAsync($"/api/mail/mailboxes/{mailbox.IdOf()}/pause", new { }, Given.Stop).BodyAsync();
    }

    [Fact]
    [Requirement("H-09")]
    public async Task What_is_written_in_letters_is_found_by_who_sees_the_request_and_by_nobody_else()
    {
        await installation.Servers.DeliverAsync(ALetter.From("ara@ornek.example", "", "miljo@kommun.example", "Arama", "Ilk satir."), "miljo@kommun.example");
        var id = (await installation.FateOfAsync("miljo@kommun.example", "Arama")).TextOf("requestId");
        var acknowledged = (await installation.InboxAsync("ara@ornek.example", 1))[0];
        await installation.Servers.DeliverAsync(ALetter.Answering(acknowledged, "ara@ornek.example", "Kapının kodu zümrütanka.\n\n> Ilk satir gümüşbalık", ("Subject", "Kod")), acknowledged.ReplyTo.Mailboxes.First().Address);
        await installation.FateOfAsync("miljo@kommun.example", "Kod");
        var supervisor = await installation.AsAsync("supervisor1");
        await supervisor.PostAsJsonAsync($"/api/mail/requests/{id}/letters", new { text = "Tack, koden lapislazuli fungerar." }, Given.Stop).BodyAsync();
        await installation.DeliverFactsAsync();

        (await FoundAsync(supervisor, "zümrütanka")).ShouldContain(id);
        (await FoundAsync(supervisor, "lapislazuli")).ShouldContain(id);
        (await FoundAsync(supervisor, "gümüşbalık")).ShouldBeEmpty("what is quoted was said elsewhere");
        var elsewhere = await installation.AsAsync("agent1");
        (await FoundAsync(elsewhere, "zümrütanka")).ShouldBeEmpty("he works for another unit");
    }

    [Fact]
    [Requirement("H-11")]
    [Requirement("H-15")]
    [Requirement("P-14")]
    public async Task Another_module_writes_once_for_an_occasion_with_a_time_for_the_calendar()
    {
        var supervisor = await installation.AsAsync("supervisor1");
        await installation.Servers.DeliverAsync(ALetter.From("randevu@ornek.example", "Randevu", "servis@beyaz.example", "Buzdolabı", "Soğutmuyor."), "servis@beyaz.example");
        var id = RequestId.From(Guid.Parse((await installation.FateOfAsync("servis@beyaz.example", "Buzdolabı")).TextOf("requestId")));
        await installation.InboxAsync("randevu@ornek.example", 1);
        var from = new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.FromHours(3));
        var letter = new LetterToCustomer(
            $"visit:{id}:1", id, "3 Aralık Perşembe 09.00–11.00 arasında teknisyenimiz Kemal Usta gelecek.", null,
            new Appointment($"visit-{id}@beyaz.example", 0, from, from.AddHours(2), "Servis: Buzdolabı; çok uzun bir başlık ki satır yetmiş beş sekizliği geçsin", "Moda Cd. 7, Kadıköy", false), [], null);
        var written = await WriteAsync(letter);
        written.Kind.ShouldBe(LetterWrittenKind.Written);
        (await WriteAsync(letter)).ShouldBe(new LetterWritten(LetterWrittenKind.Before, written.LetterId));

        var arrived = (await installation.InboxAsync("randevu@ornek.example", 2))[1];
        arrived.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        arrived.Headers["Return-Path"].ShouldBe("<servis@beyaz.example>", "what cannot be delivered comes back and is seen");
        arrived.TextBody!.ShouldContain("Kemal Usta");
        var calendar = arrived.BodyParts.OfType<TextPart>().Single(p => p.ContentType.IsMimeType("text", "calendar"));
        calendar.ContentType.Parameters["method"].ShouldBe("REQUEST");
        var text = calendar.Text.ReplaceLineEndings("\n").Replace("\n ", "");
        text.ShouldContain("DTSTART:20261203T060000Z");
        text.ShouldContain("DTEND:20261203T080000Z");
        text.ShouldContain("SUMMARY:Servis: Buzdolabı\\; çok uzun");
        text.ShouldContain("LOCATION:Moda Cd. 7\\, Kadıköy");
        calendar.Text.Split('\n').ShouldAllBe(l => System.Text.Encoding.UTF8.GetByteCount(l.TrimEnd('\r')) <= 75);
        (await installation.InboxAsync("randevu@ornek.example", 2)).Count.ShouldBe(2, "saved twice is mailed once");

        // Who wants to be called only gets none.
        var found = await supervisor.GetAsync("/api/customers?q=ibrahim.sahin", Given.Stop).BodyAsync();
        var customer = await supervisor.GetAsync($"/api/customers/{found.GetProperty("items")[0].IdOf()}", Given.Stop).BodyAsync();
        var body = JsonSerializer.Deserialize<Dictionary<string, object?>>(customer.ToString())!;
        body["preferredMethodId"] = installation.DefinitionOf("contact_methods", "phone");
        body["onlyPreferred"] = true;
        await supervisor.PutAsJsonAsync($"/api/customers/{customer.IdOf()}", body, Given.Stop).BodyAsync();
        var request = await supervisor.ChangeAsync(await supervisor.ADescribedRequestAsync("Yalnız telefon", unit: "appliance"), ("customerId", customer.IdOf()));
        (await WriteAsync(letter with { Key = "visit:phone", Request = RequestId.From(Guid.Parse(request.IdOf())) })).Kind.ShouldBe(LetterWrittenKind.OtherWayOnly);
    }

    private async Task<LetterWritten> WriteAsync(LetterToCustomer letter)
    {
        await using var scope = installation.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISendLetters>().WriteAsync(letter, Given.Stop);
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(HttpClient person, string words)
        => [.. (await person.GetAsync($"/api/search?q={Uri.EscapeDataString(words)}", Given.Stop).BodyAsync()).GetProperty("items").EnumerateArray().Where(h => h.TextOf("kind") == "request").Select(h => h.IdOf())];

    private static MimeMessage Receipt(string of)
    {
        var receipt = ALetter.From("bicim@ornek.example", "Elif", "destek@soft.example", "Okundu: Biçimli yanıt", "");
        var told = new MessageDispositionNotification();
        told.Fields.Add("Reporting-UA", "ornek");
        told.Fields.Add("Final-Recipient", "rfc822;bicim@ornek.example");
        told.Fields.Add("Original-Message-ID", $"<{of}>");
        told.Fields.Add("Disposition", "manual-action/MDN-sent-manually; displayed");
        receipt.Body = new MultipartReport("disposition-notification") { new TextPart("plain") { Text = "Okundu." }, told };
        return receipt;
    }
}
