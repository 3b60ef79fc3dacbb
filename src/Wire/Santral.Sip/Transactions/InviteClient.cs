namespace Santral.Sip.Transactions;

/// <summary>INVITE client transaction: RFC 3261 §17.1.1.2 figure 5, as amended by RFC 6026 §7.2 (Accepted, timer M).</summary>
internal static class InviteClient
{
    public enum State
    {
        Calling,
        Proceeding,
        Accepted,
        Completed,
        Terminated,
    }

    public enum Input
    {
        TimerA,
        TimerB,
        Provisional,
        Success,
        Failure,
        TimerD,
        TimerM,
        TransportError,
    }

    public const Do Begin = Do.Send | Do.StartA | Do.StartB;

    public static (State Next, Do Effects) Step(State state, Input input) => (state, input) switch
    {
        (State.Calling, Input.TimerA) => (State.Calling, Do.SendAgain | Do.DoubleA),
        (State.Calling, Input.TimerB) => (State.Terminated, Do.StopTimers | Do.TellTimeout),
        (State.Calling, Input.Provisional) => (State.Proceeding, Do.StopTimers | Do.ToUser),
        (State.Calling, Input.Success) => (State.Accepted, Do.StopTimers | Do.ToUser | Do.StartM),
        (State.Calling, Input.Failure) => (State.Completed, Do.StopTimers | Do.SendAck | Do.ToUser | Do.StartD),
        (State.Calling, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        (State.Proceeding, Input.Provisional) => (State.Proceeding, Do.ToUser),
        (State.Proceeding, Input.Success) => (State.Accepted, Do.ToUser | Do.StartM),
        (State.Proceeding, Input.Failure) => (State.Completed, Do.SendAck | Do.ToUser | Do.StartD),
        (State.Proceeding, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        // RFC 6026 §7.2: every 2xx, also of another fork, goes to the user, who acknowledges it.
        (State.Accepted, Input.Success) => (State.Accepted, Do.ToUser),
        (State.Accepted, Input.Provisional or Input.Failure) => (State.Accepted, Do.None),
        (State.Accepted, Input.TimerM) => (State.Terminated, Do.StopTimers),
        (State.Accepted, Input.TransportError) => (State.Accepted, Do.None),

        (State.Completed, Input.Failure) => (State.Completed, Do.SendAck),
        (State.Completed, Input.Provisional or Input.Success) => (State.Completed, Do.None),
        (State.Completed, Input.TimerD) => (State.Terminated, Do.StopTimers),
        (State.Completed, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        _ => (state, Do.Impossible),
    };
}
