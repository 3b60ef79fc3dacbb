namespace Santral.Sip.Transactions;

/// <summary>Non-INVITE client transaction: RFC 3261 §17.1.2.2 figure 6.</summary>
internal static class NonInviteClient
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
        TimerE,
        TimerF,
        Provisional,
        Final,
        TimerK,
        TransportError,
    }

    public const Do Begin = Do.Send | Do.StartE | Do.StartF;

    public static (State Next, Do Effects) Step(State state, Input input) => (state, input) switch
    {
        (State.Trying, Input.TimerE) => (State.Trying, Do.SendAgain | Do.DoubleE),
        (State.Trying, Input.TimerF) => (State.Terminated, Do.StopTimers | Do.TellTimeout),
        (State.Trying, Input.Provisional) => (State.Proceeding, Do.ToUser | Do.SlowE),
        (State.Trying, Input.Final) => (State.Completed, Do.StopTimers | Do.ToUser | Do.StartK),
        (State.Trying, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        (State.Proceeding, Input.TimerE) => (State.Proceeding, Do.SendAgain | Do.SlowE),
        (State.Proceeding, Input.TimerF) => (State.Terminated, Do.StopTimers | Do.TellTimeout),
        (State.Proceeding, Input.Provisional) => (State.Proceeding, Do.ToUser),
        (State.Proceeding, Input.Final) => (State.Completed, Do.StopTimers | Do.ToUser | Do.StartK),
        (State.Proceeding, Input.TransportError) => (State.Terminated, Do.StopTimers | Do.TellTransport),

        (State.Completed, Input.Provisional or Input.Final) => (State.Completed, Do.None),
        (State.Completed, Input.TimerK) => (State.Terminated, Do.StopTimers),
        (State.Completed, Input.TransportError) => (State.Completed, Do.None),

        _ => (state, Do.Impossible),
    };
}
