using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;

namespace Santral.Calls.Live.Demo;

/// <summary>A telephone in the visitor's browser, while the demo's data is loaded: pick who calls, dial, press keys, talk.</summary>
[AllowAnonymous]
internal sealed class DemoPhoneHub(DemoPhones phones, DemoCallers callers, IKnowServiceNumbers numbers, IOrganisation organisation) : Hub<IDemoScreen>
{
    public Task<IReadOnlyList<DemoCaller>> Callers()
        => SayingWhyNotAsync(() => callers.AllAsync(Language, Context.ConnectionAborted));

    public Task<IReadOnlyList<DemoNumber>> Numbers()
        => SayingWhyNotAsync<IReadOnlyList<DemoNumber>>(() => Task.FromResult<IReadOnlyList<DemoNumber>>(
            [.. numbers.All.Select(n => new DemoNumber(n.Number, n.ShortCode, n.Names.In(Language)))]));

    public Task<DemoDialled> Dial(DemoDial dial)
        => SayingWhyNotAsync(() => phones.DialAsync(Context.ConnectionId, Address, dial));

    public Task Press(string key)
        => SayingWhyNotAsync(() =>
        {
            phones.Press(Context.ConnectionId, key);
            return Task.FromResult(true);
        });

    public void HangUp() => phones.HangUp(Context.ConnectionId);

    public override Task OnConnectedAsync()
    {
        if (!organisation.IsDemo)
        {
            Context.Abort();
        }

        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        phones.HangUp(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private string Address => Context.GetHttpContext()?.Connection.RemoteIpAddress?.ToString() ?? "";

    private string Language
    {
        get
        {
            var http = Context.GetHttpContext();
            var asked = http?.Request.Query["language"].ToString();
            return asked is "tr" or "sv" or "en" ? asked
                : http?.Request.GetTypedHeaders().AcceptLanguage
                    .OrderByDescending(l => l.Quality ?? 1)
                    .Select(l => l.Value.Value is { Length: >= 2 } tag ? tag[..2].ToLowerInvariant() : "")
                    .FirstOrDefault(l => l is "tr" or "sv" or "en")
                ?? "tr";
        }
    }

    /// <summary>A refusal reaches the page as its code; the page has the text.</summary>
    private async Task<T> SayingWhyNotAsync<T>(Func<Task<T>> work)
    {
        try
        {
            phones.RefuseUnlessDemo();
            return await work();
        }
        catch (Refusal refusal)
        {
            throw new HubException(refusal.Code);
        }
    }
}
