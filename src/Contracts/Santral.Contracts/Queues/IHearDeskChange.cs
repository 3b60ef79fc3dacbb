namespace Santral.Contracts.Queues;

/// <summary>Told by the calls whenever what <see cref="Calls.IDeskCalls"/> says of an agent has changed: implemented by the queues, which push the desk.</summary>
public interface IHearDeskChange
{
    void DeskChanged(UserId agent);
}
