namespace Santral.Queues.Domain;

/// <summary>
/// What a caller is told of his waiting: position × (handling time ÷ staffed agents), rounded up to minutes. Nothing is said where nobody is there or too
/// little is known, and what is said never grows for the same caller.
/// </summary>
public static class HonestWait
{
    /// <summary>Below this many handled calls an average says nothing.</summary>
    public const int LeastSample = 10;

    /// <summary>Above this nobody is helped by a number.</summary>
    public const int MostMinutes = 60;

    /// <param name="position">1 is next.</param>
    /// <param name="staffed">Agents who are available, in a call or not.</param>
    /// <param name="toldBefore">Minutes this caller was told before.</param>
    /// <returns>Whole minutes, at least 1; null when nothing honest can be said.</returns>
    public static int? Minutes(int position, TimeSpan? averageHandling, int handled, int staffed, int? toldBefore)
    {
        if (staffed <= 0 || handled < LeastSample || averageHandling is not { } handling || position < 1)
        {
            return null;
        }

        var minutes = Math.Max(1, (int)Math.Ceiling((handling * position / staffed).TotalMinutes));
        return minutes > MostMinutes && toldBefore is null ? null : Math.Min(minutes, toldBefore ?? minutes);
    }
}
