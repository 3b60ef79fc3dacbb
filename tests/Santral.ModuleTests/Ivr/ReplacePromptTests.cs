using System.Buffers.Binary;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Santral.Contracts.Calls;
using Santral.ModuleTests.Harness;

namespace Santral.ModuleTests.Ivr;

public sealed class ReplacePromptTests(Installation installation) : IClassFixture<Installation>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static byte[] Wav(double seconds, int rate = 16000, ushort channels = 1)
    {
        var file = new byte[44 + ((int)(rate * seconds) * 2 * channels)];
        "RIFF\0\0\0\0WAVEfmt "u8.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)(file.Length - 8));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(20), 1);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(22), channels);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(24), (uint)rate);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(34), 16);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), (uint)(file.Length - 44));
        return file;
    }

    private static async Task<HttpResponseMessage> UploadAsync(HttpClient client, string key, string language, byte[] file)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("audio/wav");
        using var form = new MultipartFormDataContent { { content, "file", "prompt.wav" } };
        return await client.PutAsync($"/api/ivr/prompts/{key}/{language}", form, Stop);
    }

    private static async Task<JsonElement> PromptAsync(HttpClient client, string key, string language)
        => (await client.GetAsync("/api/ivr/prompts", Stop).BodyAsync()).EnumerateArray()
            .Single(p => p.GetProperty("key").GetString() == key && p.GetProperty("language").GetString() == language);

    [Fact]
    public async Task A_recording_replaces_the_synthesised_prompt_and_can_be_taken_back()
    {
        var admin = await installation.AsAsync("admin");
        var sounds = installation.Services.GetRequiredService<IPromptFiles>();
        var part = new PromptPart.Named("internet.welcome");
        var recording = Wav(1.5);

        var replaced = await UploadAsync(admin, "internet.welcome", "tr", recording);
        (await replaced.BodyAsync()).GetProperty("source").GetString().ShouldBe("uploaded");

        (await admin.GetByteArrayAsync("/api/ivr/prompts/internet.welcome/tr/audio", Stop)).ShouldBe(recording);
        (await PromptAsync(admin, "internet.welcome", "tr")).GetProperty("seconds").GetDouble().ShouldBe(1.5);
        (await PromptAsync(admin, "internet.welcome", "sv")).GetProperty("source").GetString().ShouldBe("synthesised");
        File.ReadAllBytes((await sounds.FileAsync(part, "tr", Stop))!).ShouldBe(recording);

        await admin.DeleteAsync("/api/ivr/prompts/internet.welcome/tr", Stop).BodyAsync();
        (await PromptAsync(admin, "internet.welcome", "tr")).GetProperty("source").GetString().ShouldBe("synthesised");
        File.ReadAllBytes((await sounds.FileAsync(part, "tr", Stop))!).ShouldNotBe(recording);
    }

    [Fact]
    public async Task What_is_no_recording_for_a_telephone_is_refused_and_nothing_changes()
    {
        var admin = await installation.AsAsync("admin");

        await (await UploadAsync(admin, "common.queue", "sv", "<script>"u8.ToArray())).ShouldBeRefusedAsync("ivr.recording_not_wav");
        await (await UploadAsync(admin, "common.queue", "sv", Wav(1, channels: 2))).ShouldBeRefusedAsync("ivr.recording_not_mono");
        await (await UploadAsync(admin, "common.queue", "sv", Wav(1, rate: 96000))).ShouldBeRefusedAsync("ivr.recording_rate");
        await (await UploadAsync(admin, "common.queue", "sv", Wav(0.01))).ShouldBeRefusedAsync("ivr.recording_too_short");
        await (await UploadAsync(admin, "common.queue", "sv", Wav(301, rate: 8000))).ShouldBeRefusedAsync("ivr.recording_too_long");
        await (await UploadAsync(admin, "common.queue", "sv", new byte[Santral.Ivr.Domain.WavSound.MaxBytes + 1])).ShouldBeRefusedAsync("ivr.recording_too_big");
        (await admin.PutAsync("/api/ivr/prompts/common.queue/sv", null, Stop)).IsSuccessStatusCode.ShouldBeFalse();

        (await PromptAsync(admin, "common.queue", "sv")).GetProperty("source").GetString().ShouldBe("synthesised");
    }

    [Theory]
    [InlineData("no.such.prompt", "tr")]
    [InlineData("common.queue", "de")]
    [InlineData("..%2f..%2fsantral", "tr")]
    public async Task A_prompt_nobody_has_is_unknown(string key, string language)
        => await (await UploadAsync(await installation.AsAsync("admin"), key, language, Wav(1)))
            .ShouldBeRefusedAsync("ivr.prompt_unknown", HttpStatusCode.NotFound);

    [Fact]
    public async Task Only_who_edits_the_IVR_may()
        => (await UploadAsync(await installation.AsAsync("agent1"), "common.queue", "tr", Wav(1))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

    [Fact]
    [Requirement("I-18")]
    public async Task A_sentence_is_spoken_in_each_language_and_kept()
    {
        var sounds = installation.Services.GetRequiredService<IPromptFiles>();
        foreach (var language in (string[])["tr", "sv", "en"])
        {
            var part = new PromptPart.Spoken($"249 lira 90 kuruş ({language})");

            var first = await sounds.FileAsync(part, language, Stop);
            var second = await sounds.FileAsync(part, language, Stop);

            second.ShouldBe(first);
            Santral.Ivr.Domain.WavSound.Read(await File.ReadAllBytesAsync(first!, Stop), out _)!.Length.ShouldBeGreaterThan(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Every_prompt_has_a_sound_or_a_text_for_it()
    {
        var sounds = installation.Services.GetRequiredService<IPromptFiles>();

        sounds.TextOf(new PromptPart.Named("internet.menu.technical"), "tr").ShouldBe("Teknik sorunlar için 1'i tuşlayın.");
        sounds.TextOf(new PromptPart.Pause(100), "tr").ShouldBe("");
        (await sounds.FileAsync(new PromptPart.Named("no.such"), "tr", Stop)).ShouldBeNull();
        (await sounds.FileAsync(new PromptPart.Pause(100), "tr", Stop)).ShouldBeNull();
    }
}
