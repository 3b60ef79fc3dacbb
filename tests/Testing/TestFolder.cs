namespace Santral.Testing;

/// <summary>A folder of its own below the machine's temporary one, gone when the test is over.</summary>
public sealed class TestFolder : IDisposable
{
    public TestFolder() => Path = Directory.CreateTempSubdirectory("santral-test-").FullName;

    public string Path { get; }

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
