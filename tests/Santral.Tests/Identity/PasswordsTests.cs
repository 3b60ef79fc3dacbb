using Santral.Identity.Access;

namespace Santral.Tests.Identity;

public sealed class PasswordsTests
{
    // Format, function, rounds and length of the salt: what the work of a check follows from.
    private const int Head = 13;

    [Fact]
    public async Task An_unknown_name_costs_the_same_work()
    {
        using var passwords = new Passwords(new PasswordCost(Rounds: 1_000));
        var known = Convert.FromBase64String(passwords.Hash("mavi bisiklet"));
        var nobodys = Convert.FromBase64String(passwords.OfNobody);

        nobodys[..Head].ShouldBe(known[..Head]);
        nobodys.Length.ShouldBe(known.Length);
        (await passwords.CheckAsync(null, "mavi bisiklet", TestContext.Current.CancellationToken)).IsRight.ShouldBeFalse();
    }

    [Fact]
    public async Task A_password_is_known_again_and_a_cheaper_hash_is_old()
    {
        using var passwords = new Passwords(new PasswordCost(Rounds: 2_000));
        using var former = new Passwords(new PasswordCost(Rounds: 1_000));
        var stop = TestContext.Current.CancellationToken;

        (await passwords.CheckAsync(passwords.Hash("mavi bisiklet"), "mavi bisiklet", stop)).ShouldBe((true, false));
        (await passwords.CheckAsync(former.Hash("mavi bisiklet"), "mavi bisiklet", stop)).ShouldBe((true, true));
        (await passwords.CheckAsync(passwords.Hash("mavi bisiklet"), "Mavi bisiklet", stop)).IsRight.ShouldBeFalse();
    }

    [Fact]
    public void A_guess_is_as_dear_as_is_advised() => new PasswordCost().Rounds.ShouldBe(210_000);
}
