using System.Diagnostics;
using System.Globalization;
using Santral.Clocks.Domain;
using Santral.Contracts.Clocks;

// How many due times one core computes in a second: what a request needs, a target of a year, and the explanation stretch by stretch.
var week = new[] { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday }
    .SelectMany(day => new[] { new WeekBlock(day, 540, 750), new WeekBlock(day, 810, 1080) })
    .ToList();
var calendar = new WorkCalendar(TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm"), week, PublicHolidays.Of("SE", week));
var chance = new Random(1);
var first = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
var starts = Enumerable.Range(0, 4096).Select(_ => first.AddMinutes(chance.Next(365 * 1440))).ToArray();
var year = TimeSpan.FromHours(8 * 250);

// A year's table is made when it is first asked for.
foreach (var start in starts)
{
    calendar.After(start, year);
}

var due = Measure(2_000_000, start => new RunningClock(calendar, start, TimeSpan.FromHours(24), []).AnswerAt(start.AddHours(9)));
var paused = Measure(1_000_000, start => new RunningClock(
    calendar, start, TimeSpan.FromHours(24), [new Pause(start.AddHours(2), start.AddHours(30)), new Pause(start.AddHours(50), start.AddHours(70))]).AnswerAt(start.AddHours(9)));
var far = Measure(2_000_000, start => calendar.After(start, year));
var explained = Measure(5_000, start => new RunningClock(calendar, start, TimeSpan.FromHours(24), []).SegmentsAt(start));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{due:N0} answers (due, warning, used) a second, {paused:N0} with two pauses"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a target of a working year: {1e6 / far:N2} microseconds"));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{explained:N0} explanations of a target of 24 working hours a second"));
return due >= 500_000 && far >= 1_000_000 ? 0 : 1;

double Measure<T>(int count, Func<DateTimeOffset, T> compute)
{
    for (var i = 0; i < count / 10; i++)
    {
        compute(starts[i % starts.Length]);
    }

    var watch = Stopwatch.StartNew();
    for (var i = 0; i < count; i++)
    {
        compute(starts[i % starts.Length]);
    }

    return count / watch.Elapsed.TotalSeconds;
}
