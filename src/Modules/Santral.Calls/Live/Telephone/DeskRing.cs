using Santral.Media;

namespace Santral.Calls.Live.Telephone;

/// <summary>All phones of an agent ring at once; the first that is lifted has the call, the others stop.</summary>
internal sealed class DeskRing(IReadOnlyList<DeskPhone> phones) : IDeskRing
{
    /// <summary>So that the other phones show no missed call (RFC 3326 §2).</summary>
    private const string Elsewhere = "SIP;cause=200;text=\"Call completed elsewhere\"";

    private readonly TaskCompletionSource<DeskAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile DeskPhone? _lifted;

    public event Action<bool>? HoldChanged;

    public LegId Leg => (_lifted ?? throw new InvalidOperationException("No phone was lifted.")).Leg;

    public Task<DeskAnswer> Answer => _answer.Task;

    public Task<bool> Over => _over.Task;

    public void Start()
    {
        foreach (var phone in phones)
        {
            phone.Start();
        }

        _ = FollowAsync();
    }

    public void Drop()
    {
        foreach (var phone in phones)
        {
            phone.Drop();
        }
    }

    private async Task FollowAsync()
    {
        var ringing = phones.ToList();
        var rejected = false;
        while (ringing.Count > 0)
        {
            await Task.WhenAny(ringing.Select(p => p.Answer));
            var phone = ringing.First(p => p.Answer.IsCompleted);
            ringing.Remove(phone);
            var answer = await phone.Answer;
            if (answer == PhoneAnswer.PickedUp)
            {
                _lifted = phone;
                phone.HoldChanged += held => HoldChanged?.Invoke(held);
                ringing.ForEach(p => p.Drop(Elsewhere));
                _answer.TrySetResult(DeskAnswer.PickedUp);
                _over.TrySetResult(await phone.Over);
                return;
            }

            rejected |= answer is PhoneAnswer.Busy or PhoneAnswer.Declined;
            if (answer == PhoneAnswer.Declined)
            {
                ringing.ForEach(p => p.Drop());
                break;
            }
        }

        _answer.TrySetResult(rejected ? DeskAnswer.Rejected : DeskAnswer.Unreachable);
        _over.TrySetResult(false);
    }
}
