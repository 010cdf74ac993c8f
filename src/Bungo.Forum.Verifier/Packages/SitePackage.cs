using System.Net;

namespace Bungo.Forum.Verifier.Packages;

/// <summary>The log as the site serves it, below <c>/buku/v1/</c>. It follows no redirect: the address given is the one that is judged.</summary>
internal sealed class SitePackage(Uri address) : Package
{
    private readonly Uri _root = address.AbsolutePath.EndsWith('/') ? address : new(address + "/");

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.GZip })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    public override string Name => _root.ToString();

    public override bool IsCopy => false;

    public override Stream? OpenRead(string path)
    {
        var url = new Uri(_root, path);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            var response = _http.Send(request, HttpCompletionOption.ResponseHeadersRead);
            if (response.StatusCode == HttpStatusCode.OK) return response.Content.ReadAsStream();
            using (response)
            {
                return response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone
                    ? null
                    : throw new PackageUnreadableException(Unreadable.ServerAnswer, $"{url} {(int)response.StatusCode}");
            }
        }
        catch (Exception cause) when (cause is HttpRequestException or TaskCanceledException)
        {
            throw new PackageUnreadableException(Unreadable.ReadFailed, url.ToString(), cause);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _http.Dispose();
        base.Dispose(disposing);
    }
}
