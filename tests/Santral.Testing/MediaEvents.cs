using Santral.Media;

namespace Santral.Testing;

/// <summary>Reads an engine's events and lets a test wait for one; events that were not waited for are kept.</summary>
public sealed class MediaEvents(IMediaEngine engine)
{
    private readonly List<MediaEvent> _kept = [];

    /// <summary>The first event of the kind that matches and was not returned before.</summary>
    public async Task<T> NextAsync<T>(Func<T, bool>? matches = null, TimeSpan? within = null)
        where T : MediaEvent
    {
        var found = _kept.OfType<T>().FirstOrDefault(e => matches is null || matches(e));
        if (found is not null)
        {
            _kept.Remove(found);
            return found;
        }

        using var limit = new CancellationTokenSource(within ?? TimeSpan.FromSeconds(20));
        try
        {
            await foreach (var happened in engine.Events.ReadAllAsync(limit.Token))
            {
                if (happened is T wanted && (matches is null || matches(wanted)))
                {
                    return wanted;
                }

                _kept.Add(happened);
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"No {typeof(T).Name} came; others: {string.Join("; ", _kept)}");
        }

        throw new InvalidOperationException($"The events ended without {typeof(T).Name}");
    }

    /// <summary>The next keys pressed on a leg.</summary>
    public async Task<string> DigitsAsync(LegId leg, int count)
    {
        var digits = "";
        while (digits.Length < count)
        {
            digits += (await NextAsync<DigitPressed>(e => e.Leg == leg)).Digit;
        }

        return digits;
    }
}
