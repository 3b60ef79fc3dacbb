#pragma warning disable RS0030 // The program may speak to its console.
using Santral.Host;

if (args.Contains("--help"))
{
    Console.WriteLine(Usage.Text);
    return 0;
}

await using var app = await Product.CreateAsync(args);
await app.RunAsync();
return 0;
