namespace Santral.Tests.Kernel;

public sealed class MoneyTests
{
    [Fact]
    public void Two_currencies_never_meet()
        => Should.Throw<InvalidOperationException>(() => new Money(100, "TRY") + new Money(100, "SEK"));

    [Theory]
    [InlineData(1000, 1, 3, 333)]
    [InlineData(1000, 2, 3, 667)]
    [InlineData(5, 1, 2, 3)]
    [InlineData(-5, 1, 2, -3)]
    [InlineData(long.MaxValue / 2, 2, 2, long.MaxValue / 2)]
    public void A_ratio_rounds_once_half_away_from_zero(long minor, long numerator, long denominator, long expected)
        => new Money(minor, "TRY").Times(numerator, denominator).Minor.ShouldBe(expected);

    [Fact]
    public void A_sum_beyond_the_range_is_an_error_not_a_small_number()
        => Should.Throw<OverflowException>(() => new Money(long.MaxValue, "TRY") + new Money(1, "TRY"));
}
