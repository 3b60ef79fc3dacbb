using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Santral.Ivr.Domain;
using Santral.Ivr.Prompts;

namespace Santral.Ivr.Features;

/// <summary>Lets somebody hear words before any caller does.</summary>
public static class SpeakWords
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/ivr/speech", HandleAsync)
        .RequirePermission(IvrPermissions.Edit).WithName("SpeakWords").WithTags("ivr").WithSummary("Words as the synthesiser says them.");

    internal static async Task<PhysicalFileHttpResult> HandleAsync(
        [StringLength(FlowDocument.LongestText)] string text, [RegularExpression("tr|sv|en")] string language, Synthesiser synthesiser, CancellationToken stop)
        => await synthesiser.SpeakAsync(Typed.Line(text) ?? throw new Refusal("ivr.prompt_unknown", RefusalKind.Unknown), language, lasting: false, stop) is { } path
            ? TypedResults.PhysicalFile(path, "audio/wav")
            : throw new Refusal("ivr.prompt_silent", RefusalKind.Unavailable);
}
