using Santral.Sip.UserAgent;

namespace Santral.Calls.Live.Telephone;

/// <summary>What the phone of an agent does during a conversation, whoever of the two called the other.</summary>
internal static class PhoneEvents
{
    /// <param name="happened">Others than these are left alone.</param>
    /// <param name="audio">Of the leg.</param>
    /// <param name="held">Told when the phone puts the call on hold, or takes it back.</param>
    /// <param name="referred">Takes the phone's transfer button.</param>
    public static async Task OnAsync(SipCallEvent happened, SipAudio audio, Action<bool>? held, Func<Referral, Task> referred)
    {
        switch (happened)
        {
            case SipCallEvent.Acked acked:
                // Of a change that the phone asked our offer for; without a usable answer the session is as before it.
                await audio.AckedAsync(acked.Sdp);
                break;
            case SipCallEvent.Reinvited changed:
                if (await audio.ChangedAsync(changed.Offer) is { } isHeld)
                {
                    held?.Invoke(isHeld);
                }

                break;
            case SipCallEvent.Referred asked:
                // Not waited for: the transfer hangs this very phone up.
                _ = referred(asked.Referral);
                break;
        }
    }
}
