using Microsoft.AspNetCore.Http.Metadata;

namespace Santral.Host.Problems;

/// <summary>An endpoint that takes a form is not asked without one: routing lets a request that names no kind of content pass, and reading its form would fail.</summary>
internal static class FormsOnly
{
    public static void UseFormsOnly(this IApplicationBuilder app)
        => app.Use((http, next) => http.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { IsOptional: false } accepts
            && accepts.ContentTypes.Contains("multipart/form-data") && !http.Request.HasFormContentType
                ? throw new BadHttpRequestException("A form is needed.", StatusCodes.Status415UnsupportedMediaType)
                : next(http));
}
