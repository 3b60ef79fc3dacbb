using System.Text.Json.Serialization;

namespace Santral.Media;

/// <summary>One piece of a play list.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "item")]
[JsonDerivedType(typeof(PlayFile), "file")]
[JsonDerivedType(typeof(PlayTone), "tone")]
[JsonDerivedType(typeof(PlaySilence), "silence")]
public abstract record PlayItem;

/// <summary>A recording on disk: a WAV file (PCM16 or G.711), or bare G.711 with the ending .ulaw or .alaw.</summary>
public sealed record PlayFile(string Path) : PlayItem;

/// <summary>A sine tone.</summary>
public sealed record PlayTone(int Hz, int Ms) : PlayItem;

/// <summary>Nothing, for a while.</summary>
public sealed record PlaySilence(int Ms) : PlayItem;
