namespace Santral.StoryTests.Harness;

/// <summary>
/// Follows the announcements on one line in their order; nothing is missed between two questions, because it goes on where the last
/// announcement was heard.
/// </summary>
internal sealed class Listener(Phone phone)
{
    private const int Window = 1600; // 200 ms

    private int _at;
    private string _last = "";

    /// <summary>Waits until an announcement is heard after the one that was heard before.</summary>
    public async Task HearsAsync(string key)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (await tick.WaitForNextTickAsync(patience.Token))
            {
                if (Find(phone.Voice.Heard.All(), key))
                {
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Told below with what was heard in its place.
        }

        var heard = TonePrompts.Within(phone.Voice.Heard.All(), "");
        throw new TimeoutException($"{key} was not heard after {_last}; all that was heard: {string.Join(", ", heard)}");
    }

    private bool Find(ReadOnlySpan<short> heard, string key)
    {
        for (; _at + Window <= heard.Length; _at += Window / 4)
        {
            var share = Goertzel.Share(heard.Slice(_at, Window), TonePrompts.Hz[key]);
            if (key == _last && share > 0.1)
            {
                continue;
            }

            if (key == _last)
            {
                _last = "";
            }

            if (share > 0.8)
            {
                _last = key;
                return true;
            }
        }

        return false;
    }
}
