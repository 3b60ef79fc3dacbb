using Santral.Customers.Domain;

namespace Santral.Customers.Features;

/// <summary>Reads where a sale came up, and refuses calls and requests that are none.</summary>
internal sealed class SaleSources(IFindRequest requests, IKnowCalls calls)
{
    public async Task<SaleSource> ReadAsync(RequestId? request, CallId? call, CancellationToken stop)
    {
        if (request is { } named && await requests.FindAsync(named, stop) is null)
        {
            throw new Refusal("customers.request_unknown", RefusalKind.Invalid);
        }

        if (call is { } about && !await calls.ExistsAsync(about, stop))
        {
            throw new Refusal("customers.call_unknown", RefusalKind.Invalid);
        }

        return new SaleSource(request, call);
    }
}
