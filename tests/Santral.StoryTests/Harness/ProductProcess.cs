using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Santral.StoryTests.Harness;

/// <summary>The product as a user starts it: a process of its own, which a test may kill.</summary>
public sealed class ProductProcess : IAsyncDisposable
{
    private const int RtpPortsEach = 400;
    private static int _started = Environment.ProcessId;

    /// <summary>SANTRAL_TEST_PRODUCT names another build of it by its whole path, as the published one, which starts sooner.</summary>
    private static readonly string Program = Environment.GetEnvironmentVariable("SANTRAL_TEST_PRODUCT") is { Length: > 0 } path ? path : Path.Combine(AppContext.BaseDirectory, "santral.dll");

    private readonly string _folder;
    private readonly string _database;
    private readonly string[] _flags;
    private readonly List<string> _lines = [];
    private readonly Channel<string> _said = Channel.CreateUnbounded<string>();
    private Process? _process;

    /// <param name="flags">Further flags.</param>
    public ProductProcess(string folder, string database, params string[] flags)
    {
        _folder = folder;
        _database = database;
        _flags = flags;
        HttpPort = FreePort(ProtocolType.Tcp);
        SipPort = FreePort(ProtocolType.Udp);

        // Products that run at the same time do not search for ports in each other's range.
        var first = 20_000 + (Interlocked.Increment(ref _started) % (10_000 / RtpPortsEach) * RtpPortsEach);
        RtpPorts = $"{first}-{first + RtpPortsEach - 1}";
    }

    public int HttpPort { get; }

    public int SipPort { get; }

    private string RtpPorts { get; }

    public string Address => $"http://127.0.0.1:{HttpPort}";

    /// <summary>Everything the process has said, for the message of a failed test.</summary>
    public string Log
    {
        get
        {
            lock (_lines)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>Starts the process and waits until it says that it is ready.</summary>
    public async Task StartAsync(CancellationToken stop)
    {
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process
        {
            StartInfo = new ProcessStartInfo("dotnet")
            {
                ArgumentList =
                {
                    Program, "--demo",
                    "--http-port", $"{HttpPort}", "--sip-port", $"{SipPort}", "--media-port", "0", "--rtp-ports", RtpPorts, "--voice-speed", "450",
                    "--data", _folder, "--db", _database,
                },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
            EnableRaisingEvents = true,
        };
        void Hear(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (_lines)
            {
                _lines.Add(line);
            }

            _said.Writer.TryWrite(line);

            if (line.StartsWith("Santral is ready", StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        }

        process.OutputDataReceived += (_, e) => Hear(e.Data);
        process.ErrorDataReceived += (_, e) => Hear(e.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The product ended:\n{Log}"));
        foreach (var flag in _flags)
        {
            process.StartInfo.ArgumentList.Add(flag);
        }

        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(2), stop);
    }

    /// <summary>Waits for a line of the process's log; the lines before it are not asked again.</summary>
    public async Task SaysAsync(string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var line in _said.Reader.ReadAllAsync(patience.Token))
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    /// <summary>The media process that the product started; null while there is none.</summary>
    public Process? Media()
    {
        foreach (var process in Process.GetProcesses())
        {
            if (ParentOf(process.Id) == _process?.Id && CommandOf(process.Id).Contains("--role\0media", StringComparison.Ordinal))
            {
                return process;
            }

            process.Dispose();
        }

        return null;
    }

    /// <summary>kill -9: no word of farewell to anyone.</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    /// <summary>kill -9 of the main process alone.</summary>
    public async Task KillMainAsync()
    {
        _process!.Kill();

        // Not its output: a media process that lived on would hold it open.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!_process.HasExited)
        {
            await pace.WaitForNextTickAsync(patience.Token);
        }
    }

    private static int ParentOf(int process)
    {
        try
        {
            // After the name, which may hold anything and ends with the last bracket: state, parent.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string CommandOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
    }

    private static int FreePort(ProtocolType protocol)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, protocol == ProtocolType.Udp ? SocketType.Dgram : SocketType.Stream, protocol);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
