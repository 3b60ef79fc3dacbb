using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Santral.Calls;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;
using Santral.Contracts.Live;
using Santral.Contracts.Workplace;
using Santral.Identity.Access;

namespace Santral.Host.Live;

/// <summary>What a signed-in person's browser hears.</summary>
public interface IAgentScreen
{
    Task News(LiveMessage message);
}

/// <summary>One piece of news: per topic the version grows by one for each connection's audience; a gap means: read the state again.</summary>
public sealed record LiveMessage(string Topic, long Version, object Payload);

/// <summary>
/// The live connection of a signed-in person: news to him, and his browser phone's audio connection. For browsers only:
/// a program with a key hears nothing here and cannot take a phone.
/// </summary>
[Authorize(Policy = IdentitySchemes.BrowserSession)]
public sealed class AgentHub(IBrowserPhones phones, LiveNews news, IKnowPeople people, IPresences presences) : Hub<IAgentScreen>
{
    /// <summary>The versions from which this connection counts.</summary>
    public IReadOnlyDictionary<string, long> Hello() => news.VersionsFor(Me);

    /// <summary>Opens the phone in this tab; the answer is SDP. An older tab of the same person loses its phone and is told.</summary>
    public async Task<string> OpenPhone(string sdpOffer)
    {
        // As it stands now: the connection may be older than the right.
        if (people.Find(Me)?.Permissions.Contains(CallsPermissions.Take) != true)
        {
            throw new HubException("identity.not_permitted");
        }

        return await RefusedByCodeAsync(phones.OpenAsync(Me, Context.ConnectionId, sdpOffer, Context.ConnectionAborted));
    }

    public Task ClosePhone() => phones.CloseAsync(Me, Context.ConnectionId);

    /// <summary>This page shows the record; said again every half minute, and more often while typing.</summary>
    public Task<RecordPresence> LookAt(string record, bool types)
        => RefusedByCodeAsync(presences.LookAsync(Context.ConnectionId, record, types, Context.ConnectionAborted));

    /// <summary>This page shows these records in a list; the answer names those somebody is on.</summary>
    public Task<IReadOnlyList<RecordPresence>> WatchRecords(IReadOnlyList<string> records)
        => RefusedByCodeAsync(presences.WatchAsync(Context.ConnectionId, records, Context.ConnectionAborted));

    public void LeaveRecord(string record) => presences.Leave(Context.ConnectionId, record);

    public override async Task OnConnectedAsync()
    {
        await Groups.AddToGroupAsync(Context.ConnectionId, LiveNews.GroupOf(Me));
        await base.OnConnectedAsync();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        presences.Gone(Context.ConnectionId);
        await phones.CloseAsync(Me, Context.ConnectionId);
        await base.OnDisconnectedAsync(exception);
    }

    private static async Task<T> RefusedByCodeAsync<T>(Task<T> call)
    {
        try
        {
            return await call;
        }
        catch (Refusal refusal)
        {
            throw new HubException(refusal.Code);
        }
    }

    private UserId Me => UserId.Parse(Context.User!.FindFirstValue(ClaimTypes.NameIdentifier)!, null);
}

/// <summary>Sends news through the hub and counts versions: per person for his own topics, one count for what goes to all.</summary>
public sealed class LiveNews(IHubContext<AgentHub, IAgentScreen> hub) : ILiveNews
{
    private readonly ConcurrentDictionary<(string Audience, string Topic), long> _versions = new();

    public static string GroupOf(UserId user) => $"user:{user}";

    public void ToUser(UserId user, string topic, object payload)
    {
        var group = GroupOf(user);
        _ = hub.Clients.Group(group).News(new LiveMessage(topic, Next(group, topic), payload));
    }

    public void ToAll(string topic, object payload) => _ = hub.Clients.All.News(new LiveMessage(topic, Next("", topic), payload));

    public void ToConnection(string connection, string topic, object payload)
        => _ = hub.Clients.Client(connection).News(new LiveMessage(topic, 0, payload));

    public IReadOnlyDictionary<string, long> VersionsFor(UserId user)
        => _versions.Where(v => v.Key.Audience.Length == 0 || v.Key.Audience == GroupOf(user)).ToDictionary(v => v.Key.Topic, v => v.Value);

    private long Next(string audience, string topic) => _versions.AddOrUpdate((audience, topic), 1, (_, last) => last + 1);
}
