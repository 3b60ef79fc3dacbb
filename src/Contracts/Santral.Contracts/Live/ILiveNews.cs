namespace Santral.Contracts.Live;

/// <summary>
/// News that matters for a second: to browsers, at most once. Each topic counts versions; a browser that sees a gap reads the state again.
/// </summary>
public interface ILiveNews
{
    /// <summary>To all connections of one person.</summary>
    void ToUser(UserId user, string topic, object payload);

    /// <summary>To everybody who is signed in.</summary>
    void ToAll(string topic, object payload);

    /// <summary>To one connection (SignalR), for a phone that moved to another tab.</summary>
    void ToConnection(string connection, string topic, object payload);
}
