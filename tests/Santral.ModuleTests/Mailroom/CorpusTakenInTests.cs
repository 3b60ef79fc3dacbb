using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Kernel;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Jobs;
using Santral.Mailroom.Servers;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>The whole corpus, and mutations of it, is taken into the database and read by the rules; of each the original lies in the file store, byte for byte.</summary>
[Collection(MailroomCollection.Name)]
public sealed class CorpusTakenInTests(MailInstallation installation)
{
    private const int Mutations = 120;

    [Fact]
    [Requirement("H-02")]
    [Requirement("H-09")]
    public async Task Every_letter_is_stored_with_its_original()
    {
        var mailbox = await MailboxAsync();
        var letters = Corpus.All.Select(c => (What: c.File, Bytes: Corpus.BytesOf(c.File))).Where(l => l.Bytes.Length is > 0 and < 500_000).ToList();
        letters.AddRange(Enumerable.Range(0, Mutations).Select(n => ($"mutation {n} of {letters[n % letters.Count].What}", Corpus.Mutate(letters[n % letters.Count].Bytes, new Random(n)))).Where(l => l.Item2.Length > 0).ToList());
        var uid = 0L;
        foreach (var (what, bytes) in letters)
        {
            try
            {
                await using var scope = installation.Services.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<TakeIn>().StoreAsync(mailbox, bytes, new Whereabouts(1, ++uid, bytes.Length, false), Given.Stop) is not { } id)
                {
                    continue;
                }

                await using var routing = installation.Services.CreateAsyncScope();
                await routing.ServiceProvider.GetRequiredService<RouteLetter>().RouteAsync(id, Given.Stop);
                var stored = await routing.ServiceProvider.GetRequiredService<MailroomDb>().Received.AsNoTracking().SingleAsync(l => l.Id == id, Given.Stop);
                stored.Fate.ShouldNotBe(LetterFate.New, what);
                (await routing.ServiceProvider.GetRequiredService<LetterFiles>().ReadAsync(stored.OriginalId!.Value, Given.Stop)).AsSpan().SequenceEqual(bytes).ShouldBeTrue(what);
            }
            catch (Exception error) when (error is not ShouldAssertException)
            {
                throw new InvalidOperationException(what, error);
            }
        }
    }

    /// <summary>Nothing is fetched into it and nothing goes out of it.</summary>
    private async Task<Mailbox> MailboxAsync()
    {
        await using var scope = installation.Services.CreateAsyncScope();
        var (db, secrets) = (scope.ServiceProvider.GetRequiredService<MailroomDb>(), scope.ServiceProvider.GetRequiredService<MailSecrets>());
        var line = new ServerLine("127.0.0.1", 1, LineSecurity.None, "x", secrets.Protect("x"));
        var mailbox = Mailbox.SetUp(Id.New<MailboxId>(installation.Clock), new MailboxPlan("Corpus", "corpus@soft.example", line, line, null, "INBOX", null, "internet", null, null, true, false, 5, 1024 * 1024, 14));
        mailbox.Pause();
        db.Mailboxes.Add(mailbox);
        await db.SaveChangesAsync(Given.Stop);
        return mailbox;
    }
}
