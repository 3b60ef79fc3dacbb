using Microsoft.Playwright;

namespace Santral.StoryTests.Harness;

/// <summary>
/// Somebody's hands on a Turkish keyboard. Keys are counted, the words that are typed are not. A counted key that acts is pressed when
/// what it acts on is on the screen: waiting costs no key.
/// </summary>
internal sealed class Keys(IPage page, ICDPSession keyboard)
{
    public int Count { get; private set; }

    public static async Task<Keys> OfAsync(IPage page) => new(page, await page.Context.NewCDPSessionAsync(page));

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            Count++;

            // The library only knows the letters of an American keyboard.
            if (key is [> '\x7f'])
            {
                await keyboard.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyDown", ["key"] = key, ["text"] = key });
                await keyboard.SendAsync("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = key });
            }
            else
            {
                await page.Keyboard.PressAsync(key);
            }
        }
    }

    public Task TypeAsync(string words) => page.Keyboard.TypeAsync(words);

    /// <summary>How many were pressed since the last time.</summary>
    public int Taken()
    {
        var taken = Count;
        Count = 0;
        return taken;
    }
}
