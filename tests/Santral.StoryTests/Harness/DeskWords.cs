namespace Santral.StoryTests.Harness;

/// <summary>The words of the desk's telephone, as they stand on the screen.</summary>
internal sealed record DeskWords(string Ready, string IsReady, string RingsHere, string Answer, string HangUp)
{
    public static DeskWords Turkish { get; } = new("Hazır ol", "Hazırsınız: sıradaki çağrı size sunulur.", "Çağrılar bu sekmede çalar", "Cevapla", "Bitir");

    public static DeskWords Swedish { get; } = new("Bli ledig", "Du är ledig: nästa samtal erbjuds dig.", "Samtal ringer i den här fliken", "Svara", "Avsluta");
}
