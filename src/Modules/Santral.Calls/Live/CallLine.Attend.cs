using Santral.Calls.Domain;
using Santral.Contracts.Calls;
using Santral.Media;

namespace Santral.Calls.Live;

/// <summary>
/// A supervisor in a running conversation: he listens, whispers to the agent, or joins in. One at a time. He hears what the agent and the caller say to each other,
/// and nothing of a caller who is in the verification menu or on hold.
/// </summary>
internal sealed partial class CallLine
{
    private Attendance? _attendance;

    /// <summary>Who is in the call besides those who speak in it; null: nobody.</summary>
    public (UserId By, AttendMode Mode)? Attended => _attendance is { } there ? (there.By, there.Mode) : null;

    /// <summary>Begins to attend by the phone he has, or changes how.</summary>
    public Task AttendByAsync(UserId supervisor, AttendMode mode)
        => CommandAsync(async () =>
        {
            if (_talk is not { } talk)
            {
                throw new Refusal("calls.no_conversation");
            }

            if (talk.Agent == supervisor || talk.Consult?.To == supervisor)
            {
                throw new Refusal("calls.attend_own");
            }

            if (_attendance is not { } attendance)
            {
                await BeginAttendanceAsync(talk, supervisor, mode);
            }
            else if (attendance.By != supervisor)
            {
                throw new Refusal("calls.attended_already");
            }
            else if (attendance.Mode != mode)
            {
                attendance.Mode = mode;
                Note(EventOf(mode), supervisor);
                await MixAsync(talk);
                ShowTalk(talk);
            }
        });

    /// <summary>Without one nothing happens.</summary>
    public Task StopAttendingByAsync(UserId supervisor)
        => CommandAsync(() => _attendance is { } attendance && attendance.By == supervisor ? EndAttendanceAsync(attendance) : Task.CompletedTask);

    private async Task BeginAttendanceAsync(Talk talk, UserId supervisor, AttendMode mode)
    {
        var kind = _parts.Phones.KindOf(supervisor);
        if (kind == PhoneKind.None)
        {
            throw new Refusal("calls.attend_no_phone");
        }

        if (!_parts.Desks.TryBind(supervisor, Id))
        {
            throw new Refusal("calls.attend_busy");
        }

        var attendance = new Attendance(talk, supervisor, mode);
        _attendance = attendance;
        _parts.Holds.Value.Taken(supervisor, Id, talk.Offer.Team.Id);
        if (kind == PhoneKind.Browser && _parts.Phones.BrowserLeg(supervisor) is { } leg)
        {
            await AttendNowAsync(attendance, leg);
            return;
        }

        var ring = _parts.DeskPhones.Ring(supervisor, _identity.Customer?.Name, CallingNumber);
        attendance.Desk = ring;
        attendance.Timer = After(ConsultRingsFor, () => attendance.Leg is null ? EndAttendanceAsync(attendance) : Task.CompletedTask);
        _ = WatchAsync();

        async Task WatchAsync()
        {
            var answer = await ring.Answer;
            _box.Post(() => answer == DeskAnswer.PickedUp ? AttendNowAsync(attendance, ring.Leg) : EndAttendanceAsync(attendance));
            await ring.Over;
            _box.Post(() => EndAttendanceAsync(attendance));
        }
    }

    private async Task AttendNowAsync(Attendance attendance, LegId leg)
    {
        if (_attendance != attendance || _talk != attendance.Talk)
        {
            return;
        }

        attendance.Leg = leg;
        await _parts.Media.TryAsync(new Mute(leg, On: false));
        if (!await MixAsync(attendance.Talk))
        {
            await EndAttendanceAsync(attendance);
            throw new Refusal("calls.phone_gone", RefusalKind.Unavailable);
        }

        _parts.Holds.Value.Speaks(attendance.By, Id);
        Note(EventOf(attendance.Mode), attendance.By);
        ShowTalk(attendance.Talk);
    }

    private async Task EndAttendanceAsync(Attendance attendance)
    {
        if (_attendance != attendance)
        {
            return;
        }

        ReleaseAttendance();
        if (_talk is { } talk && talk == attendance.Talk)
        {
            await MixAsync(talk);
            ShowTalk(talk);
        }
    }

    /// <summary>Whatever becomes of the call, the supervisor is out of it.</summary>
    private void ReleaseAttendance()
    {
        if (_attendance is not { } attendance)
        {
            return;
        }

        _attendance = null;
        attendance.Timer?.Dispose();
        if (attendance.Leg is { } leg)
        {
            _ = _parts.Media.TryAsync(new Unbridge(leg));
            Note(CallEventKind.SupervisorLeft, attendance.By);
        }

        attendance.Desk?.Drop();
        _parts.Desks.Release(attendance.By, Id);
        _parts.Holds.Value.Freed(attendance.By, Id);
    }

    /// <summary>Connects those who are to hear one another just now; a caller who waits or is in a menu is left where he is.</summary>
    private async Task<bool> MixAsync(Talk talk)
    {
        if (talk.Held || talk.Aside is not null || talk.Grace is not null)
        {
            return true;
        }

        List<LegId> voices = talk.Consult is { State: ConsultState.Together, Leg: { } asked } consult ? [consult.EarOf(talk), asked] : [talk.Leg];
        var isMixed = _attendance switch
        {
            { Leg: { } listener } there => await _parts.Media.TryAsync(new Confer(_caller.Leg, [.. voices, listener], UnheardIn(there.Mode, listener, voices))),
            _ when voices.Count > 1 => await _parts.Media.TryAsync(new Confer(_caller.Leg, voices)),
            _ => await _parts.Media.TryAsync(new Bridge(_caller.Leg, talk.Leg)),
        };
        await BeginRecordingAsync(talk);
        return isMixed;
    }

    private List<Unheard> UnheardIn(AttendMode mode, LegId listener, List<LegId> voices) => mode switch
    {
        AttendMode.Join => [],
        AttendMode.Whisper => [new Unheard(listener, _caller.Leg)],
        _ => [new Unheard(listener, _caller.Leg), .. voices.Select(voice => new Unheard(listener, voice))],
    };

    private DeskSupervisor? SupervisorOf(Talk talk)
        => _attendance is { Leg: not null } there && (there.Mode != AttendMode.Listen || _parts.Recordings.Book.Of(talk.Offer.Team.Id).ShowsListening)
            ? new DeskSupervisor(there.By, there.Mode)
            : null;

    private static CallEventKind EventOf(AttendMode mode) => mode switch
    {
        AttendMode.Join => CallEventKind.SupervisorJoined,
        AttendMode.Whisper => CallEventKind.SupervisorWhispers,
        _ => CallEventKind.SupervisorListens,
    };

    private sealed class Attendance(Talk talk, UserId by, AttendMode mode)
    {
        public Talk Talk { get; } = talk;

        public UserId By { get; } = by;

        public AttendMode Mode { get; set; } = mode;

        /// <summary>Set once he hears.</summary>
        public LegId? Leg { get; set; }

        /// <summary>Set when he listens by his desk phone.</summary>
        public IDeskRing? Desk { get; set; }

        /// <summary>Until then he has to lift the receiver.</summary>
        public ITimer? Timer { get; set; }
    }
}
