namespace Santral.Contracts.Identity;

/// <summary>Told when a desk phone got a new secret or was taken away: whoever registered with the old one is known no more.</summary>
public interface IHearDeskPhoneChange
{
    void DeskPhoneChanged(string sipUser);
}
