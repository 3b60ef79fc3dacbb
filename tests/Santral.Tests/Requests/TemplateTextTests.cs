using Santral.Requests.Templates;

namespace Santral.Tests.Requests;

/// <summary>The places of a template's text.</summary>
public sealed class TemplateTextTests
{
    private static readonly Dictionary<string, string> Values = new() { ["customer.name"] = "Elif", ["today"] = "" };

    [Theory]
    [InlineData("Sayın {{customer.name}},", "Sayın Elif,")]
    [InlineData("Sayın {{  customer.name  }},", "Sayın Elif,")]
    [InlineData("{{ today | bugün }}", "bugün")]
    [InlineData("{{today}}", "[today]")]
    public void A_place_is_filled_however_it_is_spaced(string text, string filled)
    {
        TemplateText.Check(text);

        TemplateText.Fill(text, Values, name => $"[{name}]").Text.ShouldBe(filled);
    }

    [Fact]
    public void What_a_value_says_is_never_read_as_a_place()
        => TemplateText.Fill("{{customer.name}}", new Dictionary<string, string> { ["customer.name"] = "{{today}}" }, name => name).Text.ShouldBe("{{today}}");

    /// <summary>Half a million spaces behind an open brace took the old reading longer than anybody waits.</summary>
    [Theory]
    [InlineData("{{")]
    [InlineData("{{{{{{{{")]
    [InlineData("{{ x |")]
    public void A_place_that_never_ends_is_refused_at_once(string beginning)
        => Should.Throw<Refusal>(() => TemplateText.Check(beginning + new string(' ', 500_000))).Code.ShouldBe("requests.template_braces");
}
