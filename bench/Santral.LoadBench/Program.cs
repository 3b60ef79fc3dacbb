using System.Globalization;
using Santral.Host;
using Santral.LoadBench.Driving;
using Santral.LoadBench.Making;

// make --requests N --seed N [flags of the product]: fills an empty installation. drive ADDRESS: works on it.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var flags = Flags.Read(args);
if (args is ["make", ..])
{
    string[] product = [.. args.Skip(1), "--demo", "--http-port", "0", "--sip-port", "0", "--media-port", "0", "--prompts", "lazy"];
    await using var app = await Product.CreateAsync(product);
    var now = TimeProvider.System.GetUtcNow();
    var order = new Order(Number("REQUESTS", 100_000), Number("SEED", 1), now);
    var made = await MakeAll.RunAsync(app.Services, order, Console.WriteLine, CancellationToken.None);
    Console.WriteLine($"{made.Requests:N0} requests, {made.Entries:N0} timeline entries, {made.Customers:N0} customers in {made.Took.TotalSeconds:N0} s");
    return 0;
}

if (args is ["drive", ..])
{
    var drive = new Drive(new Uri(flags["ADDRESS"]!), TimeSpan.FromMilliseconds(Number("THINK", 500)), flags.ContainsKey("EACH"));
    return await drive.RunAsync(TimeSpan.FromSeconds(Number("SECONDS", 60)), TimeSpan.FromSeconds(Number("CREATING", 15))) ? 0 : 1;
}

return 2;

int Number(string name, int otherwise) => flags.GetValueOrDefault(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
