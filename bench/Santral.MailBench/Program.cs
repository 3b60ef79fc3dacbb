using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Santral.MailBench;

// Files of a mail system, with their rights.
[assembly: SupportedOSPlatform("linux")]

// ADDRESS FOLDER IMAP SMTP MAILBOXES SAMPLES LETTERS OLD: see bench/mail.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int Number(int at) => int.Parse(args[at], CultureInfo.InvariantCulture);
var (address, folder, imap, smtp) = (new Uri(args[0]), args[1], Number(2), Number(3));
var (mailboxes, samples, letters, old) = (Number(4), Number(5), Number(6), Number(7));
var files = new Maildirs(folder);
using var product = await Product.SignInAsync(address);
using var post = new Post(smtp);

// The large one has its old letters before the product first looks into it.
const string Large = "buyuk@bench.example";
files.FillRead(Large, old);
var watch = Stopwatch.StartNew();
await product.SetUpAsync(Large, imap, smtp);
for (var n = 1; n < mailboxes; n++)
{
    await product.SetUpAsync($"kutu{n}@bench.example", imap, smtp);
}

await product.ConnectedAsync(mailboxes);
Say($"{mailboxes} mailboxes connected after {watch.Elapsed.TotalSeconds:N1} s");

var chance = new Random(1);
var all = await TimesAsync("of the others", samples, () => $"kutu{chance.Next(1, mailboxes)}@bench.example");
var large = await TimesAsync($"in the one with {old:N0} letters", Math.Max(10, samples / 5), () => Large);

// Put into the folders themselves: Postfix is not what is measured.
var before = await product.LettersAsync();
watch.Restart();
for (var n = 0; n < letters; n++)
{
    files.Put($"kutu{1 + (n % (mailboxes - 1))}@bench.example", $"Yığın {n}", $"yigin{n}@ornek.example");
}

await post.SendAsync($"kutu1@bench.example", "Başla", "basla@ornek.example");
await product.UntilLettersAsync(before.All + letters + 1);
var rate = letters / watch.Elapsed.TotalSeconds;
Say($"{letters:N0} letters taken in and made requests in {watch.Elapsed.TotalSeconds:N1} s: {rate:N0} a second");
var lost = samples + Math.Max(10, samples / 5) + letters + 1 - (await product.LettersAsync()).All;
Say($"lost: {lost}");
return all < 2000 && large < 2000 && rate >= 100 && lost == 0 ? 0 : 1;

async Task<double> TimesAsync(string what, int count, Func<string> mailbox)
{
    var times = new List<double>();
    for (var n = 0; n < count; n++)
    {
        var (to, subject) = (mailbox(), $"Ölçüm {what} {n}");
        await post.SendAsync(to, subject, $"olcum{n}.{what.GetHashCode(StringComparison.Ordinal)}@ornek.example");
        var one = Stopwatch.StartNew();
        await product.OpenedAsync(to, subject);
        times.Add(one.Elapsed.TotalMilliseconds);
    }

    times.Sort();
    var (median, high) = (times[times.Count / 2], times[(int)(times.Count * 0.95)]);
    Say($"from \"taken\" to the request, {count} letters {what}: median {median:N0} ms, p95 {high:N0} ms, longest {times[^1]:N0} ms");
    return high;
}

static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
