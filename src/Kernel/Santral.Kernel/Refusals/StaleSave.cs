using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Santral.Kernel;

/// <summary>The answer to a save based on an older version: the refusal, and what is stored now, so that nothing typed is lost and both can be compared.</summary>
public static class StaleSave
{
    public const string Code = "record.changed_meanwhile";

    /// <param name="current">The same shape as the answer of a save that worked.</param>
    public static ProblemHttpResult Problem(ITexts texts, ICurrentUser user, object current)
    {
        var problem = new ProblemDetails
        {
            Type = $"urn:santral:{Code}",
            Title = texts.Get(user.Language, $"refusal.{Code}"),
            Status = StatusCodes.Status409Conflict,
        };
        problem.Extensions["code"] = Code;
        problem.Extensions["current"] = current;
        return TypedResults.Problem(problem);
    }
}
