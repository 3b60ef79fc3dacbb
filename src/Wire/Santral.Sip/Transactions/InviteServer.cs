namespace Santral.Sip.Transactions;

/// <summary>INVITE server transaction: RFC 3261 §17.2.1 figure 7, as amended by RFC 6026 §7.1 (Accepted, timer L).</summary>
internal static class InviteServer
{
    public enum State
    {
        Proceeding,
        Accepted,
        Completed,
        Confirmed,
        Terminated,
    }

    public enum Input
    {
        Invite,
        Ack,
        SendProvisional,
        SendSuccess,
        SendFailure,
        TimerG,
        TimerH,
        TimerI,
        TimerL,
        TransportError,
    }

    public static (State Next, Do Effects) Step(State state, Input input) => (state, input) switch
    {
        (State.Proceeding, Input.Invite) => (State.Proceeding, Do.SendAgain),
        (State.Proceeding, Input.SendProvisional) => (State.Proceeding, Do.Send),
        (State.Proceeding, Input.SendSuccess) => (State.Accepted, Do.Send | Do.StartL),
        (State.Proceeding, Input.SendFailure) => (State.Completed, Do.Send | Do.StartG | Do.StartH),
        (State.Proceeding, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        // RFC 6026 §7.1: repeats of the INVITE are absorbed, the user repeats the 2xx, ACKs pass.
        (State.Accepted, Input.Invite) => (State.Accepted, Do.None),
        (State.Accepted, Input.SendSuccess) => (State.Accepted, Do.Send),
        (State.Accepted, Input.Ack) => (State.Accepted, Do.ToUser),
        (State.Accepted, Input.TimerL) => (State.Terminated, Do.StopTimers),
        (State.Accepted, Input.TransportError) => (State.Accepted, Do.TellTransport),

        (State.Completed, Input.Invite) => (State.Completed, Do.SendAgain),
        (State.Completed, Input.TimerG) => (State.Completed, Do.SendAgain | Do.DoubleG),
        (State.Completed, Input.Ack) => (State.Confirmed, Do.StopTimers | Do.StartI),
        (State.Completed, Input.TimerH) => (State.Terminated, Do.StopTimers | Do.TellTimeout),
        (State.Completed, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        (State.Confirmed, Input.Ack or Input.Invite) => (State.Confirmed, Do.None),
        (State.Confirmed, Input.TimerI) => (State.Terminated, Do.StopTimers),
        (State.Confirmed, Input.TransportError) => (State.Confirmed, Do.None),

        _ => (state, Do.Impossible),
    };
}
