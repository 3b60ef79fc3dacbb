using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Santral.Kernel;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;
using Santral.Mailroom.Jobs;
using Santral.Mailroom.Letters;
using Santral.Mailroom.Servers;
using Santral.ModuleTests.Requests;

namespace Santral.ModuleTests.Mailroom;

/// <summary>
/// Two installations and robots without manners write to one another for a day: whatever they do, no correspondent gets more letters by
/// themselves than the bound (RFC 3834 §2). The letters go from table to table; everything that decides is the product's own.
/// </summary>
[Trait("Database", "one")]
public sealed class MailLoopTests : IAsyncLifetime
{
    private const int Bound = 5;
    private const int Hours = 6;

    private readonly SkippingClock _clock = new();
    private readonly List<(string To, DateTimeOffset At)> _automatic = [];
    private Side[] _sides = [];

    async ValueTask IAsyncLifetime.InitializeAsync()
        => _sides = [await Side.StartAsync("destek@bir.example", _clock), await Side.StartAsync("destek@iki.example", _clock)];

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        foreach (var side in _sides)
        {
            await side.Installation.DisposeAsync();
        }
    }

    [Fact]
    [Requirement("H-02")]
    [Requirement("H-03")]
    public async Task Nobody_gets_more_automatic_letters_than_the_bound()
    {
        var robots = new Robot[]
        {
            // Answers everything as a new letter, without a word about being a machine.
            new("robot@bir-robot.example", answers: letter => Plain("robot@bir-robot.example", $"Alındı {letter.MessageId}", null)),

            // Answers on the thread.
            new("zincir@robot.example", answers: letter => Plain("zincir@robot.example", "Re: " + letter.Subject, letter.MessageId)),

            // Has a new tag in its address each time.
            new("etiket@robot.example", answers: letter => Plain($"etiket+{letter.MessageId!.Split('@')[0]}@robot.example", "Alındı", null)),

            // An out-of-office note that says so in its subject only.
            new("izin@robot.example", answers: letter => Plain("izin@robot.example", "Otomatik yanıt: " + letter.Subject, null)),
        };

        // Each begins, and the two installations are made to know each other through a relay that takes every mark off.
        List<(string To, byte[] Letter)> way = [.. from robot in robots from side in _sides select (side.Address, Bytes(Plain(robot.Address, "Merhaba", null)))];
        way.AddRange(_sides.Select(s => (Other(s).Address, Bytes(Plain(s.Address, "Merhaba", null)))));
        for (var hour = 0; hour < Hours; hour++)
        {
            for (var round = 0; round < 40 && way.Count > 0; round++)
            {
                way = await DeliverAsync(way, robots);
            }

            way.ShouldBeEmpty("within an hour it dies down by itself");
            way = [.. from robot in robots from side in _sides select (side.Address, Bytes(Plain(robot.Address, $"Yine {hour}", null)))];
            way.AddRange(_sides.Select(s => (Other(s).Address, Bytes(Plain(s.Address, $"Yine {hour}", null)))));
            _clock.Skip(TimeSpan.FromMinutes(20));
        }

        _automatic.Count.ShouldBeGreaterThan(robots.Length * 2, "they were answered at first");
        foreach (var correspondent in _automatic.GroupBy(a => a.To))
        {
            var times = correspondent.Select(a => a.At).Order().ToList();
            for (var i = 0; i < times.Count; i++)
            {
                times.Skip(i).TakeWhile(t => t < times[i].AddHours(1)).Count().ShouldBeLessThanOrEqualTo(Bound, $"{correspondent.Key} in the hour from {times[i]:O}");
            }
        }
    }

    private async Task<List<(string To, byte[] Letter)>> DeliverAsync(List<(string To, byte[] Letter)> way, Robot[] robots)
    {
        var next = new List<(string To, byte[] Letter)>();
        foreach (var (to, letter) in way)
        {
            foreach (var (sent, at) in await _sides.Single(s => s.Address == to).TakeAsync(letter))
            {
                var address = sent.To.Mailboxes.Single().Address;
                _automatic.Add(($"{to} → {Addresses.BoundKey(address)}", at));
                if (Array.Find(robots, r => Addresses.BoundKey(address) == r.Address) is { } robot)
                {
                    next.Add((to, Bytes(robot.Answers(sent))));
                }
                else if (_sides.FirstOrDefault(s => s.Address == address) is { } other)
                {
                    // The relay between them writes each letter anew, so that it looks like a person's.
                    next.Add((other.Address, Bytes(Plain(to, sent.Subject ?? "", null))));
                }
            }
        }

        return next;
    }

    private Side Other(Side side) => _sides.Single(s => s != side);

    private static MimeMessage Plain(string from, string subject, string? answers)
    {
        var message = ALetter.From(from, "", "destek@x.example", subject, "Alındı.");
        message.Headers.Replace("Return-Path", $"<{from}>");
        if (answers is not null)
        {
            message.InReplyTo = answers;
        }

        return message;
    }

    private static byte[] Bytes(MimeMessage message)
    {
        using (message)
        using (var bytes = new MemoryStream())
        {
            message.WriteTo(bytes);
            return bytes.ToArray();
        }
    }

    private sealed class Robot(string address, Func<MimeMessage, MimeMessage> answers)
    {
        public string Address => address;

        public MimeMessage Answers(MimeMessage letter) => answers(letter);
    }

    /// <summary>One installation with one mailbox; its letters go nowhere but to this test.</summary>
    private sealed class Side(Installation installation, Mailbox mailbox)
    {
        private readonly HashSet<Guid> _seen = [];
        private long _uid;

        public Installation Installation => installation;

        public string Address => mailbox.Address;

        public static async Task<Side> StartAsync(string address, SkippingClock clock)
        {
            var installation = new Clocked(clock);
            await installation.InitializeAsync();
            await using var scope = installation.Services.CreateAsyncScope();
            var (db, secrets) = (scope.ServiceProvider.GetRequiredService<MailroomDb>(), scope.ServiceProvider.GetRequiredService<MailSecrets>());
            var line = new ServerLine("127.0.0.1", 1, LineSecurity.None, "x", secrets.Protect("x"));
            var mailbox = Mailbox.SetUp(Id.New<MailboxId>(clock), new MailboxPlan("Destek", address, line, line, null, "INBOX", null, "internet", null, null, true, true, Bound, 1024 * 1024, 14));
            mailbox.Pause();
            db.Mailboxes.Add(mailbox);
            await db.SaveChangesAsync(Given.Stop);
            return new Side(installation, mailbox);
        }

        /// <summary>Takes a letter in; what it wrote by itself because of it.</summary>
        public async Task<IReadOnlyList<(MimeMessage Letter, DateTimeOffset At)>> TakeAsync(byte[] letter)
        {
            await using (var scope = installation.Services.CreateAsyncScope())
            {
                if (await scope.ServiceProvider.GetRequiredService<TakeIn>().StoreAsync(mailbox, letter, new Whereabouts(1, ++_uid, letter.Length, false), Given.Stop) is { } id)
                {
                    await scope.ServiceProvider.GetRequiredService<RouteLetter>().RouteAsync(id, Given.Stop);
                }
            }

            await using var reading = installation.Services.CreateAsyncScope();
            var written = await reading.ServiceProvider.GetRequiredService<MailroomDb>().Sent.AsNoTracking().Where(s => s.IsAutomatic).ToListAsync(Given.Stop);
            return [.. written.Where(w => _seen.Add(w.Id)).Select(w => (WriteLetter.Of(w, []), w.WrittenAt))];
        }
    }

    private sealed class Clocked(SkippingClock clock) : Installation
    {
        protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(clock);
    }
}
