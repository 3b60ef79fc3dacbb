using System.Net.Http.Json;
using System.Text.Json;
using MimeKit;

namespace Santral.StoryTests;

/// <summary>
/// kill -9 at any moment of receiving and sending: no letter is lost, none is answered twice. Letters come and answers are written all the
/// time; the process is killed after a seeded number of its commands to the mail servers, and started again.
/// </summary>
[Trait("Database", "long")]
public sealed class LettersAndKills
{
    private static readonly int Kills = Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") == "1" ? 50 : 3;

    private const int Seed = 26;

    [Fact]
    [Requirement("H-02")]
    [Requirement("H-03")]
    [Requirement("W-S19")]
    public async Task No_letter_is_lost_and_none_answered_twice()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TestFolder();
        await using var data = await StoryData.CreateAsync(folder.Path);
        await using var product = new ProductProcess(folder.Path, data.ConnectionString);
        await using var servers = await MailServers.StartAsync();
        await using var imap = new CountedLine(servers.Imap);
        await using var smtp = new CountedLine(servers.Smtp);
        await product.StartAsync(stop);
        using (var supervisor = await SignInAsync(product))
        {
            var plan = new
            {
                name = "Soft Destek", address = "destek@soft.example", unit = "internet", imap = new { host = "127.0.0.1", port = imap.Port, security = "none", user = "destek@soft.example", password = "demo" },
                smtp = new { host = "127.0.0.1", port = smtp.Port, security = "none" }, usesPlus = true, acknowledges = true, mostAutomatic = 5, largestMegabytes = 5, takesUpDays = 14,
            };
            (await supervisor.PostAsJsonAsync("/api/mail/mailboxes", plan, stop)).EnsureSuccessStatusCode();
        }

        var chance = new Random(Seed);
        var (writers, answered) = (new List<string>(), new List<string>());
        for (var kill = 0; kill < Kills; kill++)
        {
            using var agent = await SignInAsync(product);
            // Four letters are fetched and acknowledged, one answer is sent: more commands than either number.
            var moment = chance.Next(2) == 0 ? imap.SentAsync(chance.Next(1, 7)) : smtp.SentAsync(chance.Next(1, 13));
            var letters = Enumerable.Range(0, 4).Select(n => $"kisi{kill}.{n}@ornek.example").ToList();
            writers.AddRange(letters);
            var delivering = DeliverAsync(servers, letters);
            if (await AnswerAsync(agent, $"yanit{kill}@ornek.example", stop) is { } to)
            {
                answered.Add(to);
            }

            await moment.WaitAsync(TimeSpan.FromSeconds(60), stop);
            await product.KillAsync();
            await delivering;
            await product.StartAsync(stop);
        }

        var patience = TimeSpan.FromMinutes(1);
        foreach (var writer in writers)
        {
            await ArrivedOnceAsync(servers, writer, patience, $"the acknowledgement of {writer} (seed {Seed})");
        }

        foreach (var to in answered)
        {
            await ArrivedOnceAsync(servers, to, patience, $"the answer to {to} (seed {Seed})");
        }

        using var reader = await SignInAsync(product);
        foreach (var writer in writers)
        {
            var found = await reader.GetFromJsonAsync<JsonElement>($"/api/requests?text={Uri.EscapeDataString(SubjectOf(writer))}", stop);
            found.GetProperty("items").EnumerateArray().Count(r => r.GetProperty("subject").GetString() == SubjectOf(writer)).ShouldBe(1, $"requests of {writer} (seed {Seed})");
        }
    }

    private static string SubjectOf(string writer) => $"Modem {writer.Split('@')[0].Replace('.', 'x')}";

    private static async Task DeliverAsync(MailServers servers, IEnumerable<string> writers)
    {
        foreach (var writer in writers)
        {
            using var letter = new MimeMessage { Subject = SubjectOf(writer), Body = new TextPart("plain") { Text = "Bozuk." } };
            letter.From.Add(new MailboxAddress("", writer));
            letter.To.Add(new MailboxAddress("", "destek@soft.example"));
            await servers.DeliverAsync(letter, "destek@soft.example");
        }
    }

    /// <summary>Only an answer the product said it has is one that must arrive.</summary>
    private static async Task<string?> AnswerAsync(HttpClient agent, string to, CancellationToken stop)
    {
        var opened = await (await agent.PostAsJsonAsync("/api/requests", new { unit = "internet" }, stop)).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(stop);
        var body = new { text = "Merhaba", to = new[] { new { address = to, name = "" } }, subject = "Bilgi" };
        return (await agent.PostAsJsonAsync($"/api/mail/requests/{opened.GetProperty("id").GetString()}/letters", body, stop)).IsSuccessStatusCode ? to : null;
    }

    /// <summary>A send whose end nobody saw is repeated with the same Message-ID: programs show it once.</summary>
    private static async Task ArrivedOnceAsync(MailServers servers, string address, TimeSpan patience, string what)
    {
        using var limit = new CancellationTokenSource(patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        IReadOnlyList<MimeMessage> inbox = [];
        do
        {
            inbox = await servers.InboxAsync(address);
        }
        while (inbox.Count == 0 && await tick.WaitForNextTickAsync(limit.Token));

        inbox.Select(l => l.MessageId).Distinct().Count().ShouldBe(1, what);
    }

    private static async Task<HttpClient> SignInAsync(ProductProcess product)
    {
        var client = new HttpClient { BaseAddress = new Uri(product.Address) };
        client.DefaultRequestHeaders.Add("X-Requested-With", "santral");
        (await client.PostAsJsonAsync("/api/session", new { userName = "supervisor1", password = "demo" })).EnsureSuccessStatusCode();
        return client;
    }
}
