using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Bungo.Forum.Verifier;
using Bungo.Forum.Verifier.Packages;

namespace Bungo.Forum.Ledger.Tests.Verifier;

/// <summary>The three places a log is read from, and what a hostile one cannot do.</summary>
public sealed class PackagesTests : IDisposable
{
    private readonly APackage _package = new APackage().Write();

    public void Dispose() => _package.Dispose();

    [Fact]
    public void A_zip_is_read_like_a_folder()
    {
        Assert.Equal(VerifyCommand.Sound, APackage.Program(_package.Zip()).Status);
        _package.WriteFile(Package.Openings, APackage.Lines(_package.Openings.Skip(1)));
        Assert.Equal([("tile/entries/000.p/8", 0L, "lost-without-record")], APackage.Faults(APackage.Program(_package.Zip(), "--json")));
    }

    [Theory]
    [InlineData("checkpoint")]
    [InlineData("../checkpoint")]
    [InlineData("/checkpoint")]
    [InlineData("a/../checkpoint")]
    [InlineData("..\\checkpoint")]
    [InlineData("C:checkpoint")]
    public void A_zip_with_a_name_twice_or_one_that_leads_outside_is_not_read(string name)
    {
        var zip = _package.Zip();
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Update)) archive.CreateEntry(name);
        Assert.Equal("zip-unsafe", Reason(APackage.Program(zip, "--json")));
    }

    [Theory]
    [InlineData(Package.Openings)]
    [InlineData(Package.States)]
    public void A_zip_that_unpacks_to_far_more_than_it_holds_is_not_read_to_its_end(string name)
    {
        File.Delete(Path.Combine(_package.Folder, name));
        var zip = _package.Zip();
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Update))
        using (var bomb = archive.CreateEntry(name).Open())
        {
            for (var i = 0; i < 100; i++) bomb.Write(new byte[1 << 20]);
        }

        Assert.Equal("zip-unsafe", Reason(APackage.Program(zip, "--json")));
    }

    [Fact]
    public void A_file_that_is_no_zip_cannot_be_judged()
    {
        var file = Path.Combine(_package.Folder, "x");
        File.WriteAllBytes(file, new byte[100]);
        Assert.Equal("read-failed", Reason(APackage.Program(file, "--json")));
    }

    [Fact]
    public void A_damaged_zip_cannot_be_judged()
    {
        var zip = _package.Zip();
        var bytes = File.ReadAllBytes(zip);
        using (var archive = ZipFile.OpenRead(zip)) Assert.NotEmpty(archive.Entries);
        bytes.AsSpan(0, bytes.Length / 2).Clear();
        File.WriteAllBytes(zip, bytes);
        Assert.Equal("read-failed", Reason(APackage.Program(zip, "--json")));
    }

    [Fact]
    public void The_site_is_read_at_its_address()
    {
        using var site = new Site(path => File.Exists(Path.Combine(_package.Folder, path)) ? (200, _package.ReadFile(path)) : (404, []));
        foreach (var address in new[] { site.Address, site.Address.TrimEnd('/') })
        {
            var (status, output) = APackage.Program(address);
            Assert.True(status == VerifyCommand.Sound, output);
            Assert.Contains("Tidak diperiksa: isi yang dibuka", output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(302, "server-answer")]
    [InlineData(500, "server-answer")]
    [InlineData(404, "file-missing")]
    public void A_site_that_does_not_answer_with_files_cannot_be_judged(int status, string reason)
    {
        using var site = new Site(_ => (status, []));
        Assert.Equal(reason, Reason(APackage.Program(site.Address, "--json")));
    }

    [Fact]
    public void A_site_that_is_not_there_cannot_be_judged() => Assert.Equal("read-failed", Reason(APackage.Program("http://127.0.0.1:1/buku/v1/", "--json")));

    [Fact]
    public void A_file_without_end_is_not_read_to_its_end()
    {
        using var package = Package.Open(_package.Folder);
        _package.WriteFile("large", new byte[10_000]);
        Assert.Equal(101, package.Read("large", 100)!.Length);
        _package.WriteFile(Package.Checkpoint, new byte[3_000_000]);
        Assert.Equal([(Package.Checkpoint, null, "too-long")], _package.FaultsAsItStands());
    }

    private static string? Reason((int Status, string Output) run)
    {
        Assert.Equal(VerifyCommand.CannotJudge, run.Status);
        using var report = JsonDocument.Parse(run.Output);
        return report.RootElement.GetProperty("reason").GetString();
    }

    /// <summary>A web server of the base library, on a port that was free a moment ago.</summary>
    private sealed class Site : IDisposable
    {
        private readonly HttpListener _listener = new();

        public Site(Func<string, (int Status, byte[] Body)> answer)
        {
            using (var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
            {
                probe.Start();
                Address = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/buku/v1/";
            }

            _listener.Prefixes.Add(Address);
            _listener.Start();
            _ = Task.Run(async () =>
            {
                while (_listener.IsListening)
                {
                    var context = await _listener.GetContextAsync();
                    var (status, body) = answer(context.Request.Url!.AbsolutePath["/buku/v1/".Length..]);
                    context.Response.StatusCode = status;
                    if (status == 302) context.Response.RedirectLocation = Address;
                    await context.Response.OutputStream.WriteAsync(body);
                    context.Response.Close();
                }
            });
        }

        public string Address { get; }

        public void Dispose() => _listener.Close();
    }
}
