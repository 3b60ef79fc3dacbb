using System.Security.Cryptography;
using System.Text;
using Santral.Identity.Domain;

namespace Santral.Tests.Identity;

/// <summary>One-time codes by the RFCs' own figures.</summary>
public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238 appendix B, with the secrets of erratum 2866.
    [Theory]
    [InlineData(59, "SHA1", "94287082")]
    [InlineData(59, "SHA256", "46119246")]
    [InlineData(59, "SHA512", "90693936")]
    [InlineData(1111111109, "SHA1", "07081804")]
    [InlineData(1111111109, "SHA256", "68084774")]
    [InlineData(1111111109, "SHA512", "25091201")]
    [InlineData(1111111111, "SHA1", "14050471")]
    [InlineData(1111111111, "SHA256", "67062674")]
    [InlineData(1111111111, "SHA512", "99943326")]
    [InlineData(1234567890, "SHA1", "89005924")]
    [InlineData(1234567890, "SHA256", "91819424")]
    [InlineData(1234567890, "SHA512", "93441116")]
    [InlineData(2000000000, "SHA1", "69279037")]
    [InlineData(2000000000, "SHA256", "90698825")]
    [InlineData(2000000000, "SHA512", "38618901")]
    [InlineData(20000000000, "SHA1", "65353130")]
    [InlineData(20000000000, "SHA256", "77737706")]
    [InlineData(20000000000, "SHA512", "47863826")]
    public void The_vectors_of_RFC_6238_hold(long seconds, string algorithm, string expected)
    {
        var length = algorithm switch { "SHA1" => 20, "SHA256" => 32, _ => 64 };
        var secret = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("1234567890", 7))[..length]);

        Totp.Code(secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)), 8, new HashAlgorithmName(algorithm)).ShouldBe(expected);
    }

    // RFC 4226 appendix D.
    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(2, "359152")]
    [InlineData(9, "520489")]
    public void The_vectors_of_RFC_4226_hold(long step, string expected) => Totp.Code(Secret, step).ShouldBe(expected);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void One_step_either_side_is_taken_and_no_more(int away, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now) + away;

        Totp.Match(Secret, Totp.Code(Secret, step), now, lastUsed: 0).ShouldBe(isTaken ? step : null);
    }

    [Fact]
    public void A_step_that_was_used_is_not_taken_again()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var step = Totp.StepAt(now);

        Totp.Match(Secret, Totp.Code(Secret, step), now, lastUsed: step).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, step - 1), now, lastUsed: step).ShouldBeNull();
        Totp.Match(Secret, Totp.Code(Secret, step + 1), now, lastUsed: step).ShouldBe(step + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("١٢٣٤٥٦")]
    public void What_is_no_code_is_wrong(string typed) => Totp.Match(Secret, typed, DateTimeOffset.UnixEpoch, 0).ShouldBeNull();

    [Fact]
    public void A_code_may_be_typed_in_two_groups()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
        var code = Totp.Code(Secret, Totp.StepAt(now));

        Totp.Match(Secret, $"{code[..3]} {code[3..]}", now, 0).ShouldNotBeNull();
    }

    // RFC 4648 §10, without padding.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_in_base_32(string bytes, string expected) => Base32.Write(Encoding.ASCII.GetBytes(bytes)).ShouldBe(expected);

    [Fact]
    public void The_address_for_the_app_escapes_names()
        => Totp.Uri("Santral Belediye & Çevre", "agent3", "ABC").ShouldBe(
            "otpauth://totp/Santral%20Belediye%20%26%20%C3%87evre:agent3?secret=ABC&issuer=Santral%20Belediye%20%26%20%C3%87evre&algorithm=SHA1&digits=6&period=30");
}
