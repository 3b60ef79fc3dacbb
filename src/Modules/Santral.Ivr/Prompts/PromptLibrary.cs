using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Santral.Contracts.Calls;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;

namespace Santral.Ivr.Prompts;

/// <summary>All prompts in memory, and their sounds: an uploaded recording where there is one, otherwise the synthesiser's.</summary>
public sealed class PromptLibrary(Synthesiser synthesiser, IvrOptions options) : IPromptFiles
{
    private volatile FrozenDictionary<(string Key, string Language), Entry> _prompts = FrozenDictionary<(string, string), Entry>.Empty;

    internal IEnumerable<(string Text, string Language)> ToSynthesise
        => _prompts.Where(p => p.Value.File is null).Select(p => (p.Value.Text, p.Key.Language));

    public async Task<string?> FileAsync(PromptPart part, string language, CancellationToken stop)
    {
        switch (part)
        {
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
        PromptPart.Named named => _prompts.GetValueOrDefault((named.Key, language))?.Text ?? "",
        PromptPart.Spoken spoken => spoken.Text,
        _ => "",
    };

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
