using Santral.Media.Recording;

namespace Santral.Media.Legs;

/// <content>With whom the leg speaks, and the recording of it.</content>
internal abstract partial class Leg
{
    internal Leg? Partner { get; private set; }

    internal Conference? Conference { get; private set; }

    internal Recorder? Recorder { get; private set; }

    private bool IsTogether => Partner is not null || Conference is not null;

    internal void Join(Leg other, bool passDigits)
    {
        Part();
        other.Part();
        StopPlay(PlayEnd.Stopped);
        other.StopPlay(PlayEnd.Stopped);
        Partner = other;
        other.Partner = this;
        PassesDigits = passDigits;
        other.PassesDigits = passDigits;
        _voice.Reset();
        other._voice.Reset();
    }

    internal void Enter(Conference conference)
    {
        Part();
        StopPlay(PlayEnd.Stopped);
        Conference = conference;
        conference.Add(this);
    }

    internal void Part()
    {
        Conference?.Leave(this);
        Conference = null;
        if (Partner is { } other)
        {
            Partner = null;
            other.Partner = null;
        }
    }

    /// <summary>False when one runs already.</summary>
    internal bool TryRecord(Recorder recorder, TapeId id)
    {
        if (Recorder is not null)
        {
            return false;
        }

        Recorder = recorder;
        Host.Raise(new RecordingStarted(Id, id, Host.UtcNow));
        return true;
    }

    internal void StopRecording(RecordingEnd reason)
    {
        Recorder?.End(reason);
        Recorder = null;
    }
}
