using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Santral.StoryTests.Harness;

/// <summary>
/// axe in the open page. Its script is put in once a document and asked for what is wrong only: the package's own way opens a second
/// page for each run, which takes longer than the run.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>One line for each element that breaks a rule: the rule, the way to the element, the element.</summary>
    public static async Task<string[]> FindsAsync(IPage page)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync($"() => {{ {Script} }}");
        }

        return await page.EvaluateAsync<string[]>(
            """
            async () => {
              const { violations } = await axe.run(document, { resultTypes: ['violations'] });
              return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => `${id}: ${target} ${html}`));
            }
            """);
    }
}
