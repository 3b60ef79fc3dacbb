using System.Globalization;
using System.Text;
using Santral.Contracts.Calls;
using Santral.Contracts.Identity;

namespace Santral.Host;

/// <summary>What the program says when it is ready: where it is, who may sign in, how to call.</summary>
internal static class Banner
{
    public static string For(WebApplication app)
    {
        var organisation = app.Services.GetRequiredService<IOrganisation>();
        var address = app.Urls.First();
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Santral is ready: {address}");
        if (!organisation.IsDemo)
        {
            return text.ToString();
        }

        var people = app.Services.GetRequiredService<IKnowPeople>().All.Where(p => p.IsActive).Select(p => p.UserName);
        text.AppendLine(CultureInfo.InvariantCulture, $"  Demo users (password demo): {string.Join(' ', people)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  Call from a browser:        {address}/demo/phone");
        if (app.Configuration["DEMO_MAIL"] is { Length: > 0 })
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  Write mail as a customer:   {address}/demo/mail");
        }

        foreach (var endpoint in app.Services.GetRequiredService<ICallsEndpoints>().Sip)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  Call from a SIP phone:      sip:100@{endpoint}");
        }

        text.AppendLine("  Numbers: 100 = +908502220000 internet provider, 200 = +902124440000 appliances, 300 = +46101234567 municipality");
        return text.ToString();
    }
}
