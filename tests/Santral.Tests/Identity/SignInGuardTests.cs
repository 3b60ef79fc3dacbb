using Santral.Identity.Domain;

namespace Santral.Tests.Identity;

/// <summary>How wrong sign-ins lock a name.</summary>
public sealed class SignInGuardTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Four_wrong_ones_do_not_lock_the_fifth_does()
    {
        var guard = SignInGuard.For("x", Start);

        Count(guard, 4, Start).ShouldBeFalse();
        guard.IsLocked(Start).ShouldBeFalse();
        guard.CountWrong(Start).ShouldBeTrue();
        guard.IsLocked(Start).ShouldBeTrue();
    }

    [Fact]
    public void Wrong_ones_older_than_fifteen_minutes_are_forgotten()
    {
        var guard = SignInGuard.For("x", Start);
        Count(guard, 4, Start);

        guard.CountWrong(Start.AddMinutes(15)).ShouldBeFalse();

        guard.IsLocked(Start.AddMinutes(15)).ShouldBeFalse();
    }

    [Fact]
    public void Each_lock_is_twice_as_long_up_to_a_day()
    {
        var guard = SignInGuard.For("x", Start);
        var lengths = new List<double>();
        var now = Start;
        for (var i = 0; i < 11; i++)
        {
            Count(guard, 5, now);
            lengths.Add((guard.LockedUntil!.Value - now).TotalMinutes);
            now = guard.LockedUntil.Value;
        }

        lengths.ShouldBe([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440]);
    }

    [Fact]
    public void A_lock_ends_at_its_instant()
    {
        var guard = SignInGuard.For("x", Start);
        Count(guard, 5, Start);

        guard.IsLocked(Start.AddMinutes(5).AddTicks(-1)).ShouldBeTrue();
        guard.IsLocked(Start.AddMinutes(5)).ShouldBeFalse();
    }

    private static bool Count(SignInGuard guard, int times, DateTimeOffset now)
    {
        var locked = false;
        for (var i = 0; i < times; i++)
        {
            locked = guard.CountWrong(now);
        }

        return locked;
    }
}
