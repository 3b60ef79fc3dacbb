namespace Santral.Tests.Kernel;

/// <summary>Reading numbers as people and trunks write them (E.164).</summary>
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+905321112233", "TR")]
    [InlineData("+90 532 111 22 33", "SE")]
    [InlineData("00905321112233", "SE")]
    [InlineData("05321112233", "TR")]
    [InlineData("0532 111 22 33", "TR")]
    [InlineData("(0532) 111-22-33", "TR")]
    [InlineData("5321112233", "TR")]
    [InlineData("905321112233", "TR")]
    [Requirement("I-02")]
    public void One_number_has_many_writings(string text, string region)
    {
        PhoneNumber.TryRead(text, region, out var number).ShouldBeTrue();
        number.Value.ShouldBe("+905321112233");
    }

    [Theory]
    [InlineData("070-555 01 83", "+46705550183")]
    [InlineData("08-555 01 83", "+4685550183")]
    [InlineData("+46101234567", "+46101234567")]
    [InlineData("46101234567", "+46101234567")]
    public void Swedish_numbers_have_many_lengths(string text, string expected)
    {
        PhoneNumber.TryRead(text, "SE", out var number).ShouldBeTrue();
        number.Value.ShouldBe(expected);
    }

    [Theory]
    [InlineData("100")]
    [InlineData("4440000")]
    [InlineData("444 0 555")]
    [InlineData("anonymous")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("+0532111")]
    [InlineData("+90532111223")]
    [InlineData("+905321112233445566")]
    [InlineData("90+5321112233")]
    [InlineData("05321112233;phone-context=x")]
    [InlineData("٠٥٣٢١١١٢٢٣٣")]
    [Requirement("I-03")]
    public void Short_codes_withheld_and_broken_numbers_are_no_numbers(string? text)
        => PhoneNumber.TryRead(text, "TR", out _).ShouldBeFalse();

    [Fact]
    public void Whatever_is_read_stays_itself_when_read_again()
    {
        var random = new Random(20261121);
        var signs = "0123456789+ -().a"u8.ToArray();
        for (var i = 0; i < 200_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(0, 18)).Select(_ => (char)signs[random.Next(signs.Length)]));
            if (PhoneNumber.TryRead(text, i % 2 == 0 ? "TR" : "SE", out var number))
            {
                PhoneNumber.Parse(number.Value, null).ShouldBe(number);
                number.Value.Length.ShouldBeInRange(9, 16);
            }
        }
    }
}
