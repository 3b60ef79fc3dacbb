using Santral.Contracts.Queues;

namespace Santral.Queues.Domain;

/// <summary>Who was cut off while waiting and calls again within a minute (or the time of his team) gets his old place, also after a restart.</summary>
public sealed class OldPlaces
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(60);

    private const int CleanAbove = 1000;

    private readonly Dictionary<(PhoneNumber Number, TeamId Team), (DateTimeOffset Place, DateTimeOffset Until)> _places = [];

    /// <param name="keptFor">Null: <see cref="KeptFor"/>.</param>
    public void Keep(PhoneNumber number, TeamId team, DateTimeOffset place, DateTimeOffset lostAt, TimeSpan? keptFor = null)
    {
        if (_places.Count >= CleanAbove)
        {
            foreach (var old in _places.Where(p => p.Value.Until <= lostAt).Select(p => p.Key).ToList())
            {
                _places.Remove(old);
            }
        }

        _places[(number, team)] = (place, lostAt + (keptFor ?? KeptFor));
    }

    /// <summary>The old place, once; <paramref name="now"/> when there is none.</summary>
    public DateTimeOffset Take(PhoneNumber? number, TeamId team, DateTimeOffset now)
        => number is { } known && _places.Remove((known, team), out var kept) && now < kept.Until ? kept.Place : now;
}
