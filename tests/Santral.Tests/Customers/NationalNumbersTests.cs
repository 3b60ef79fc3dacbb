using Santral.Customers.Domain;

namespace Santral.Tests.Customers;

/// <summary>Check digits of Turkish and Swedish numbers, with numbers known to be right and wrong.</summary>
public sealed class NationalNumbersTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("4810058590")]
    [InlineData("1234567890")]
    [InlineData("481 005 8590")]
    public void A_tax_number_with_its_check_digit_is_read(string typed)
        => NationalNumbers.ReadTax("TR", typed).ShouldBe(typed.Replace(" ", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("4810058591")]
    [InlineData("481005859")]
    [InlineData("48100585900")]
    [InlineData("481005859O")]
    [InlineData("٤٨١٠٠٥٨٥٩٠")]
    public void A_tax_number_with_another_digit_is_refused(string typed)
        => Should.Throw<Refusal>(() => NationalNumbers.ReadTax("TR", typed)).Code.ShouldBe("customers.tax_number_invalid");

    [Theory]
    [InlineData("10000000146", true)]
    [InlineData("12345678950", true)]
    [InlineData("10000000147", false)]
    [InlineData("10000000156", false)]
    [InlineData("00000000000", false)]
    [InlineData("1000000014", false)]
    public void A_turkish_identity_number_has_two_check_digits(string digits, bool isRight) => TurkishNumbers.IsIdentityNumber(digits).ShouldBe(isRight);

    [Theory]
    [InlineData("556036-0793", "5560360793")]
    [InlineData("16556036-0793", "5560360793")]
    [InlineData("SE556036079301", "5560360793")]
    public void An_organisation_number_is_read_in_its_writings(string typed, string number) => NationalNumbers.ReadTax("SE", typed).ShouldBe(number);

    [Theory]
    [InlineData("556036-0794")]
    [InlineData("551036-0793")]
    [InlineData("811218-9876")]
    public void What_is_no_organisation_number_is_refused(string typed)
        => Should.Throw<Refusal>(() => NationalNumbers.ReadTax("SE", typed)).Code.ShouldBe("customers.tax_number_invalid");

    [Theory]
    [InlineData("811218-9876", "198112189876")]
    [InlineData("8112189876", "198112189876")]
    [InlineData("19811218-9876", "198112189876")]
    [InlineData("811218+9876", "188112189876")]
    public void A_personnummer_gets_its_century(string typed, string number) => NationalNumbers.ReadIdentity("SE", typed, Today).ShouldBe(number);

    [Fact]
    public void A_coordination_number_has_sixty_added_to_its_day() => SwedishNumbers.ReadPersonalNumber("701063-2391", Today).ShouldBe("197010632391");

    [Theory]
    [InlineData("811218-9875")]
    [InlineData("811318-9876")]
    [InlineData("20811218-9876")]
    [InlineData("abc")]
    public void What_is_no_personnummer_is_refused_without_being_repeated(string typed)
    {
        var refusal = Should.Throw<Refusal>(() => NationalNumbers.ReadIdentity("SE", typed, Today));

        refusal.Code.ShouldBe("customers.identity_number_invalid");
        refusal.Args.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_is_nothing_and_a_mask_shows_two_digits()
    {
        NationalNumbers.ReadTax("TR", "  ").ShouldBeNull();
        NationalNumbers.ReadIdentity("TR", "", Today).ShouldBeNull();
        NationalNumbers.Masked("10000000146").ShouldBe("•••••••••46");
    }
}
