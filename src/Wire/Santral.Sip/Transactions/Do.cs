namespace Santral.Sip.Transactions;

/// <summary>What a transaction does on an input; the driver performs the set in the order written here.</summary>
[Flags]
internal enum Do
{
    None = 0,

    /// <summary>The pair cannot happen with a correct driver and peer: counted, nothing else.</summary>
    Impossible = 1 << 0,
    StopTimers = 1 << 1,
    StopRepeat = 1 << 2,

    /// <summary>Send the message of the input, and remember it for repeats.</summary>
    Send = 1 << 3,
    SendAgain = 1 << 4,
    SendAck = 1 << 5,
    ToUser = 1 << 6,
    TellTimeout = 1 << 7,
    TellTransport = 1 << 8,

    // Repeat timers: started at T1, then doubled; E and G not above T2.
    StartA = 1 << 9,
    DoubleA = 1 << 10,
    StartE = 1 << 11,
    DoubleE = 1 << 12,
    SlowE = 1 << 13,
    StartG = 1 << 14,
    DoubleG = 1 << 15,

    // Timers that end a state.
    StartB = 1 << 16,
    StartD = 1 << 17,
    StartF = 1 << 18,
    StartH = 1 << 19,
    StartI = 1 << 20,
    StartJ = 1 << 21,
    StartK = 1 << 22,
    StartL = 1 << 23,
    StartM = 1 << 24,
}
