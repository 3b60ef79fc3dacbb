namespace Santral.Mailroom.Jobs;

/// <summary>Wakes the jobs: mailboxes changed, or a letter is to go.</summary>
internal sealed class MailroomBell
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _mailboxes = New();
    private TaskCompletionSource _letters = New();

    public void MailboxesChanged() => Ring(ref _mailboxes);

    public void LetterWaits() => Ring(ref _letters);

    /// <summary>Ask before looking: what rings from here on is not missed.</summary>
    public Task HearMailboxes()
    {
        lock (_lock)
        {
            return _mailboxes.Task;
        }
    }

    public Task HearLetters()
    {
        lock (_lock)
        {
            return _letters.Task;
        }
    }

    private void Ring(ref TaskCompletionSource bell)
    {
        lock (_lock)
        {
            bell.TrySetResult();
            bell = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
