using Santral.Kernel;
using Santral.Requests.Templates;

namespace Santral.Tests.Workplace;

/// <summary>Templates: places, their values and what is refused.</summary>
public sealed class TemplateTextTests
{
    private static readonly Dictionary<string, string> Values = new() { ["customer.name"] = "Elif Yılmaz", ["request.number"] = "ÇB-26-0001", ["owner.name"] = "" };

    [Theory]
    [InlineData("Sayın {{customer.name}}, {{ request.number }}", "Sayın Elif Yılmaz, ÇB-26-0001")]
    [InlineData("{{owner.name|ekibimiz}} ilgileniyor", "ekibimiz ilgileniyor")]
    [InlineData("{{owner.name|}}!", "!")]
    [InlineData("tek { ayraç } ve }} kalır", "tek { ayraç } ve }} kalır")]
    public void Places_are_filled_in(string text, string filled)
    {
        TemplateText.Check(text);
        var (result, missing) = TemplateText.Fill(text, Values, n => $"[{n}]");
        result.ShouldBe(filled);
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_known_stays_visible_and_is_named_once()
    {
        var (text, missing) = TemplateText.Fill("{{owner.name}} / {{owner.name}} / {{team.name}}", Values, n => $"[{n}]");

        text.ShouldBe("[owner.name] / [owner.name] / [team.name]");
        missing.ShouldBe(["owner.name", "team.name"]);
    }

    [Fact]
    public void What_a_value_says_is_never_read_as_a_place()
        => TemplateText.Fill("{{customer.name}}", new Dictionary<string, string> { ["customer.name"] = "{{request.number}}" }, n => n).Text.ShouldBe("{{request.number}}");

    [Theory]
    [InlineData("{{customer.password}}", "requests.template_variable_unknown")]
    [InlineData("{{CUSTOMER.NAME}}", "requests.template_variable_unknown")]
    [InlineData("{{}}", "requests.template_variable_unknown")]
    [InlineData("{{customer.name", "requests.template_braces")]
    [InlineData("{{customer.name {{customer.name}}", "requests.template_braces")]
    public void A_place_nobody_can_fill_is_refused(string text, string code)
        => Should.Throw<Refusal>(() => TemplateText.Check(text)).Code.ShouldBe(code);

    [Fact]
    public void The_refusal_lists_what_is_known()
        => Should.Throw<Refusal>(() => TemplateText.Check("{{nobody}}")).Args["known"]!.ToString()!.ShouldContain("customer.name");

    [Fact]
    public void A_very_long_text_of_braces_is_read_quickly()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Should.Throw<Refusal>(() => TemplateText.Check(string.Concat(Enumerable.Repeat("{{a|", 1500))));
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }
}
