#pragma warning disable RS0030 // The program itself may speak to its console.
using Santral.Host;

if (args.Contains("--help"))
{
    Console.WriteLine(Usage.Text);
    return 0;
}

try
{
    if (await Role.RunMediaAsync(args))
    {
        return 0;
    }

    await using var app = await Product.CreateAsync(args);
    await app.StartAsync();
    Console.WriteLine(Banner.For(app));
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (error is InvalidOperationException or IOException)
{
    // A wrong setting or a taken port: the sentence is enough, the stack helps nobody.
    await Console.Error.WriteLineAsync(error.Message);
    return 1;
}
