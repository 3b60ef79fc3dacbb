namespace Santral.Sip.Transactions;

/// <summary>Non-INVITE server transaction: RFC 3261 §17.2.2 figure 8.</summary>
internal static class NonInviteServer
{
    public enum State
    {
        Trying,
        Proceeding,
        Completed,
        Terminated,
    }

    public enum Input
    {
        Request,
        SendProvisional,
        SendFinal,
        TimerJ,
        TransportError,
    }

    public static (State Next, Do Effects) Step(State state, Input input) => (state, input) switch
    {
        (State.Trying, Input.Request) => (State.Trying, Do.None),
        (State.Trying, Input.SendProvisional) => (State.Proceeding, Do.Send),
        (State.Trying, Input.SendFinal) => (State.Completed, Do.Send | Do.StartJ),
        (State.Trying, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        (State.Proceeding, Input.Request) => (State.Proceeding, Do.SendAgain),
        (State.Proceeding, Input.SendProvisional) => (State.Proceeding, Do.Send),
        (State.Proceeding, Input.SendFinal) => (State.Completed, Do.Send | Do.StartJ),
        (State.Proceeding, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        (State.Completed, Input.Request) => (State.Completed, Do.SendAgain),

        // §17.2.2: a second final response from the user is discarded.
        (State.Completed, Input.SendProvisional or Input.SendFinal) => (State.Completed, Do.None),
        (State.Completed, Input.TimerJ) => (State.Terminated, Do.StopTimers),
        (State.Completed, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        _ => (state, Do.Impossible),
    };
}
