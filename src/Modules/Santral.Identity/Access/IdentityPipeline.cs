using Microsoft.AspNetCore.Builder;
using Santral.Identity.Access;

namespace Santral.Identity;

/// <summary>What the host puts into its pipeline, after routing and inside the handler of refusals.</summary>
public static class IdentityPipeline
{
    /// <summary>Who asks, the header no foreign page can send, and what he may do, in that order.</summary>
    public static IApplicationBuilder UseIdentity(this IApplicationBuilder app)
    {
        app.UseAuthentication();
        app.UseMiddleware<HeaderCheck>();
        return app.UseAuthorization();
    }
}
