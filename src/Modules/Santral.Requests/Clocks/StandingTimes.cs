using System.Globalization;
using Santral.Contracts.Clocks;

namespace Santral.Requests.Clocks;

/// <summary>
/// The stretches in which a request's resolution clock stood still, as one short text beside the request: they are only ever
/// read whole, and a request has few of them. `w1763800000000-1763803600000 r1763900000000-` in milliseconds since 1970.
/// </summary>
internal static class StandingTimes
{
    public static IReadOnlyList<Pause> Read(string text)
        => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ReadOne)];

    public static string Write(IEnumerable<Pause> pauses)
        => string.Join(' ', pauses.Select(p =>
            $"{(p.Reason == PauseReason.Waiting ? 'w' : 'r')}{Mark(p.From)}-{(p.Until is { } until ? Mark(until) : "")}"));

    private static Pause ReadOne(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        var until = text[(dash + 1)..];
        return new Pause(
            Instant(text[1..dash]),
            until.Length == 0 ? null : Instant(until),
            text[0] == 'w' ? PauseReason.Waiting : PauseReason.Resolved);
    }

    private static string Mark(DateTimeOffset at) => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(text, CultureInfo.InvariantCulture));
}
