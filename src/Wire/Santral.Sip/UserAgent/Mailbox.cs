using System.Threading.Channels;

namespace Santral.Sip.UserAgent;

/// <summary>One call, one mailbox, one reader: what is in a call changes only here, so calls need no locks.</summary>
internal sealed class Mailbox
{
    private readonly Channel<Func<ValueTask>> _work = Channel.CreateUnbounded<Func<ValueTask>>(new() { SingleReader = true });
    private readonly Action<Exception> _onFault;

    public Mailbox(Action<Exception> onFault)
    {
        _onFault = onFault;
        _ = RunAsync();
    }

    public void Post(Func<ValueTask> work) => _work.Writer.TryWrite(work);

    public void Post(Action work) => Post(() =>
    {
        work();
        return default;
    });

    /// <summary>Runs in the mailbox and brings the result out.</summary>
    public Task<T> AskAsync<T>(Func<ValueTask<T>> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(async () =>
        {
            try
            {
                done.TrySetResult(await work());
            }
            catch (Exception error)
            {
                done.TrySetException(error);
            }
        });
        return done.Task;
    }

    public Task<T> AskAsync<T>(Func<T> work) => AskAsync(() => ValueTask.FromResult(work()));

    private async Task RunAsync()
    {
        // The reader that nobody can reach any more is collected together with its call: there is nothing to close.
        await foreach (var work in _work.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            try
            {
                await work();
            }
            catch (Exception error)
            {
                _onFault(error);
            }
        }
    }
}
