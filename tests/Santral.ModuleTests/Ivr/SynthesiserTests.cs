using System.Diagnostics.Metrics;
using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Santral.Ivr;
using Santral.Ivr.Jobs;
using Santral.Ivr.Prompts;

namespace Santral.ModuleTests.Ivr;

[SupportedOSPlatform("linux")]
public sealed class SynthesiserTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Synthesiser With(string program)
        => new(new IvrOptions(_folder.Path, program), TimeProvider.System, _services.GetRequiredService<IMeterFactory>(), NullLogger<Synthesiser>.Instance);

    /// <summary>A synthesiser's program of one line, so that its starts can be counted.</summary>
    private string Script(string line)
    {
        var path = Path.Combine(_folder.Path, "speak");
        File.WriteAllText(path, $"#!/bin/sh\ncat > /dev/null\n{line}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    [Fact]
    public async Task The_same_text_asked_for_at_once_by_many_is_spoken_once()
    {
        var starts = Path.Combine(_folder.Path, "starts");
        using var synthesiser = With(Script($"echo started >> {starts}; sleep 0.2; head -c 1000 /dev/zero > \"$9\""));

        var paths = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => synthesiser.SpeakAsync("Merhaba", "tr", lasting: true, Stop)));

        paths.Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
        File.ReadAllLines(starts).Length.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_text_in_two_languages_is_two_sounds()
    {
        using var synthesiser = With(Script("head -c 1000 /dev/zero > \"$9\""));

        var turkish = await synthesiser.SpeakAsync("100", "tr", lasting: true, Stop);
        var swedish = await synthesiser.SpeakAsync("100", "sv", lasting: true, Stop);

        turkish.ShouldNotBe(swedish);
    }

    [Theory]
    [InlineData("exit 1")]
    [InlineData("exit 0")]
    public async Task A_failure_is_a_pause_and_is_tried_again_next_time(string line)
    {
        using (var failing = With(Script(line)))
        {
            (await failing.SpeakAsync("Merhaba", "tr", lasting: true, Stop)).ShouldBeNull();
        }

        using var working = With(Script("head -c 1000 /dev/zero > \"$9\""));
        (await working.SpeakAsync("Merhaba", "tr", lasting: true, Stop)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_missing_program_is_a_pause()
    {
        using var synthesiser = With("/no/such/program");

        (await synthesiser.SpeakAsync("Merhaba", "tr", lasting: true, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task A_text_is_never_an_argument()
    {
        var arguments = Path.Combine(_folder.Path, "arguments");
        using var synthesiser = With(Script($"echo \"$@\" > {arguments}; head -c 1000 /dev/zero > \"$9\""));

        await synthesiser.SpeakAsync("--version; rm -rf $HOME", "tr", lasting: false, Stop);

        (await File.ReadAllTextAsync(arguments, Stop)).ShouldNotContain("rm");
    }

    [Fact]
    public async Task Sentences_with_a_callers_figures_are_thrown_away_and_prompts_are_kept()
    {
        using var synthesiser = With(Script("head -c 1000 /dev/zero > \"$9\""));
        var sentence = (await synthesiser.SpeakAsync("249 lira", "tr", lasting: false, Stop))!;
        var prompt = (await synthesiser.SpeakAsync("Merhaba", "tr", lasting: true, Stop))!;
        foreach (var file in (string[])[sentence, prompt])
        {
            File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-2));
        }

        synthesiser.Forget();

        File.Exists(sentence).ShouldBeFalse();
        File.Exists(prompt).ShouldBeTrue();
    }

    [Fact]
    public async Task Tidying_that_fails_does_not_stop_the_product()
    {
        var options = new IvrOptions(_folder.Path, Ahead: false);
        var clock = new BrokenClock();
        using var synthesiser = new Synthesiser(options, clock, _services.GetRequiredService<IMeterFactory>(), NullLogger<Synthesiser>.Instance);
        using var job = new SynthesisePrompts(new PromptLibrary(synthesiser, options), synthesiser, options, clock, NullLogger<SynthesisePrompts>.Instance);

        await job.StartAsync(Stop);
        await clock.Asked.Task.WaitAsync(TimeSpan.FromSeconds(20), Stop);
        await job.StopAsync(Stop);

        job.ExecuteTask!.IsFaulted.ShouldBeFalse();
    }

    /// <summary>Fails whoever asks for the time, as a broken disk fails whoever deletes.</summary>
    private sealed class BrokenClock : TimeProvider
    {
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override DateTimeOffset GetUtcNow()
        {
            Asked.TrySetResult();
            throw new IOException("read-only");
        }
    }
}
