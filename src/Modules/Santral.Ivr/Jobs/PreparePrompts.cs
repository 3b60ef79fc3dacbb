using Microsoft.EntityFrameworkCore;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;
using Santral.Ivr.Flows;
using Santral.Ivr.Prompts;

namespace Santral.Ivr.Jobs;

/// <summary>Brings the product's own prompts into the library and loads prompts and flows into memory; sounds are made later.</summary>
public sealed class PreparePrompts(IvrDb db, PromptLibrary prompts, FlowLibrary flows, TimeProvider clock) : IPrepare
{
    public int Order => 20;

    public async Task PrepareAsync(CancellationToken stop)
    {
        var known = await db.Prompts.ToDictionaryAsync(p => (p.Key, p.Language), stop);
        foreach (var (key, text) in PromptTexts.All)
        {
            foreach (var language in (string[])["tr", "sv", "en"])
            {
                if (!known.TryGetValue((key, language), out var prompt))
                {
                    db.Prompts.Add(new Prompt(Guid.CreateVersion7(clock.GetUtcNow()), key, language, text.In(language)));
                }
                else if (prompt.Text != text.In(language))
                {
                    prompt.Reword(text.In(language));
                }
            }
        }

        await db.SaveChangesAsync(stop);
        await prompts.LoadAsync(db, stop);
        await flows.LoadAsync(db, stop);
    }
}
