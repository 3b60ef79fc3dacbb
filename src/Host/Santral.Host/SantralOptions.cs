using System.Globalization;
using System.Net;

namespace Santral.Host;

/// <summary>What an operator may set: environment `SANTRAL_…` or the same as flags (`--http-port 8080`).</summary>
public sealed record SantralOptions
{
    public int HttpPort { get; init; } = 8080;

    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    public string DataFolder { get; init; } = "data";

    /// <summary>PostgreSQL connection string; empty means SQLite in the data folder.</summary>
    public string Database { get; init; } = "";

    /// <summary>Load the demo when the installation is empty.</summary>
    public bool Demo { get; init; }

    /// <summary>TLS proxies whose word is taken for the browser's address and for HTTPS.</summary>
    public IReadOnlyList<IPAddress> Proxies { get; init; } = [IPAddress.Loopback, IPAddress.IPv6Loopback];

    public static SantralOptions Read(IConfiguration configuration)
    {
        var defaults = new SantralOptions();
        return new SantralOptions
        {
            HttpPort = Port(configuration, "HTTP_PORT", defaults.HttpPort),
            Bind = Address("BIND", configuration["BIND"], defaults.Bind),
            DataFolder = Path.GetFullPath(configuration["DATA"] is { Length: > 0 } folder ? folder : defaults.DataFolder),
            Database = configuration["DB"] ?? "",
            Proxies = configuration["PROXIES"] is { Length: > 0 } proxies
                ? [.. proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => Address("PROXIES", p, IPAddress.None))]
                : defaults.Proxies,
            Demo = configuration["DEMO"] is "true" or "1",
        };
    }

    private static int Port(IConfiguration configuration, string key, int otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue
            ? port
            : throw new InvalidOperationException($"SANTRAL_{key} must be a port number from 0 to 65535, not '{text}'.");
    }

    private static IPAddress Address(string key, string? text, IPAddress otherwise)
        => string.IsNullOrEmpty(text) ? otherwise
            : IPAddress.TryParse(text, out var address) ? address
            : throw new InvalidOperationException($"SANTRAL_{key} must be an IP address, not '{text}'.");
}

/// <summary>Turns `--http-port 8080` and `--http-port=8080` into the configuration keys of the environment variables.</summary>
public static class Flags
{
    private static readonly string[] Switches = ["--demo"];

    public static Dictionary<string, string?> Read(string[] args)
    {
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                continue;
            }

            var (name, value) = args[i].IndexOf('=', StringComparison.Ordinal) is > 0 and var at
                ? (args[i][..at], args[i][(at + 1)..])
                : Switches.Contains(args[i]) || i + 1 >= args.Length ? (args[i], "true")
                : (args[i], args[++i]);
            values[name[2..].Replace('-', '_').ToUpperInvariant()] = value;
        }

        return values;
    }
}
