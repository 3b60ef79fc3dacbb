using System.Net;

namespace Santral.Contracts.Calls;

/// <summary>Where phones reach the product, with the real ports; empty until the telephone has started.</summary>
public interface ICallsEndpoints
{
    /// <summary>SIP over UDP and TCP listens on each of these.</summary>
    IReadOnlyList<IPEndPoint> Sip { get; }

    /// <summary>SIP over TLS listens on these; none without a certificate.</summary>
    IReadOnlyList<IPEndPoint> SipTls { get; }
}
