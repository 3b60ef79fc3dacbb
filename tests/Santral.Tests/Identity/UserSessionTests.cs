using Santral.Identity.Domain;

namespace Santral.Tests.Identity;

/// <summary>How long a sign-in lasts.</summary>
public sealed class UserSessionTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Use_moves_the_end()
    {
        var session = Begin(keep: false);
        session.IsLive(Start.AddHours(12)).ShouldBeFalse();

        session.See(Start.AddHours(11));

        session.IsLive(Start.AddHours(12)).ShouldBeTrue();
        session.IsLive(Start.AddHours(23)).ShouldBeFalse();
    }

    [Fact]
    public void Use_does_not_move_it_for_ever()
    {
        var session = Begin(keep: true);

        for (var day = 1; day <= 89; day++)
        {
            session.See(Start.AddDays(day));
        }

        session.IsLive(Start.AddDays(89)).ShouldBeTrue();
        session.IsLive(Start.AddDays(90)).ShouldBeFalse();
    }

    [Fact]
    public void A_revoked_one_is_over()
    {
        var session = Begin(keep: true);

        session.Revoke(Start);

        session.IsLive(Start).ShouldBeFalse();
    }

    [Fact]
    public void A_browser_that_calls_itself_endlessly_is_cut()
        => UserSession.Begin(default, default, "", false, new string('x', 5000), "", Start).Device.Length.ShouldBe(200);

    private static UserSession Begin(bool keep) => UserSession.Begin(default, default, "hash", keep, "Firefox", "127.0.0.1", Start);
}
