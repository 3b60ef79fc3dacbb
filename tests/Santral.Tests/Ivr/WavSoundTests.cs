using System.Buffers.Binary;
using Santral.Ivr.Domain;

namespace Santral.Tests.Ivr;

public sealed class WavSoundTests
{
    internal static byte[] Wav(int rate = 8000, ushort channels = 1, ushort bits = 16, ushort tag = 1, double seconds = 1, uint? dataSize = null)
    {
        var bytes = (int)(rate * channels * (bits / 8) * seconds);
        var file = new byte[44 + bytes];
        "RIFF"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)(file.Length - 8));
        "WAVEfmt "u8.CopyTo(file.AsSpan(8));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(16), 16);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(20), tag);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(22), channels);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(24), (uint)rate);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(28), (uint)(rate * channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(32), (ushort)(channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(34), bits);
        "data"u8.CopyTo(file.AsSpan(36));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(40), dataSize ?? (uint)bytes);
        return file;
    }

    [Theory]
    [InlineData(8000, 1.0)]
    [InlineData(16000, 2.5)]
    [InlineData(48000, 0.5)]
    public void A_telephones_wav_is_taken(int rate, double seconds)
        => WavSound.Read(Wav(rate, seconds: seconds), out _).ShouldBe(new WavSound(rate, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_stream_that_did_not_know_its_length_is_taken_as_far_as_it_goes()
        => WavSound.Read(Wav(dataSize: uint.MaxValue), out _)!.Length.ShouldBe(TimeSpan.FromSeconds(1));

    [Fact]
    public void What_is_no_sound_for_a_telephone_is_refused_with_the_reason()
    {
        Problem(Wav(tag: 7)).ShouldBe("not_pcm16");
        Problem(Wav(bits: 8)).ShouldBe("not_pcm16");
        Problem(Wav(channels: 2)).ShouldBe("not_mono");
        Problem(Wav(rate: 96000)).ShouldBe("rate");
        Problem(Wav(rate: 4000)).ShouldBe("rate");
        Problem(Wav(seconds: 0.01)).ShouldBe("too_short");
        Problem(Wav(seconds: 301)).ShouldBe("too_long");
        Problem([]).ShouldBe("not_wav");
        Problem("<svg/>"u8.ToArray()).ShouldBe("not_wav");
        Problem(Wav()[..36]).ShouldBe("not_wav");
    }

    [Fact]
    public void Any_cut_or_flipped_file_is_an_answer_and_never_an_exception()
    {
        var file = Wav(seconds: 0.2);
        var chance = new Random(4711);
        for (var round = 0; round < 5000; round++)
        {
            var bad = file[..chance.Next(file.Length + 1)];
            for (var flip = 0; flip < 4 && bad.Length > 0; flip++)
            {
                bad[chance.Next(Math.Min(bad.Length, 48))] = (byte)chance.Next(256);
            }

            Should.NotThrow(() => WavSound.Read(bad, out _));
        }
    }

    private static string Problem(byte[] file)
    {
        WavSound.Read(file, out var problem).ShouldBeNull();
        return problem;
    }
}
