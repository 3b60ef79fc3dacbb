using System.Text;
using System.Text.Json;
using MimeKit;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>A customer's letter becomes a request, and every answer arrives once (H-01 … H-03), through Postfix and Dovecot.</summary>
[Collection(MailroomCollection.Name)]
public sealed class LettersTests(MailInstallation installation)
{
    [Fact]
    [Requirement("H-01")]
    [Requirement("H-02")]
    [Requirement("H-03")]
    [Requirement("H-08")]
    [Requirement("H-09")]
    public async Task A_letter_opens_a_request_with_its_files_and_is_acknowledged_once_with_its_number()
    {
        var letter = ALetter.From("gulsen.ozturk@ornek.example", "Gülşen Öztürk", "servis@beyaz.example", "Bulaşık makinesi su boşaltmıyor", "Merhaba,\r\nmakine su boşaltmıyor, ışığı yanıp sönüyor.");
        var mixed = new Multipart("mixed") { letter.Body! };
        mixed.Add(new MimePart("application", "pdf") { FileName = "fatura ığüşöç.pdf", Content = new MimeContent(new MemoryStream(Encoding.ASCII.GetBytes("%PDF-1.4 hello"))) });
        letter.Body = mixed;
        await installation.Servers.DeliverAsync(letter, "servis@beyaz.example");

        var fate = await installation.FateOfAsync("servis@beyaz.example", "Bulaşık makinesi su boşaltmıyor");
        fate.TextOf("fate").ShouldBe("opened");
        var agent = await installation.AsAsync("supervisor1");
        var card = await agent.CardAsync(fate.TextOf("requestId"));
        card.TextOf("subject").ShouldBe("Bulaşık makinesi su boşaltmıyor");
        card.TextOf("text").ShouldBe("Merhaba,\nmakine su boşaltmıyor, ışığı yanıp sönüyor.");
        card.TextOf("unit").ShouldBe("appliance");
        card.TextOf("channel").ShouldBe("email");
        card.GetProperty("stage").TextOf("code").ShouldBe("mail_listening");
        card.GetProperty("customer").TextOf("name").ShouldBe("Gülşen Öztürk");

        var acknowledged = (await installation.InboxAsync("gulsen.ozturk@ornek.example", 1)).ShouldHaveSingleItem();
        acknowledged.InReplyTo.ShouldBe(letter.MessageId);
        acknowledged.References.ShouldContain(letter.MessageId!);
        acknowledged.Headers["Auto-Submitted"].ShouldBe("auto-replied");
        acknowledged.Headers["Return-Path"].ShouldBe("<>");
        acknowledged.Subject.ShouldStartWith($"Re: Bulaşık makinesi su boşaltmıyor [#{card.NumberOf()}-");
        acknowledged.TextBody!.ShouldContain(card.NumberOf());

        var entries = (await agent.TimelineAsync(card.IdOf())).Where(e => e.TextOf("kind") == "letter").ToList();
        entries.Count.ShouldBe(2);
        var came = entries.Single(e => e.GetProperty("letter").GetProperty("isIncoming").GetBoolean()).GetProperty("letter");
        var file = came.GetProperty("attachments").EnumerateArray().ShouldHaveSingleItem();
        file.TextOf("name").ShouldBe("fatura ığüşöç.pdf");
        var saved = await agent.GetAsync($"/api/mail/letters/{came.IdOf()}/files/0", Given.Stop);
        (await saved.Content.ReadAsStringAsync(Given.Stop)).ShouldBe("%PDF-1.4 hello");
        saved.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        saved.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await (await agent.GetAsync($"/api/mail/letters/{came.IdOf()}/original", Given.Stop)).Content.ReadAsStringAsync(Given.Stop)).ShouldContain(letter.MessageId!);
    }

    [Fact]
    [Requirement("H-02")]
    public async Task The_same_letter_again_or_in_another_mailbox_is_one_and_an_answer_joins()
    {
        var letter = ALetter.From("yigit.gunes@ornek.example", "Yiğit Güneş", "destek@soft.example", "Modemin ışığı sönüyor", "Akşamları bağlantı gidiyor.");
        await installation.Servers.DeliverAsync(letter, "destek@soft.example");
        await installation.Servers.DeliverAsync(letter, "destek@soft.example");
        var fate = await installation.FateOfAsync("destek@soft.example", "Modemin ışığı sönüyor");
        await installation.Servers.DeliverAsync(letter, "servis@beyaz.example");
        var acknowledged = (await installation.InboxAsync("yigit.gunes@ornek.example", 1))[0];

        var agent = await installation.AsAsync("supervisor1");
        await installation.Servers.DeliverAsync(ALetter.Answering(acknowledged, "yigit.gunes@ornek.example", "Modemi yeniden başlattım, değişmedi."), acknowledged.ReplyTo.Mailboxes.First().Address);
        var joined = await installation.FateOfAsync("destek@soft.example", "YNT: " + acknowledged.Subject);

        joined.TextOf("fate").ShouldBe("joined");
        joined.TextOf("requestId").ShouldBe(fate.TextOf("requestId"));
        (await installation.InboxAsync("yigit.gunes@ornek.example", 1)).Count.ShouldBe(1, "an answer is not acknowledged, and one letter only once");
        (await agent.ItemsAsync("/api/requests?text=Modemin ışığı sönüyor")).Count(r => r.TextOf("subject") == "Modemin ışığı sönüyor").ShouldBe(1);
    }

    [Fact]
    [Requirement("H-02")]
    public async Task An_out_of_office_note_joins_without_taking_up_and_opens_nothing()
    {
        var letter = ALetter.From("sule.aydin@ornek.example", "Şule Aydın", "servis@beyaz.example", "Fırın ısınmıyor", "Isınmıyor.");
        await installation.Servers.DeliverAsync(letter, "servis@beyaz.example");
        var fate = await installation.FateOfAsync("servis@beyaz.example", "Fırın ısınmıyor");
        var acknowledged = (await installation.InboxAsync("sule.aydin@ornek.example", 1))[0];
        var agent = await installation.AsAsync("supervisor1");
        var card = await agent.ChangeAsync(await agent.CardAsync(fate.TextOf("requestId")), ("kind", "information"));
        foreach (var stage in new[] { "in_progress", "completed" })
        {
            card = await agent.PostAsJsonAsync($"/api/requests/{card.IdOf()}/stage", new { version = card.VersionOf(), stage }, Given.Stop).BodyAsync();
        }

        await installation.Servers.DeliverAsync(ALetter.Answering(acknowledged, "sule.aydin@ornek.example", "İzindeyim.", ("Auto-Submitted", "auto-replied")), "servis@beyaz.example", sender: "");
        (await installation.FateOfAsync("servis@beyaz.example", "YNT: " + acknowledged.Subject)).TextOf("fate").ShouldBe("joined");
        (await agent.CardAsync(card.IdOf())).GetProperty("stage").TextOf("code").ShouldBe("completed");

        await installation.Servers.DeliverAsync(ALetter.From("sule.aydin@ornek.example", "", "servis@beyaz.example", "Otomatik yanıt: kampanya", "İzindeyim.", ("Auto-Submitted", "auto-replied")), "servis@beyaz.example");
        (await installation.FateOfAsync("servis@beyaz.example", "Otomatik yanıt: kampanya")).TextOf("fate").ShouldBe("setAside");

        await installation.Servers.DeliverAsync(ALetter.Answering(acknowledged, "sule.aydin@ornek.example", "Hâlâ ısınmıyor.", ("Subject", "Hâlâ")), "servis@beyaz.example");
        (await installation.FateOfAsync("servis@beyaz.example", "Hâlâ")).TextOf("fate").ShouldBe("joined");
        (await agent.CardAsync(card.IdOf())).GetProperty("stage").TextOf("kind").ShouldBe("inProgress", "a person's letter takes it up again");
    }

    [Fact]
    [Requirement("H-02")]
    public async Task A_stranger_does_not_join_by_the_subject_alone_and_who_takes_part_does()
    {
        await installation.Servers.DeliverAsync(ALetter.From("isil.inan@ornek.example", "Işıl İnan", "destek@soft.example", "Taşınıyorum", "Yeni adresim."), "destek@soft.example");
        var fate = await installation.FateOfAsync("destek@soft.example", "Taşınıyorum");
        var subject = (await installation.InboxAsync("isil.inan@ornek.example", 1))[0].Subject!;

        await installation.Servers.DeliverAsync(ALetter.From("baskasi@yabanci.example", "", "destek@soft.example", "FW: " + subject, "Şifreyi bana da yollayın."), "destek@soft.example");
        var stranger = await installation.FateOfAsync("destek@soft.example", "FW: " + subject);
        stranger.TextOf("fate").ShouldBe("opened");
        stranger.TextOf("requestId").ShouldNotBe(fate.TextOf("requestId"));

        await installation.Servers.DeliverAsync(ALetter.From("ISIL.INAN@ornek.example", "", "destek@soft.example", "AW: " + subject, "Kapı numarası 7."), "destek@soft.example");
        (await installation.FateOfAsync("destek@soft.example", "AW: " + subject)).TextOf("requestId").ShouldBe(fate.TextOf("requestId"));
    }

    [Fact]
    [Requirement("W-S19")]
    [Requirement("W-N03")]
    public async Task An_answer_is_sent_after_ten_seconds_and_answers_the_customer_and_can_be_taken_back_before()
    {
        await installation.Servers.DeliverAsync(ALetter.From("goran.alund@exempel.example", "Göran Ålund", "miljo@kommun.example", "Grovsopor vid porten", "Hej, när hämtas de?"), "miljo@kommun.example");
        var id = (await installation.FateOfAsync("miljo@kommun.example", "Grovsopor vid porten")).TextOf("requestId");
        await installation.InboxAsync("goran.alund@exempel.example", 1);
        var agent = await installation.AsAsync("supervisor1");
        var plan = await agent.GetAsync($"/api/mail/requests/{id}/answer", Given.Stop).BodyAsync();
        plan.GetProperty("to")[0].TextOf("address").ShouldBe("goran.alund@exempel.example");
        plan.GetProperty("from").TextOf("address").ShouldBe("miljo@kommun.example");

        var regretted = await agent.PostAsJsonAsync($"/api/mail/requests/{id}/letters", new { text = "Fel text" }, Given.Stop).BodyAsync();
        regretted.TextOf("state").ShouldBe("held");
        (await agent.DeleteAsync($"/api/mail/letters/{regretted.IdOf()}", Given.Stop).BodyAsync()).TextOf("state").ShouldBe("withdrawn");

        using var click = new HttpRequestMessage(HttpMethod.Post, $"/api/mail/requests/{id}/letters") { Content = JsonContent.Create(new { text = "Hej Göran!\nDe hämtas på torsdag.", cc = new[] { new { address = "styrelsen@brfbjorken.example", name = "" } } }) };
        click.Headers.Add("Idempotency-Key", "one-click");
        var written = await agent.SendAsync(click, Given.Stop).BodyAsync();
        using var again = new HttpRequestMessage(HttpMethod.Post, $"/api/mail/requests/{id}/letters") { Content = JsonContent.Create(new { text = "Hej Göran!\nDe hämtas på torsdag." }) };
        again.Headers.Add("Idempotency-Key", "one-click");
        (await agent.SendAsync(again, Given.Stop).BodyAsync()).IdOf().ShouldBe(written.IdOf());
        installation.Skip(TimeSpan.FromSeconds(11));

        var letters = await installation.InboxAsync("goran.alund@exempel.example", 2);
        letters.Count.ShouldBe(2, "the one that was taken back never came");
        letters[1].TextBody!.ReplaceLineEndings("\n").ShouldStartWith("Hej Göran!\nDe hämtas på torsdag.");
        letters[1].Headers["Auto-Submitted"].ShouldBeNull();
        letters[1].From.Mailboxes.Single().Name.ShouldBe("Miljöservice");
        (await installation.InboxAsync("styrelsen@brfbjorken.example", 1)).ShouldHaveSingleItem();
        var sent = await MailInstallation.UntilAsync(
            async () => (await agent.TimelineAsync(id)).Single(e => e.IdOf() == written.IdOf()).GetProperty("letter"), l => l.TextOf("state") == "sent");
        sent.GetProperty("trouble").ValueKind.ShouldBe(JsonValueKind.Null);
        await installation.DeliverFactsAsync();
        (await agent.GetAsync($"/api/requests/{id}/clocks", Given.Stop).BodyAsync()).GetProperty("firstAnswer").GetProperty("face").TextOf("state").ShouldNotBe("running");
        await agent.DeleteAsync($"/api/mail/letters/{written.IdOf()}", Given.Stop).ShouldBeRefusedAsync("mailroom.letter_gone");
    }

    [Fact]
    [Requirement("W-S19")]
    public async Task A_refused_letter_and_one_that_comes_back_are_seen_and_their_writer_is_told()
    {
        await installation.Servers.DeliverAsync(ALetter.From("nurgul.saglam@ornek.example", "Nurgül Sağlam", "destek@soft.example", "Fatura adresi", "Değişti."), "destek@soft.example");
        var id = (await installation.FateOfAsync("destek@soft.example", "Fatura adresi")).TextOf("requestId");
        var agent = await installation.AsAsync("supervisor1");
        var refused = await agent.PostAsJsonAsync($"/api/mail/requests/{id}/letters", new { text = "Bilgi", to = new[] { new { address = "refused@soft.example", name = "" } } }, Given.Stop).BodyAsync();
        var bounced = await agent.PostAsJsonAsync($"/api/mail/requests/{id}/letters", new { text = "Bilgi", to = new[] { new { address = "muhasebe@gone.example", name = "" } } }, Given.Stop).BodyAsync();
        installation.Skip(TimeSpan.FromSeconds(11));

        var letters = await MailInstallation.UntilAsync(
            async () => (await agent.TimelineAsync(id)).Where(e => e.TextOf("kind") == "letter").ToDictionary(e => e.IdOf(), e => e.GetProperty("letter")),
            l => l[refused.IdOf()].TextOf("state") == "failed" && l[bounced.IdOf()].TextOf("state") == "bounced");
        letters[refused.IdOf()].TextOf("trouble").ShouldContain("550");
        letters[bounced.IdOf()].TextOf("trouble").ShouldContain("nobody lives here");
        await installation.DeliverFactsAsync();
        var notices = (await agent.GetAsync("/api/notices", Given.Stop).BodyAsync()).ToString();
        notices.ShouldContain("mail_bounced");
        await agent.PostAsJsonAsync($"/api/mail/letters/{refused.IdOf()}/retry", new { }, Given.Stop).BodyAsync();
    }

    [Fact]
    [Requirement("P-14")]
    public async Task Nothing_is_mailed_to_a_customer_who_wants_to_be_called_only()
    {
        var agent = await installation.AsAsync("supervisor1");
        var found = await agent.GetAsync("/api/customers?q=zeynep.agaoglu", Given.Stop).BodyAsync();
        var customer = await agent.GetAsync($"/api/customers/{found.GetProperty("items")[0].IdOf()}", Given.Stop).BodyAsync();
        var body = JsonSerializer.Deserialize<Dictionary<string, object?>>(customer.ToString())!;
        body["preferredMethodId"] = installation.DefinitionOf("contact_methods", "phone");
        body["onlyPreferred"] = true;
        await agent.PutAsJsonAsync($"/api/customers/{customer.IdOf()}", body, Given.Stop).BodyAsync();

        await installation.Servers.DeliverAsync(ALetter.From("zeynep.agaoglu@ornek.example", "", "destek@soft.example", "Beni arayın", "Yalnızca telefon."), "destek@soft.example");
        var id = (await installation.FateOfAsync("destek@soft.example", "Beni arayın")).TextOf("requestId");
        (await agent.GetAsync($"/api/mail/requests/{id}/answer", Given.Stop).BodyAsync()).TextOf("onlyBy").ShouldBe("phone");
        await agent.PostAsJsonAsync($"/api/mail/requests/{id}/letters", new { text = "Merhaba" }, Given.Stop).ShouldBeRefusedAsync("mailroom.other_way_only");
        (await agent.TimelineAsync(id)).Count(e => e.TextOf("kind") == "letter").ShouldBe(1, "not even acknowledged");
    }
}
