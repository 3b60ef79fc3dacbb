using Santral.Media.Codecs;
using Santral.Media.Prompts;
using Santral.Testing;

namespace Santral.Media.Tests.Prompts;

public sealed class PromptFileTests
{
    [Fact]
    public void A_recording_is_padded_with_silence_to_whole_frames()
    {
        PromptFile.TryRead(TestTone.Wav(440, 50), out var audio).ShouldBe(PromptFault.None);

        audio!.Frames.ShouldBe(3);
        audio.MuLaw[^80..].ToArray().ShouldAllBe(b => b == G711.MuSilence);
        audio.Frame(AudioCodec.Pcma, 2)[^80..].ToArray().ShouldAllBe(b => b == G711.ASilence);
    }

    [Fact]
    public void A_converted_recording_can_be_kept_and_read_again()
    {
        PromptFile.TryRead(TestTone.Wav(440, 400, 44100), out var audio).ShouldBe(PromptFault.None);

        PromptFile.TryRead(audio!.ToWav(), out var again).ShouldBe(PromptFault.None);

        again!.MuLaw.ToArray().ShouldBe(audio.MuLaw.ToArray());
    }

    [Fact]
    public void Stereo_becomes_mono()
    {
        var left = TestTone.Sine(440, 200);
        var both = left.SelectMany(s => new[] { s, s }).ToArray();
        var wav = WavWriter.Pcm16(both, 8000);
        wav[22] = 2;
        wav[32] = 4;

        PromptFile.TryRead(wav, out var audio).ShouldBe(PromptFault.None);

        audio!.Frames.ShouldBe(10);
        PromptFile.TryRead(TestTone.Wav(440, 200), out var mono);
        audio.MuLaw.ToArray().ShouldBe(mono!.MuLaw.ToArray());
    }

    [Fact]
    public void Each_fault_has_its_own_name()
    {
        var wav = TestTone.Wav(440, 100);
        Fault([]).ShouldBe(PromptFault.NotWav);
        Fault("ID3 this is an mp3"u8.ToArray()).ShouldBe(PromptFault.NotWav);
        Fault(wav[..40]).ShouldBe(PromptFault.Truncated);
        Fault(wav[..100]).ShouldBe(PromptFault.Truncated);
        Fault(Changed(wav, 20, 3)).ShouldBe(PromptFault.UnsupportedEncoding);
        Fault(Changed(wav, 34, 24)).ShouldBe(PromptFault.UnsupportedEncoding);
        Fault(Changed(wav, 22, 6)).ShouldBe(PromptFault.TooManyChannels);
        Fault(Changed(wav, 24, 0x41)).ShouldBe(PromptFault.UnsupportedRate);
        Fault(WavWriter.Pcm16([], 8000)).ShouldBe(PromptFault.Empty);
        Fault(WavWriter.Pcm16(new short[8000 * 60 * 21], 8000)).ShouldBe(PromptFault.TooLong);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told()
    {
        (await PromptFile.TryLoadAsync("/nowhere/at/all.wav", TestContext.Current.CancellationToken)).Fault.ShouldBe(PromptFault.NotFound);
        (await PromptFile.TryLoadAsync("bad\0name.wav", TestContext.Current.CancellationToken)).Fault.ShouldBe(PromptFault.Unreadable);
    }

    [Fact]
    public void Broken_files_never_throw()
    {
        var chance = new Random(5);
        var wav = TestTone.Wav(440, 20);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = wav.AsSpan(0, chance.Next(wav.Length)).ToArray();
            for (var hit = chance.Next(4); hit > 0 && bytes.Length > 0; hit--)
            {
                bytes[chance.Next(Math.Min(bytes.Length, 60))] = (byte)chance.Next(256);
            }

            PromptFile.TryRead(bytes, out _);
        }
    }

    [Fact]
    public void Hold_music_is_quiet_seamless_and_the_same_for_a_seed()
    {
        var music = HoldMusic.Compose(1);

        music.Length.ShouldBe(20 * 8000);
        Goertzel.Rms(music).ShouldBe(3276.7, 50);
        music.Max(s => Math.Abs((int)s)).ShouldBeLessThan(32000);
        Math.Abs(music[0] - music[^1]).ShouldBeLessThan(2500);
        HoldMusic.Compose(1).ShouldBe(music);
        HoldMusic.Compose(2).ShouldNotBe(music);
        PromptFile.TryRead(HoldMusic.ComposeWav(1), out var audio).ShouldBe(PromptFault.None);
        audio!.Length.ShouldBe(TimeSpan.FromSeconds(20));
    }

    private static PromptFault Fault(byte[] wav) => PromptFile.TryRead(wav, out _);

    private static byte[] Changed(byte[] wav, int at, byte value)
    {
        var copy = (byte[])wav.Clone();
        copy[at] = value;
        return copy;
    }
}
