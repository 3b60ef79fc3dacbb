using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Santral.Processes.Data;
using Santral.Processes.Domain;

namespace Santral.Processes.Jobs;

/// <summary>
/// Sends one webhook. The address is checked at the moment of connecting, on the numbers the name resolved to, so that a name cannot be
/// pointed inside the house after it was allowed; redirects are not followed, the answer's body is not read.
/// </summary>
internal sealed class WebhookSender : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private readonly HttpClient _client;
    private readonly TimeProvider _clock;

    public WebhookSender(WebhookOptions options, TimeProvider clock)
    {
        _clock = clock;
        // The client owns its handler and ends it.
#pragma warning disable CA2000
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = (context, stop) => ConnectAsync(context.DnsEndPoint, options, stop),
        };
#pragma warning restore CA2000
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Null when it arrived; otherwise what went wrong, and whether trying again can help.</summary>
    public async Task<(DeliveryTrouble Trouble, bool Final)?> SendAsync(Delivery delivery, string secret, CancellationToken stop)
    {
        if (!WebhookAddress.LooksRight(delivery.Target))
        {
            return (new DeliveryTrouble(DeliveryProblem.NoAddress, delivery.Target), true);
        }

        var host = new Uri(delivery.Target).Authority;
        using var limit = new CancellationTokenSource(Longest, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            using var message = MessageOf(delivery, secret);
            using var answer = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return answer.IsSuccessStatusCode ? null : (new DeliveryTrouble(DeliveryProblem.Answered, $"{(int)answer.StatusCode}"), answer.StatusCode == HttpStatusCode.Gone);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return (new DeliveryTrouble(DeliveryProblem.TimedOut, host), false);
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException is AddressNotAllowed ? (new DeliveryTrouble(DeliveryProblem.Inside, host), true) : (new DeliveryTrouble(ProblemOf(failure.HttpRequestError), host), false);
        }
        catch (InvalidOperationException failure)
        {
            return (new DeliveryTrouble(DeliveryProblem.Other, failure.Message), true);
        }
    }

    public static string Sign(string secret, string time, string body)
        => "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{body}")));

    public void Dispose() => _client.Dispose();

    private HttpRequestMessage MessageOf(Delivery delivery, string secret)
    {
        var time = _clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var message = new HttpRequestMessage(HttpMethod.Post, delivery.Target)
        {
            Content = new StringContent(delivery.BodyJson, new MediaTypeHeaderValue("application/json", "utf-8")),
        };
        message.Headers.UserAgent.ParseAdd("Santral");
        message.Headers.Add("X-Santral-Delivery", delivery.Id.ToString());
        message.Headers.Add("X-Santral-Time", time);
        message.Headers.Add("X-Santral-Signature", Sign(secret, time, delivery.BodyJson));
        return message;
    }

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, WebhookOptions options, CancellationToken stop)
    {
        var addresses = await Dns.GetHostAddressesAsync(to.Host, stop);
        var allowed = addresses.Where(a => options.AllowPrivate || !WebhookAddress.IsPrivate(a)).ToArray();
        if (allowed.Length == 0)
        {
            throw new AddressNotAllowed();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, to.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static DeliveryProblem ProblemOf(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => DeliveryProblem.NameUnknown,
        HttpRequestError.ConnectionError => DeliveryProblem.Unreachable,
        HttpRequestError.SecureConnectionError => DeliveryProblem.NoEncryption,
        _ => DeliveryProblem.HungUp,
    };

    private sealed class AddressNotAllowed : IOException;
}
