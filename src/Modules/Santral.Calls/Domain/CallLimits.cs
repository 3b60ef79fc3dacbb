namespace Santral.Calls.Domain;

/// <summary>How long things may be; longer ones are refused or cut before they reach a table.</summary>
internal static class CallLimits
{
    public const int Code = 60;
    public const int CalledNumber = 40;
    public const int RecordingPath = 120;

    /// <summary>Longest message of a caller, in seconds.</summary>
    public const int MessageSeconds = 600;

    /// <summary>Keys a caller can type ahead; more are dropped.</summary>
    public const int TypedAhead = 64;

    public const int KeysAtOnce = 32;
}
