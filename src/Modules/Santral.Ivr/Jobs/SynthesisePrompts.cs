using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Santral.Ivr.Prompts;

namespace Santral.Ivr.Jobs;

/// <summary>Makes the sounds of all prompts after the start, so that the first caller of the day waits for none; tidies up once an hour.</summary>
public sealed class SynthesisePrompts(PromptLibrary prompts, Synthesiser synthesiser, IvrOptions options, TimeProvider clock, ILogger<SynthesisePrompts> log)
    : BackgroundService
{
    private static readonly TimeSpan TidiesEvery = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts its services one after another: let it go on.
        await Task.Yield();
        try
        {
            await MakeAllAsync(stoppingToken);
            using var hour = new PeriodicTimer(TidiesEvery, clock);
            do
            {
                Tidy();
            }
            while (await hour.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product stops; the sounds still missing are made at the next start.
        }
    }

    /// <summary>An exception here would stop the host, and every call with it, over a file nobody needs.</summary>
    private void Tidy()
    {
        try
        {
            synthesiser.Forget();
        }
        catch (Exception e)
        {
            log.LogError(e, "Old sounds could not be thrown away; tried again in an hour.");
        }
    }

    private async Task MakeAllAsync(CancellationToken stop)
    {
        foreach (var (text, language) in options.Ahead ? prompts.ToSynthesise : [])
        {
            await synthesiser.SpeakAsync(text, language, lasting: true, stop);
        }

        log.LogInformation("All prompts have their sounds.");
    }
}
