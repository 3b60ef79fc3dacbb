using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Prompts;

/// <summary>All prompts in memory, and their sounds: an uploaded recording where there is one, otherwise the synthesiser's.</summary>
public sealed class PromptLibrary(Synthesiser synthesiser, IvrOptions options) : IPromptFiles
{
    private static readonly string[] Languages = ["tr", "sv", "en"];

    private volatile FrozenDictionary<(string Key, string Language), Entry> _prompts = FrozenDictionary<(string, string), Entry>.Empty;

    internal IEnumerable<(string Text, string Language)> ToSynthesise
        => _prompts.Where(p => p.Value.File is null).Select(p => (p.Value.Text, p.Key.Language));

    public async Task<string?> FileAsync(PromptPart part, string language, CancellationToken stop)
    {
        switch (part)
        {
            case PromptPart.Named { Words: { } words }:
                var (text, spokenIn) = SaidIn(words, language);
                return text.Length == 0 ? null : await synthesiser.SpeakAsync(text, spokenIn, lasting: true, stop);
            case PromptPart.Named named when _prompts.TryGetValue((named.Key, language), out var prompt):
                return prompt.File is { } file && UploadPath(file) is var path && File.Exists(path)
                    ? path
                    : await synthesiser.SpeakAsync(prompt.Text, language, lasting: true, stop);
            case PromptPart.Spoken spoken:
                return await synthesiser.SpeakAsync(spoken.Text, language, lasting: false, stop);
            default:
                return null;
        }
    }

    public string TextOf(PromptPart part, string language) => part switch
    {
        PromptPart.Named { Words: { } words } => SaidIn(words, language).Text,
        PromptPart.Named named => _prompts.GetValueOrDefault((named.Key, language))?.Text ?? "",
        PromptPart.Spoken spoken => spoken.Text,
        _ => "",
    };

    /// <summary>Makes the sounds of a flow's own words before the first caller hears them; false when one cannot be made.</summary>
    internal async Task<bool> SpeakAheadAsync(Flow flow, CancellationToken stop)
    {
        foreach (var (text, language) in Languages.SelectMany(l => (flow.Texts?.Values ?? []).Select(words => SaidIn(words, l))).Where(t => t.Text.Length > 0).Distinct())
        {
            if (await synthesiser.SpeakAsync(text, language, lasting: true, stop) is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Words that are missing in a language are said in another one, by its voice: better than silence.</summary>
    internal static (string Text, string Language) SaidIn(Names words, string language)
        => new[] { language, "tr", "en", "sv" }.Select(l => (Text: words.In(l), Language: l)).FirstOrDefault(t => t.Text.Length > 0, (Text: "", Language: language));

    internal bool Has(string key, string language) => _prompts.ContainsKey((key, language));

    internal string UploadPath(string file) => Path.Combine(options.Folder, "uploaded", file);

    /// <summary>The prompt's sound if it lies there already.</summary>
    internal string? ReadyFile(Prompt prompt)
    {
        var path = prompt.File is { } file ? UploadPath(file) : synthesiser.PathOf(prompt.Text, prompt.Language, lasting: true);
        return File.Exists(path) ? path : null;
    }

    internal async Task LoadAsync(IvrDb db, CancellationToken stop) => Replace(await db.Prompts.AsNoTracking().ToListAsync(stop));

    internal void Replace(IEnumerable<Prompt> prompts)
        => _prompts = prompts.ToFrozenDictionary(p => (p.Key, p.Language), p => new Entry(p.Text, p.File));

    private sealed record Entry(string Text, string? File);
}
