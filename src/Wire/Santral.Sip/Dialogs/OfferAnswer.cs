namespace Santral.Sip.Dialogs;

/// <summary>Whose offer is open in a dialog: RFC 3264 §4 and RFC 6337 allow one at a time.</summary>
internal static class OfferAnswer
{
    public enum State
    {
        Stable,
        LocalOffer,
        RemoteOffer,
    }

    public enum Input
    {
        OfferSent,
        OfferReceived,
        AnswerSent,
        AnswerReceived,
        Abandoned,
    }

    /// <summary>Glare is two offers that crossed: 491. Busy is a second offer before the first is answered: 500 with Retry-After (RFC 3311 §5.2).</summary>
    public enum Verdict
    {
        Fine,
        Glare,
        Busy,
        Ignored,
    }

    public static (State Next, Verdict Verdict) Step(State state, Input input) => (state, input) switch
    {
        (State.Stable, Input.OfferSent) => (State.LocalOffer, Verdict.Fine),
        (State.Stable, Input.OfferReceived) => (State.RemoteOffer, Verdict.Fine),
        (State.Stable, Input.AnswerSent or Input.AnswerReceived) => (State.Stable, Verdict.Ignored),

        (State.LocalOffer, Input.AnswerReceived) => (State.Stable, Verdict.Fine),
        (State.LocalOffer, Input.OfferReceived) => (State.LocalOffer, Verdict.Glare),
        (State.LocalOffer, Input.OfferSent) => (State.LocalOffer, Verdict.Busy),
        (State.LocalOffer, Input.AnswerSent) => (State.LocalOffer, Verdict.Ignored),

        (State.RemoteOffer, Input.AnswerSent) => (State.Stable, Verdict.Fine),
        (State.RemoteOffer, Input.OfferReceived) => (State.RemoteOffer, Verdict.Busy),
        (State.RemoteOffer, Input.OfferSent) => (State.RemoteOffer, Verdict.Glare),
        (State.RemoteOffer, Input.AnswerReceived) => (State.RemoteOffer, Verdict.Ignored),

        (_, Input.Abandoned) => (State.Stable, Verdict.Fine),
        _ => (state, Verdict.Ignored),
    };
}
