using Santral.Identity.Data;

namespace Santral.Tests.Identity;

/// <summary>Memory of sessions and keys: short, and forgetful at once when told.</summary>
public sealed class ShortMemoryTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ShortMemory<string> _memory;
    private int _reads;

    public ShortMemoryTests() => _memory = new ShortMemory<string>(_clock, TimeSpan.FromSeconds(30));

    [Fact]
    public async Task It_asks_once_in_half_a_minute()
    {
        await RecallAsync("a");
        await RecallAsync("a");
        _reads.ShouldBe(1);

        _clock.Advance(TimeSpan.FromSeconds(30));
        await RecallAsync("a");

        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_revoked_is_asked_for_again()
    {
        await RecallAsync("a");

        _memory.Forget(v => v == "a");
        await RecallAsync("a");

        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_revoked_while_it_is_being_read_is_not_remembered()
    {
        await _memory.RecallAsync("a", () =>
        {
            // The revocation falls between the reading and the remembering.
            _memory.Forget(v => v == "a");
            return Task.FromResult<string?>("a");
        });

        await RecallAsync("a");

        _reads.ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_there_is_not_remembered()
    {
        (await _memory.RecallAsync("a", () => Task.FromResult<string?>(null))).ShouldBeNull();

        (await RecallAsync("a")).ShouldBe("a");
    }

    private ValueTask<string?> RecallAsync(string key) => _memory.RecallAsync(key, () =>
    {
        _reads++;
        return Task.FromResult<string?>(key);
    });
}
