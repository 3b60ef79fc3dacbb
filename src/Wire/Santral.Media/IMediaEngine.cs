using System.Threading.Channels;

namespace Santral.Media;

/// <summary>The whole media side: commands in, events out, nothing shared, so that it can run as a process of its own.</summary>
public interface IMediaEngine : IAsyncDisposable
{
    /// <summary>
    /// Carries out one command. Bad input never throws: the reply is then <see cref="MediaReply.Refused"/>.
    /// Commands for one leg take effect in the order in which their replies are awaited.
    /// </summary>
    Task<MediaReply> AskAsync(MediaCommand command, CancellationToken stop);

    /// <summary>What happened, in order. It has one reader and ends when the engine is disposed.</summary>
    ChannelReader<MediaEvent> Events { get; }
}
