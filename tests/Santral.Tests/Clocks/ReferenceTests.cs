using Santral.Clocks.Domain;
using Santral.Contracts.Clocks;

namespace Santral.Tests.Clocks;

/// <summary>The arithmetic against the walk minute by minute: a thousand random cases, a million with SANTRAL_TEST_LONG=1.</summary>
public sealed class ReferenceTests
{
    private const int ClocksOfACalendar = 20;
    private const int MostMinutes = 15_000;

    private static readonly int Cases = Environment.GetEnvironmentVariable("SANTRAL_TEST_LONG") == "1" ? 1_000_000 : 1_000;

    [Fact]
    [Requirement("W-D03")]
    public void Due_warning_and_used_time_agree_with_a_walk_minute_by_minute()
    {
        var compared = 0;
        var due = 0;
        Parallel.For(0, Cases / ClocksOfACalendar, seed =>
        {
            var chance = new RandomCase(seed);
            var (zone, week, days) = chance.Calendar();
            var (fast, slow) = (new WorkCalendar(zone, week, days), new MinuteByMinute(zone, week, days));
            for (var i = 0; i < ClocksOfACalendar; i++)
            {
                if (Compare(fast, slow, chance, i))
                {
                    Interlocked.Increment(ref due);
                }

                Interlocked.Increment(ref compared);
            }
        });

        compared.ShouldBe(Cases);
        due.ShouldBeGreaterThan(Cases / 2, "most random clocks are to run out, or the comparison says little");
    }

    private static bool Compare(WorkCalendar fast, MinuteByMinute slow, RandomCase chance, int i)
    {
        var (start, target, pauses, now) = chance.Clock();
        var clock = new RunningClock(fast, start, TimeSpan.FromMinutes(target), pauses);
        var answer = clock.AnswerAt(now);
        var truth = slow.Run(start, target, pauses, now, MostMinutes);

        // The walk ends somewhere; what the arithmetic finds beyond is not compared.
        var end = start.AddMinutes(MostMinutes);
        var agrees = (answer.DueAt > end ? null : answer.DueAt) == truth.Due
            && (answer.WarnAt > end ? null : answer.WarnAt) == truth.Warn
            && answer.Used == TimeSpan.FromMinutes(truth.Used)
            && answer.Left == TimeSpan.FromMinutes(target - truth.Used)
            && (truth.Due is null || Explains(clock.SegmentsAt(now), start, truth.Due.Value, target, slow, pauses));
        agrees.ShouldBeTrue(agrees ? "" : $"seed {chance.Seed}, clock {i}: {fast.Zone.Id} {start:O} + {target} min, now {now:O}, pauses {string.Join(", ", pauses)}: {answer}, the walk says {truth}");
        return truth.Due is not null;
    }

    /// <summary>The segments reach from start to due without a gap, what counts adds up to the target, and each says why.</summary>
    private static bool Explains(IReadOnlyList<ClockSegment> segments, DateTimeOffset start, DateTimeOffset due, int target, MinuteByMinute slow, IReadOnlyList<Pause> pauses)
    {
        var at = start;
        var counted = TimeSpan.Zero;
        ClockSegment? last = null;
        foreach (var segment in segments)
        {
            var isPaused = pauses.Any(p => p.From <= segment.From && (p.Until is null || segment.From < p.Until));
            var isRight = segment.From == at
                && (last?.Kind != segment.Kind || last.Names != segment.Names)
                && (segment.Kind is ClockSegmentKind.Waiting or ClockSegmentKind.Resolved) == isPaused
                && (isPaused || slow.Counts(segment.From) == (segment.Kind == ClockSegmentKind.Counts));
            if (!isRight)
            {
                return false;
            }

            counted += segment.Kind == ClockSegmentKind.Counts ? segment.To - segment.From : TimeSpan.Zero;
            (at, last) = (segment.To, segment);
        }

        return at == due && counted == TimeSpan.FromMinutes(target);
    }
}
