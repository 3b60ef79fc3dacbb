using System.Threading.Channels;
using Santral.Media.Legs;

namespace Santral.Media.Recording;

/// <summary>Writes all recordings, away from the media thread: a slow disk must not hold up a packet.</summary>
internal sealed class TapeWriter
{
    private readonly LegHost _host;
    private readonly Channel<Job> _jobs = Channel.CreateUnbounded<Job>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writing;

    private readonly record struct Job(Tape Tape, byte[]? Sound, int Length, RecordingEnd End);

    internal TapeWriter(LegHost host)
    {
        _host = host;
        _writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Makes the file with its head; the refusal when the disk does not take it.</summary>
    internal (Tape? Tape, MediaReply.Refused? Refusal) Open(RecordLeg record)
    {
        try
        {
            var path = Path.GetFullPath(record.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (DiskRoom.IsShort(path, _host.Options.RecordingReserveBytes))
            {
                return (null, new MediaReply.Refused(MediaCodes.DiskFull));
            }

            var channels = record.Sides == RecordingSides.Both ? 2 : 1;
            var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read);
            RandomAccess.Write(file, WavHeader.Of(channels, 0), 0);
            return (new Tape(record.Id, record.Leg, path, channels, file), null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, new MediaReply.Refused(DiskFullException.Is(e) ? MediaCodes.DiskFull : MediaCodes.RecordingUnwritable, e.Message));
        }
    }

    /// <summary>On the media thread: never waits. The array is the writer's from here on.</summary>
    internal void Write(Tape tape, byte[] sound, int length) => _jobs.Writer.TryWrite(new Job(tape, sound, length, default));

    internal void Finish(Tape tape, RecordingEnd end) => _jobs.Writer.TryWrite(new Job(tape, null, 0, end));

    internal Task StopAsync()
    {
        _jobs.Writer.TryComplete();
        return _writing;
    }

    private async Task WriteAllAsync()
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync())
        {
            try
            {
                Do(job);
            }
            catch (Exception e)
            {
                _host.Counters.Fault(e);
            }
        }
    }

    private void Do(in Job job)
    {
        if (job.Sound is not { } sound)
        {
            if (!job.Tape.IsOver)
            {
                Finish(job);
            }

            return;
        }

        try
        {
            if (!job.Tape.IsOver)
            {
                job.Tape.Append(sound.AsSpan(0, job.Length), _host.Options.RecordingReserveBytes);
            }
        }
        catch (Exception e)
        {
            Fail(job.Tape, e);
        }
        finally
        {
            job.Tape.Done(sound);
        }
    }

    private void Finish(in Job job)
    {
        try
        {
            var file = job.Tape.Finish();
            Tell(job.Tape, job.End, (long)file.Length.TotalMilliseconds, file.Bytes, file.Sha256, "");
        }
        catch (Exception e)
        {
            Fail(job.Tape, e);
        }
    }

    private void Fail(Tape tape, Exception error)
    {
        tape.Break();
        tape.Close();
        Tell(tape, DiskFullException.Is(error) ? RecordingEnd.DiskFull : RecordingEnd.Failed, (long)tape.Length.TotalMilliseconds, tape.Bytes, null, error.Message);
    }

    private void Tell(Tape tape, RecordingEnd end, long ms, long bytes, string? sha256, string detail)
        => _host.Raise(new RecordingEnded(tape.Leg, tape.Id, end, ms, bytes, sha256, detail, _host.UtcNow));
}
