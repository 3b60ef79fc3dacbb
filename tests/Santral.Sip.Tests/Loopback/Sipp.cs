using System.Diagnostics;

namespace Santral.Sip.Tests.Loopback;

/// <summary>Runs SIPp against an endpoint: an independent implementation judges ours.</summary>
internal static class Sipp
{
    private const string Program = "/usr/bin/sipp";

    public static async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        File.Exists(Program).ShouldBeTrue("SIPp is missing: install the Debian package sip-tester.");
        var folder = Directory.CreateTempSubdirectory("sipp");
        try
        {
            var start = new ProcessStartInfo(Program)
            {
                WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
            };

            // Its own socket buffer is small: without a larger one it loses our answers and blames us.
            foreach (var argument in (string[])["-nostdin", "-buff_size", "4000000", "-i", "127.0.0.1", "-timeout", "25s", "-timeout_error", .. arguments])
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(28));
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill();
                }
            }

            return (process.ExitCode, await errors + await output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
