using Santral.Identity.Domain;

namespace Santral.Tests.Identity;

/// <summary>How a second factor begins, is used and ends; and what a desk phone's digest is.</summary>
public sealed class TwoFactorTests
{
    private readonly TwoFactor _factor = TwoFactor.For(default);

    [Fact]
    public void It_is_off_until_a_code_has_confirmed_it()
    {
        _factor.Offer("secret");
        _factor.IsOn.ShouldBeFalse();

        _factor.Confirm(7, ["a", "b"]);

        _factor.IsOn.ShouldBeTrue();
        _factor.LastStep.ShouldBe(7);
    }

    [Fact]
    public void Nothing_offered_is_not_confirmed()
        => Should.Throw<Refusal>(() => _factor.Confirm(7, [])).Code.ShouldBe("identity.two_factor_not_begun");

    [Fact]
    public void One_that_is_on_is_not_offered_again()
    {
        _factor.Offer("secret");
        _factor.Confirm(7, []);

        Should.Throw<Refusal>(() => _factor.Offer("other")).Code.ShouldBe("identity.two_factor_on");
    }

    [Fact]
    public void A_code_on_paper_counts_once()
    {
        _factor.Offer("secret");
        _factor.Confirm(7, ["a", "b"]);

        _factor.UseRecovery("a").ShouldBeTrue();
        _factor.UseRecovery("a").ShouldBeFalse();
        _factor.UseRecovery("b").ShouldBeTrue();
    }

    [Fact]
    public void A_recovery_code_has_eighty_bits_without_look_alikes()
    {
        var codes = Enumerable.Range(0, 100).Select(_ => Secrets.NewRecoveryCode()).ToList();

        codes.ShouldBeUnique();
        codes.ShouldAllBe(c => System.Text.RegularExpressions.Regex.IsMatch(c, "^([A-HJ-NP-Z2-9]{4}-){3}[A-HJ-NP-Z2-9]{4}$"));
    }

    // The figures come from another tool: printf agent1:santral:demo | md5sum, sha256sum.
    [Fact]
    public void A_desk_phone_keeps_the_digests_and_not_the_secret()
    {
        var phone = DeskPhone.For(default, DeskPhone.SipUserOf("agent1"));

        phone.TakeSecret("demo", DateTimeOffset.UnixEpoch);

        phone.Ha1Md5.ShouldBe("6b07b262bdd90e9833942e36538a3b3f");
        phone.Ha1Sha256.ShouldBe("fb8855fa93d93b31ede8726d6952cd09b96c3419526fb5fd1bd98d220ca714ef");
        DeskPhone.SipUserOf("zeynep@example.com").ShouldBe("zeynep.example.com");
    }
}
