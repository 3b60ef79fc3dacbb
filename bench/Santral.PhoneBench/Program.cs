using System.Globalization;
using Santral.PhoneBench;

// ADDRESS COUNT PASSWORD: the agents bench001 to COUNT with the phones of their browsers. Says "ready" when all are, and how many served their caller when all have.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var (address, count) = (new Uri(args[0]), int.Parse(args[1], CultureInfo.InvariantCulture));
var agents = new List<BrowserAgent>();
for (var n = 1; n <= count; n++)
{
    agents.Add(await BrowserAgent.ReadyAsync(address, $"bench{n:000}", args[2]));
}

Console.WriteLine("ready");
var served = await Task.WhenAll(agents.Select(a => a.ServeOneAsync()));
Console.WriteLine(served.Count(s => s));
foreach (var agent in agents)
{
    await agent.DisposeAsync();
}

return served.All(s => s) ? 0 : 1;
