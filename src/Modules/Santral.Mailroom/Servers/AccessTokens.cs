using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Authentication;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Santral.Mailroom.Data;
using Santral.Mailroom.Domain;

namespace Santral.Mailroom.Servers;

/// <summary>
/// Access tokens of mailboxes, from memory: had anew five minutes before they end, or when a server refused one. One at a time for each
/// mailbox; a refresh token that was exchanged for another is stored in its place. A form that is only tried is asked each time.
/// </summary>
internal sealed class AccessTokens(MailSecrets secrets, IServiceScopeFactory scopes, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(5);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) }) { Timeout = TimeSpan.FromSeconds(20) };
    private readonly ConcurrentDictionary<MailboxId, SemaphoreSlim> _turns = new();
    private readonly ConcurrentDictionary<(MailboxId Mailbox, int Version), Held> _tokens = new();

    /// <exception cref="NoTokenException">None is to be had; the answer's own words are in it.</exception>
    /// <exception cref="HttpRequestException">The end point is not there.</exception>
    public async Task<string> OfAsync(Mailbox mailbox, TokenSignIn sign, CancellationToken stop)
    {
        if (mailbox.Version == 0)
        {
            return (await AskAsync(mailbox, sign, sign.Refresh, stop)).Token;
        }

        var turn = _turns.GetOrAdd(mailbox.Id, _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(stop);
        try
        {
            if (_tokens.TryGetValue((mailbox.Id, mailbox.Version), out var known) && known.Until > clock.GetUtcNow() + Before)
            {
                return known.Token;
            }

            var held = await AskAsync(mailbox, sign, await StoredAsync(mailbox.Id, stop), stop);
            _tokens[(mailbox.Id, mailbox.Version)] = held;
            return held.Token;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A server did not take it: it may have been taken back before its end, and is not offered again.</summary>
    public void Refused(Mailbox mailbox, string token)
    {
        if (_tokens.TryGetValue((mailbox.Id, mailbox.Version), out var known) && known.Token == token)
        {
            _tokens.TryRemove(new((mailbox.Id, mailbox.Version), known));
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        foreach (var turn in _turns.Values)
        {
            turn.Dispose();
        }
    }

    private async Task<Held> AskAsync(Mailbox mailbox, TokenSignIn sign, string? stored, CancellationToken stop)
    {
        var refresh = secrets.Open(stored);
        if (stored is not null && refresh is null)
        {
            throw new SecretLostException();
        }

        var asked = new Dictionary<string, string> { ["client_id"] = sign.Client, ["grant_type"] = refresh is null ? "client_credentials" : "refresh_token" };
        if (secrets.Open(sign.Secret) is { } secret)
        {
            asked["client_secret"] = secret;
        }

        if (refresh is not null)
        {
            asked["refresh_token"] = refresh;
        }

        if (sign.Scope.Length > 0)
        {
            asked["scope"] = sign.Scope;
        }

        using var form = new FormUrlEncodedContent(asked);
        using var answer = await _http.PostAsync(new Uri(sign.Url), form, stop);
        JsonElement body;
        try
        {
            body = await answer.Content.ReadFromJsonAsync<JsonElement>(stop);
        }
        catch (Exception error) when (error is JsonException or NotSupportedException)
        {
            throw new NoTokenException($"{new Uri(sign.Url).Host}: {(int)answer.StatusCode}");
        }

        if (!answer.IsSuccessStatusCode || TextOf(body, "access_token") is not { } token)
        {
            throw new NoTokenException($"{new Uri(sign.Url).Host}: {TextOf(body, "error")} {TextOf(body, "error_description")}".Trim());
        }

        var seconds = body.TryGetProperty("expires_in", out var lasts) && lasts.TryGetInt32(out var given) ? given : 3600;
        if (stored is not null && TextOf(body, "refresh_token") is { } next && next != refresh)
        {
            await StoreAsync(mailbox.Id, stored, secrets.Protect(next), stop);
        }

        return new Held(token, clock.GetUtcNow().AddSeconds(seconds));
    }

    private async Task<string?> StoredAsync(MailboxId id, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MailroomDb>().Mailboxes.AsNoTracking().Where(m => m.Id == id).Select(m => m.TokenRefresh).SingleOrDefaultAsync(stop);
    }

    // Not a change of the mailbox: nobody's open form gets stale by it, and its loop goes on.
    private async Task StoreAsync(MailboxId id, string before, string secret, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<MailroomDb>();
        await db.InTransactionAsync(() => db.Mailboxes.Where(m => m.Id == id && m.TokenRefresh == before).ExecuteUpdateAsync(set => set.SetProperty(m => m.TokenRefresh, secret), stop), stop);
    }

    private sealed record Held(string Token, DateTimeOffset Until);

    private static string? TextOf(JsonElement body, string name)
        => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>Where tokens are had, none was given; its own words are in the message.</summary>
internal sealed class NoTokenException(string said) : AuthenticationException(said);
