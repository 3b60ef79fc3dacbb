using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Santral.Host.Data;

namespace Santral.Host.Problems;

/// <summary>The one place where a refusal becomes HTTP: RFC 9457 problem details with a stable code and a text in the reader's language.</summary>
internal sealed partial class RefusalProblems(ITexts texts, ILogger<RefusalProblems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var (code, status, args) = exception switch
        {
            Refusal refusal => (refusal.Code, StatusOf(refusal.Kind), refusal.Args),
            BadHttpRequestException bad => (FrameworkProblems.CodeOf(bad.StatusCode), bad.StatusCode, NoArgs),
            _ when DatabaseErrors.IsTwin(exception) => ("record.changed_meanwhile", StatusCodes.Status409Conflict, NoArgs),
            _ when DatabaseErrors.IsUnwritable(exception) => ("request.invalid", StatusCodes.Status400BadRequest, NoArgs),
            _ => ("server.failed", StatusCodes.Status500InternalServerError, NoArgs),
        };
        if (status == StatusCodes.Status500InternalServerError)
        {
            RequestFailed(log, exception, httpContext.Request.Method, httpContext.Request.Path);
        }

        var problem = Describe(httpContext, texts, code, status, args);
        httpContext.Response.StatusCode = status;
        await httpContext.Response.WriteAsJsonAsync(problem, SantralJson.Options, "application/problem+json", cancellationToken);
        return true;
    }

    public static ProblemDetails Describe(
        HttpContext http, ITexts texts, string code, int status, IReadOnlyDictionary<string, object?>? args = null)
    {
        var problem = new ProblemDetails
        {
            Type = $"urn:santral:{code}",
            Title = texts.Get(LanguageOf(http), $"refusal.{code}", args),
            Status = status,
        };
        problem.Extensions["code"] = code;
        if (args is { Count: > 0 })
        {
            problem.Extensions["args"] = args;
        }

        return problem;
    }

    private static readonly IReadOnlyDictionary<string, object?> NoArgs = new Dictionary<string, object?>();

    private static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.State => StatusCodes.Status409Conflict,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Unknown => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.Unauthenticated => StatusCodes.Status401Unauthorized,
        RefusalKind.Stale => StatusCodes.Status409Conflict,
        RefusalKind.Locked => StatusCodes.Status423Locked,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
    };

    private static string LanguageOf(HttpContext http)
        => http.User.FindFirst("language")?.Value
            ?? http.Request.GetTypedHeaders().AcceptLanguage
                .OrderByDescending(l => l.Quality ?? 1)
                .Select(l => l.Value.Value is { Length: >= 2 } tag ? tag[..2].ToLowerInvariant() : "")
                .FirstOrDefault(l => l is "tr" or "sv" or "en")
            ?? "en";

    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private static partial void RequestFailed(ILogger log, Exception error, string method, string path);
}
