using Microsoft.Extensions.Hosting;
using Santral.Ivr.Prompts;

namespace Santral.Ivr.Jobs;

/// <summary>Makes the sounds of all prompts after the start, so that the first caller of the day waits for none; tidies up once an hour.</summary>
public sealed class SynthesisePrompts(PromptLibrary prompts, Synthesiser synthesiser, IvrOptions options, TimeProvider clock) : BackgroundService
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
                synthesiser.Forget();
            }
            while (await hour.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The product stops; the sounds still missing are made at the next start.
        }
    }

    private async Task MakeAllAsync(CancellationToken stop)
    {
        foreach (var (text, language) in options.Ahead ? prompts.ToSynthesise : [])
        {
            await synthesiser.SpeakAsync(text, language, lasting: true, stop);
        }
    }
}
