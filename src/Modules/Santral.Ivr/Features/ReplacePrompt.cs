using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Santral.Ivr.Data;
using Santral.Ivr.Domain;
using Santral.Ivr.Prompts;

namespace Santral.Ivr.Features;

/// <summary>The library of prompts: hear one, replace it by a recording, go back to the synthesiser.</summary>
public static class ReplacePrompt
{
    /// <param name="Seconds">Null while the synthesiser has not made it yet.</param>
    public sealed record Response(string Key, string Language, string Text, PromptSource Source, double? Seconds, int Version);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var prompts = routes.MapGroup("/ivr/prompts").WithTags("ivr");
        prompts.MapGet("", ListAsync).RequirePermission(IvrPermissions.Read).WithName("ListPrompts").WithSummary("All prompts in all languages.");
        prompts.MapPut("/{key}/{language}", HandleAsync).RequirePermission(IvrPermissions.Edit).WithName("ReplacePrompt").WithSummary("Replaces a prompt by a WAV file: PCM16, one channel, 8 to 48 kHz.")
            .DisableAntiforgery()
            .WithMetadata(new RequestSizeLimitAttribute(WavSound.MaxBytes + 16 * 1024));
        prompts.MapDelete("/{key}/{language}", RestoreAsync).RequirePermission(IvrPermissions.Edit).WithName("RestorePrompt").WithSummary("Back to the synthesised prompt.");
        prompts.MapGet("/{key}/{language}/audio", HearAsync).RequirePermission(IvrPermissions.Read).WithName("HearPrompt").WithSummary("The sound a caller hears.");
    }

    internal static async Task<Ok<IReadOnlyList<Response>>> ListAsync(IvrDb db, PromptLibrary library, CancellationToken stop)
    {
        var prompts = await db.Prompts.AsNoTracking().OrderBy(p => p.Key).ThenBy(p => p.Language).ToListAsync(stop);
        return TypedResults.Ok<IReadOnlyList<Response>>([.. prompts.Select(p => ResponseOf(p, library))]);
    }

    internal static async Task<Ok<Response>> HandleAsync(
        string key, string language, IFormFile file, IvrDb db, PromptLibrary library, CancellationToken stop)
    {
        var prompt = await FindAsync(db, key, language, stop);
        if (file.Length > WavSound.MaxBytes)
        {
            throw new Refusal("ivr.recording_too_big", RefusalKind.Invalid, ("megabytes", WavSound.MaxBytes / 1024 / 1024));
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, stop);
        var bytes = memory.ToArray();
        if (WavSound.Read(bytes, out var problem) is null)
        {
            throw RefusalOf(problem);
        }

        // Each recording has a name of its own: who is just hearing the old one hears it to its end.
        var name = $"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}-{prompt.Language}.wav";
        var path = library.UploadPath(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path + ".part", bytes, stop);
        File.Move(path + ".part", path, overwrite: true);

        prompt.Record(name);
        await db.SaveChangesAsync(stop);
        await library.LoadAsync(db, stop);
        return TypedResults.Ok(ResponseOf(prompt, library));
    }

    internal static async Task<Ok<Response>> RestoreAsync(string key, string language, IvrDb db, PromptLibrary library, CancellationToken stop)
    {
        var prompt = await FindAsync(db, key, language, stop);
        prompt.Synthesise();
        await db.SaveChangesAsync(stop);
        await library.LoadAsync(db, stop);
        return TypedResults.Ok(ResponseOf(prompt, library));
    }

    internal static async Task<PhysicalFileHttpResult> HearAsync(
        string key, string language, IvrDb db, PromptLibrary library, CancellationToken stop)
    {
        var prompt = await FindAsync(db, key, language, stop);
        var path = await library.FileAsync(new Contracts.Calls.PromptPart.Named(prompt.Key), prompt.Language, stop)
            ?? throw new Refusal("ivr.prompt_silent", RefusalKind.Unavailable);
        return TypedResults.PhysicalFile(path, "audio/wav");
    }

    private static async Task<Prompt> FindAsync(IvrDb db, string key, string language, CancellationToken stop)
        => await db.Prompts.FirstOrDefaultAsync(p => p.Key == key && p.Language == language, stop)
            ?? throw new Refusal("ivr.prompt_unknown", RefusalKind.Unknown);

    private static Refusal RefusalOf(string problem) => problem switch
    {
        "not_pcm16" => new Refusal("ivr.recording_not_pcm16", RefusalKind.Invalid),
        "not_mono" => new Refusal("ivr.recording_not_mono", RefusalKind.Invalid),
        "rate" => new Refusal("ivr.recording_rate", RefusalKind.Invalid),
        "too_short" => new Refusal("ivr.recording_too_short", RefusalKind.Invalid),
        "too_long" => new Refusal("ivr.recording_too_long", RefusalKind.Invalid, ("minutes", (int)WavSound.Longest.TotalMinutes)),
        _ => new Refusal("ivr.recording_not_wav", RefusalKind.Invalid),
    };

    private static Response ResponseOf(Prompt prompt, PromptLibrary library)
        => new(prompt.Key, prompt.Language, prompt.Text, prompt.Source, SecondsOf(library.ReadyFile(prompt)), prompt.Version);

    private static double? SecondsOf(string? path)
        => path is not null && WavSound.Read(File.ReadAllBytes(path), out _) is { } sound ? Math.Round(sound.Length.TotalSeconds, 1) : null;
}
