using Santral.Ivr.Prompts;

namespace Santral.Ivr.Flows;

/// <summary>The flows of the demo's three business units.</summary>
internal static class DemoFlows
{
    public static IReadOnlyList<string> Documents { get; } =
        [.. new[] { "internet", "appliance", "municipal" }.Select(code => PromptTexts.Document($"Santral.Ivr.Flows.Demo.{code}.json"))];
}
