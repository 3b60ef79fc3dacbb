using Santral.Sip.Transactions;

namespace Santral.Sip.Tests.Transactions;

/// <summary>Every state with every input of the four machines: a pair that is not listed here is impossible and counted as such.</summary>
public class StateTableTests
{
    [Fact]
    public void Invite_client_is_figure_5_with_RFC_6026() => Check<InviteClient.State, InviteClient.Input>(InviteClient.Step, """
        Calling    TimerA         Calling    SendAgain, DoubleA
        Calling    TimerB         Terminated StopTimers, TellTimeout
        Calling    Provisional    Proceeding StopTimers, ToUser
        Calling    Success        Accepted   StopTimers, ToUser, StartM
        Calling    Failure        Completed  StopTimers, SendAck, ToUser, StartD
        Calling    TransportError Terminated StopTimers, TellTransport
        Proceeding Provisional    Proceeding ToUser
        Proceeding Success        Accepted   ToUser, StartM
        Proceeding Failure        Completed  SendAck, ToUser, StartD
        Proceeding TransportError Terminated StopTimers, TellTransport
        Accepted   Provisional    Accepted   None
        Accepted   Success        Accepted   ToUser
        Accepted   Failure        Accepted   None
        Accepted   TimerM         Terminated StopTimers
        Accepted   TransportError Accepted   None
        Completed  Provisional    Completed  None
        Completed  Success        Completed  None
        Completed  Failure        Completed  SendAck
        Completed  TimerD         Terminated StopTimers
        Completed  TransportError Terminated StopTimers, TellTransport
        """);

    [Fact]
    public void Invite_server_is_figure_7_with_RFC_6026() => Check<InviteServer.State, InviteServer.Input>(InviteServer.Step, """
        Proceeding Invite          Proceeding SendAgain
        Proceeding SendProvisional Proceeding Send
        Proceeding SendSuccess     Accepted   Send, StartL
        Proceeding SendFailure     Completed  Send, StartG, StartH
        Proceeding TransportError  Terminated StopTimers, TellTransport
        Accepted   Invite          Accepted   None
        Accepted   SendSuccess     Accepted   Send
        Accepted   Ack             Accepted   ToUser
        Accepted   TimerL          Terminated StopTimers
        Accepted   TransportError  Accepted   TellTransport
        Completed  Invite          Completed  SendAgain
        Completed  TimerG          Completed  SendAgain, DoubleG
        Completed  Ack             Confirmed  StopTimers, StartI
        Completed  TimerH          Terminated StopTimers, TellTimeout
        Completed  TransportError  Terminated StopTimers, TellTransport
        Confirmed  Invite          Confirmed  None
        Confirmed  Ack             Confirmed  None
        Confirmed  TimerI          Terminated StopTimers
        Confirmed  TransportError  Confirmed  None
        """);

    [Fact]
    public void Non_invite_client_is_figure_6() => Check<NonInviteClient.State, NonInviteClient.Input>(NonInviteClient.Step, """
        Trying     TimerE         Trying     SendAgain, DoubleE
        Trying     TimerF         Terminated StopTimers, TellTimeout
        Trying     Provisional    Proceeding ToUser, SlowE
        Trying     Final          Completed  StopTimers, ToUser, StartK
        Trying     TransportError Terminated StopTimers, TellTransport
        Proceeding TimerE         Proceeding SendAgain, SlowE
        Proceeding TimerF         Terminated StopTimers, TellTimeout
        Proceeding Provisional    Proceeding ToUser
        Proceeding Final          Completed  StopTimers, ToUser, StartK
        Proceeding TransportError Terminated StopTimers, TellTransport
        Completed  Provisional    Completed  None
        Completed  Final          Completed  None
        Completed  TimerK         Terminated StopTimers
        Completed  TransportError Completed  None
        """);

    [Fact]
    public void Non_invite_server_is_figure_8() => Check<NonInviteServer.State, NonInviteServer.Input>(NonInviteServer.Step, """
        Trying     Request         Trying     None
        Trying     SendProvisional Proceeding Send
        Trying     SendFinal       Completed  Send, StartJ
        Trying     TransportError  Terminated StopTimers, TellTransport
        Proceeding Request         Proceeding SendAgain
        Proceeding SendProvisional Proceeding Send
        Proceeding SendFinal       Completed  Send, StartJ
        Proceeding TransportError  Terminated StopTimers, TellTransport
        Completed  Request         Completed  SendAgain
        Completed  SendProvisional Completed  None
        Completed  SendFinal       Completed  None
        Completed  TimerJ          Terminated StopTimers
        Completed  TransportError  Terminated StopTimers, TellTransport
        """);

    [Fact]
    public void An_offer_is_open_on_one_side_at_a_time() => Check<Dialogs.OfferAnswer.State, Dialogs.OfferAnswer.Input, Dialogs.OfferAnswer.Verdict>(
        Dialogs.OfferAnswer.Step, """
        Stable      OfferSent      LocalOffer  Fine
        Stable      OfferReceived  RemoteOffer Fine
        Stable      AnswerSent     Stable      Ignored
        Stable      AnswerReceived Stable      Ignored
        Stable      Abandoned      Stable      Fine
        LocalOffer  OfferSent      LocalOffer  Busy
        LocalOffer  OfferReceived  LocalOffer  Glare
        LocalOffer  AnswerSent     LocalOffer  Ignored
        LocalOffer  AnswerReceived Stable      Fine
        LocalOffer  Abandoned      Stable      Fine
        RemoteOffer OfferSent      RemoteOffer Glare
        RemoteOffer OfferReceived  RemoteOffer Busy
        RemoteOffer AnswerSent     Stable      Fine
        RemoteOffer AnswerReceived RemoteOffer Ignored
        RemoteOffer Abandoned      Stable      Fine
        """);

    private static void Check<TState, TInput>(Func<TState, TInput, (TState, Do)> step, string table)
        where TState : struct, Enum
        where TInput : struct, Enum => Check<TState, TInput, Do>(step, table);

    private static void Check<TState, TInput, TEffect>(Func<TState, TInput, (TState, TEffect)> step, string table)
        where TState : struct, Enum
        where TInput : struct, Enum
        where TEffect : struct, Enum
    {
        var expected = table.Split('\n').Select(l => l.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries)).ToDictionary(
            p => (Enum.Parse<TState>(p[0]), Enum.Parse<TInput>(p[1])), p => (Enum.Parse<TState>(p[2]), Enum.Parse<TEffect>(p[3].Trim())));
        foreach (var state in Enum.GetValues<TState>())
        {
            foreach (var input in Enum.GetValues<TInput>())
            {
                var wanted = expected.TryGetValue((state, input), out var listed) ? listed : (state, Enum.Parse<TEffect>("Impossible"));
                step(state, input).ShouldBe(wanted, $"{state} × {input}");
            }
        }
    }
}
