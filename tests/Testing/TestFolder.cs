namespace Santral.Testing;

/// <summary>A folder of its own below the machine's temporary one, gone when the test is over.</summary>
public sealed class TestFolder : IDisposable
{
    public TestFolder() => Path = Directory.CreateTempSubdirectory("santral-test-").FullName;

    public string Path { get; }

    /// <summary>Puts a copy of everything in it, however deep, into another folder.</summary>
    public void CopyTo(string target)
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(Path, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that is being ended may still write its last page; the system's temp cleaner takes the rest.
        }
    }
}
