using System.Security.Cryptography;

namespace Santral.Mailroom.Domain;

/// <summary>
/// The letters of one request, known by a token that cannot be guessed (50 bits): it stands in subjects and in addresses, and who has it
/// was given it by a letter of ours.
/// </summary>
public sealed class MailThread
{
    public const int TokenLength = 10;

    // Base 32 (RFC 4648 §6), in small letters as addresses are.
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    private MailThread()
    {
    }

    public RequestId RequestId { get; private set; }

    public string Number { get; private set; } = "";

    public string Token { get; private set; } = "";

    public static MailThread Of(RequestId request, string number) => new()
    {
        RequestId = request,
        Number = number,
        Token = new string(RandomNumberGenerator.GetItems<char>(Letters, TokenLength)),
    };
}
