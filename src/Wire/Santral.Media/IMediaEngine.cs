using System.Threading.Channels;

namespace Santral.Media;

/// <summary>The whole media side: commands in, events out, nothing shared. In this process it is <see cref="MediaEngine"/>, in one of its own <see cref="Border.MediaEngineApart"/>.</summary>
public interface IMediaEngine : IAsyncDisposable
{
    /// <summary>
    /// Carries out one command. Bad input never throws: the reply is then <see cref="MediaReply.Refused"/>.
    /// Commands for one leg take effect in the order in which their replies are awaited.
    /// </summary>
    Task<MediaReply> AskAsync(MediaCommand command, CancellationToken stop);

    /// <summary>What happened, in order. It has one reader and ends when the engine is disposed.</summary>
    ChannelReader<MediaEvent> Events { get; }

    /// <summary>The counters, as they were at most a second ago.</summary>
    MediaMetrics Metrics { get; }

    /// <summary>Whether new legs can be opened: not before the engine's process runs, nor while it is started again.</summary>
    bool IsReady { get; }
}
