using System.Globalization;
using Santral.Contracts.Calls;

namespace Santral.Calls.Live.Recordings;

/// <summary>Where the sound lies: a folder for each day below `recordings` in the data folder.</summary>
internal sealed class RecordingFolder(CallsOptions options)
{
    public const string Name = "recordings";

    /// <summary>Below the data folder, with `/`: what the record keeps.</summary>
    public static string PlaceOf(RecordingId id, DateTimeOffset at)
        => string.Create(CultureInfo.InvariantCulture, $"{Name}/{at.UtcDateTime:yyyy/MM/dd}/{id.Value:N}.wav");

    public string PathOf(string place) => Path.Combine(options.DataFolder, place);

    /// <summary>True when there is no such file any more.</summary>
    public bool TryDelete(string place)
    {
        try
        {
            File.Delete(PathOf(place));
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // the next sweep tries again
        }
    }
}
