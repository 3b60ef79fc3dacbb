using Microsoft.AspNetCore.Mvc;

namespace Santral.Host.Problems;

/// <summary>Gives every problem the framework itself writes (401, 404, 405, 415, validation) the same shape as a refusal.</summary>
internal static class FrameworkProblems
{
    public static void Customize(ProblemDetailsOptions options)
        => options.CustomizeProblemDetails = context =>
        {
            if (context.ProblemDetails.Extensions.ContainsKey("code"))
            {
                return;
            }

            var code = context.ProblemDetails is HttpValidationProblemDetails ? "request.invalid" : CodeOf(context.ProblemDetails.Status);
            var texts = context.HttpContext.RequestServices.GetRequiredService<ITexts>();
            var described = RefusalProblems.Describe(context.HttpContext, texts, code, context.ProblemDetails.Status ?? 500);
            context.ProblemDetails.Title = described.Title;
            context.ProblemDetails.Type = described.Type;
            context.ProblemDetails.Extensions["code"] = code;
            context.ProblemDetails.Extensions.Remove("traceId");
        };

    internal static string CodeOf(int? status) => status switch
    {
        400 => "request.invalid",
        401 => "identity.sign_in_needed",
        403 => "identity.not_permitted",
        404 => "request.unknown_address",
        405 => "request.method_not_allowed",
        413 => "request.too_large",
        415 => "request.wrong_content_type",
        429 => "request.too_many",
        _ => "server.failed",
    };
}
