using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Santral.Calls.Live;

/// <summary>One thing at a time, in the order it came: what makes locks needless in a call. Work that fails never stops the mailbox.</summary>
internal sealed partial class Mailbox(ILogger log)
{
    private readonly Channel<Func<Task>> _work = Channel.CreateUnbounded<Func<Task>>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Runs until <see cref="Close"/>; what was posted before is still done.</summary>
    public async Task RunAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync())
        {
            try
            {
                await work();
            }
            catch (Exception error)
            {
                WorkFailed(log, error);
            }
        }
    }

    public void Close() => _work.Writer.TryComplete();

    /// <summary>False when the mailbox is closed: the thing it was about is over.</summary>
    public bool Post(Func<Task> work) => _work.Writer.TryWrite(work);

    public bool Post(Action work) => Post(() =>
    {
        work();
        return Task.CompletedTask;
    });

    /// <summary>Posts and waits for the outcome; <paramref name="whenClosed"/> is thrown when the mailbox is closed.</summary>
    public async Task<T> AskAsync<T>(Func<Task<T>> work, Func<Exception> whenClosed)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var posted = Post(async () =>
        {
            try
            {
                answer.TrySetResult(await work());
            }
            catch (Exception error)
            {
                answer.TrySetException(error);
            }
        });
        return posted ? await answer.Task : throw whenClosed();
    }

    [LoggerMessage(LogLevel.Error, "Work in a mailbox failed")]
    private static partial void WorkFailed(ILogger log, Exception error);
}
