using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Santral.Clocks.Domain;

namespace Santral.Clocks.Data;

/// <summary>Targets and calendars in memory: a save of a request never waits for their tables.</summary>
internal sealed class ClockBook(IKnowDefinitions definitions, IOrganisation organisation) : IKnowClocks
{
    private volatile Page _page = Page.Empty;

    public ClockAnswer? Compute(ClockKind kind, ClockSubject subject, DateTimeOffset start, IReadOnlyList<Pause> pauses, DateTimeOffset now)
    {
        var page = _page;
        return RuleOf(page, kind, subject) is { } rule
            ? new RunningClock(HoursOf(page, subject).Work, start, TargetOf(rule, kind), pauses).AnswerAt(now)
            : null;
    }

    public ClockExplanation? Explain(ClockKind kind, ClockSubject subject, DateTimeOffset start, IReadOnlyList<Pause> pauses, DateTimeOffset now)
    {
        var page = _page;
        if (RuleOf(page, kind, subject) is not { } rule)
        {
            return null;
        }

        var hours = HoursOf(page, subject);
        var target = TargetOf(rule, kind);
        var running = new RunningClock(hours.Work, start, target, pauses);
        return new ClockExplanation(
            running.AnswerAt(now),
            new ClockRule(rule.Id.Value, target, rule.Scope.Unit, rule.Scope.TeamId, rule.Scope.PriorityId, rule.Scope.CategoryId, hours.Names, hours.Work.Zone.Id),
            running.SegmentsAt(now));
    }

    public TimeSpan WorkingTime(ClockSubject subject, DateTimeOffset from, DateTimeOffset to)
    {
        var work = HoursOf(_page, subject).Work;
        return from <= to ? work.Between(from, to) : -work.Between(to, from);
    }

    public OpenState StateAt(ClockSubject subject, DateTimeOffset at) => HoursOf(_page, subject).Work.StateAt(at);

    /// <summary>Reads everything anew. Inside the save's transaction, so that whoever is told of the change already finds it here.</summary>
    public async Task ReadAsync(ClocksDb db, CancellationToken stop)
    {
        var calendars = await db.WholeCalendars.AsNoTracking().ToListAsync(stop);
        var targets = await db.Targets.AsNoTracking().ToListAsync(stop);
        _page = new Page(calendars, targets);
    }

    private static TimeSpan TargetOf(TargetRule rule, ClockKind kind) => TimeSpan.FromMinutes(rule.Minutes(kind)!.Value);

    private TargetRule? RuleOf(Page page, ClockKind kind, ClockSubject subject)
        => TargetChoice.Best(
            page.Targets,
            kind,
            subject,
            subject.Category is { } category && page.KnowsCategories ? [.. definitions.PathOf(category).Select(c => c.Id)] : []);

    private Hours HoursOf(Page page, ClockSubject subject)
        => (subject.Team is { } team ? page.Find($"team:{team}") : null)
            ?? page.Find($"unit:{subject.Unit}")
            ?? page.Always(organisation.Find(subject.Unit)?.TimeZone ?? "UTC");

    private sealed record Hours(Names? Names, WorkCalendar Work);

    private sealed class Page
    {
        public static readonly Page Empty = new([], []);

        private readonly FrozenDictionary<string, Hours> _uses;
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, Hours> _always = new();

        public Page(List<Calendar> calendars, List<Target> targets)
        {
            _uses = calendars
                .Select(c => (Hours: new Hours(c.Names, c.ToWork()), c.Uses))
                .SelectMany(c => c.Uses.Select(u => (u.Who, c.Hours)))
                .ToFrozenDictionary(u => u.Who, u => u.Hours);
            Targets = [.. targets.Select(t => new TargetRule(t.Id, t.Scope, t.ResponseMinutes, t.ResolutionMinutes))];
            KnowsCategories = Targets.Any(t => t.Scope.CategoryId is not null);
        }

        public IReadOnlyList<TargetRule> Targets { get; }

        public bool KnowsCategories { get; }

        public Hours? Find(string who) => _uses.GetValueOrDefault(who);

        public Hours Always(string zone) => _always.GetOrAdd(zone, z => new Hours(null, WorkCalendar.Always(TimeZoneInfo.FindSystemTimeZoneById(z))));
    }
}

/// <summary>Saves a change of definitions and takes it into memory, as one.</summary>
internal sealed class ChangeClocks(ClocksDb db, ClockBook book)
{
    public async Task SaveAsync(Func<Task> change, CancellationToken stop)
    {
        try
        {
            await db.InTransactionAsync(
                async () =>
                {
                    await change();
                    await db.SaveChangesAsync(stop);
                    await book.ReadAsync(db, stop);
                },
                stop);
        }
        catch
        {
            // Whatever was not stored is not to be remembered.
            db.ChangeTracker.Clear();
            await book.ReadAsync(db, CancellationToken.None);
            throw;
        }
    }
}
