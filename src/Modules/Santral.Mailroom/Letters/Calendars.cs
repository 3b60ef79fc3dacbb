using System.Globalization;
using System.Text;

namespace Santral.Mailroom.Letters;

/// <summary>A time that was agreed on as an invitation that calendars take (RFC 5545, RFC 5546).</summary>
internal static class Calendars
{
    public const string Method = "REQUEST";
    public const string CancelMethod = "CANCEL";

    /// <summary>In octets, without the line's end (RFC 5545 §3.1).</summary>
    private const int LongestLine = 75;

    public static string Of(Appointment appointment, LetterAddress organizer, LetterAddress attendee, DateTimeOffset now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Santral//Mailroom//EN",
            $"METHOD:{(appointment.IsCancelled ? CancelMethod : Method)}",
            "BEGIN:VEVENT",
            $"UID:{Text(appointment.Uid)}",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{appointment.Sequence}"),
            $"DTSTAMP:{Instant(now)}",
            $"DTSTART:{Instant(appointment.From)}",
            $"DTEND:{Instant(appointment.Until)}",
            $"SUMMARY:{Text(appointment.Title)}",
            .. appointment.Place is { Length: > 0 } place ? [$"LOCATION:{Text(place)}"] : Array.Empty<string>(),
            $"ORGANIZER;CN={Parameter(organizer.Name)}:mailto:{organizer.Address}",
            $"ATTENDEE;CN={Parameter(attendee.Name)};ROLE=REQ-PARTICIPANT;RSVP=FALSE:mailto:{attendee.Address}",
            $"STATUS:{(appointment.IsCancelled ? "CANCELLED" : "CONFIRMED")}",
            "TRANSP:OPAQUE",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(l => Folded(l) + "\r\n"));
    }

    /// <summary>UTC, so that no zone has to be sent along.</summary>
    private static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Text(string text)
        => (Typed.Lines(text)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Parameter(string text) => $"\"{(Typed.Line(text) ?? "").Replace("\"", "'", StringComparison.Ordinal)}\"";

    /// <summary>Never inside a letter.</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var room = LongestLine;
        foreach (var rune in line.EnumerateRunes())
        {
            if (rune.Utf8SequenceLength > room)
            {
                folded.Append("\r\n ");
                room = LongestLine - 1;
            }

            folded.Append(rune);
            room -= rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
