namespace Santral.Media.Border;

/// <summary>What a frame between the two processes holds; its body is JSON by <see cref="MediaJson"/>.</summary>
internal enum FrameKind : byte
{
    /// <summary>Media to main, first: <see cref="Border.Hello"/>.</summary>
    Hello = 1,

    /// <summary>Main to media, second: <see cref="Border.Begin"/>.</summary>
    Begin = 2,

    /// <summary>Media to main, third: <see cref="Border.Begun"/>.</summary>
    Begun = 3,

    /// <summary>Main to media: a <see cref="MediaCommand"/> with a number of its own.</summary>
    Command = 4,

    /// <summary>Media to main: the <see cref="MediaReply"/> to the command of the same number.</summary>
    Reply = 5,

    /// <summary>Media to main: a <see cref="MediaEvent"/>.</summary>
    Event = 6,

    /// <summary>Media to main, once a second: <see cref="MediaMetrics"/>. Its silence says that the process hangs.</summary>
    Figures = 7,
}

/// <summary>One frame; its body is valid until the next one is read.</summary>
internal readonly record struct Frame(FrameKind Kind, uint Number, ReadOnlyMemory<byte> Body);
