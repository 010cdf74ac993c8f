using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.PublicActs;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Announcements;

/// <summary>
/// Atom (RFC 4287) and JSON Feed 1.1. Programs ask often and mostly in vain, so both answer 304 by the digest of
/// what they would send; the output cache makes the asking cheap.
/// </summary>
internal static class Feeds
{
    public const string AtomAddress = "/umpan/pengumuman.atom";
    public const string JsonAddress = "/umpan/pengumuman.json";
    private const string JsonFeedVersion = "https://jsonfeed.org/version/1.1";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void MapFeeds(this WebApplication app)
    {
        Map(AtomAddress, "application/atom+xml; charset=utf-8", Atom);
        Map(JsonAddress, "application/feed+json; charset=utf-8", JsonFeed);

        void Map(string address, string type, Func<IReadOnlyList<FeedItem>, RegionOptions, byte[]> write) =>
            app.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], async (HttpContext http, AnnouncementReading reading, IOptions<RegionOptions> region, CancellationToken cancel) =>
            {
                PublicCache.Tag(http, Streams.Announcements);
                var items = await reading.LastChangedAsync(cancel);
                return Answer(write(items, region.Value), type, items.Count == 0 ? null : items[0].ChangedAt);
            }).AllowAnonymous().CacheOutput(PublicCache.Name).ExcludeFromDescription();
    }

    /// <summary>Answers "not modified" to who has these bytes already.</summary>
    public static IResult Answer(byte[] content, string type, DateTimeOffset? changed) => Results.Bytes(
        content, type, lastModified: changed, entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"", isWeak: true));

    private static byte[] Atom(IReadOnlyList<FeedItem> items, RegionOptions region)
    {
        var site = region.PublicAddress;
        var feed = new SyndicationFeed(T("Pengumuman", "Announcements") + " – " + region.SiteName, region.Name, new Uri(site + Urls.Announcements), site + AtomAddress, Changed(items))
        {
            Language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Items = items.Select(i => Entry(i, site)).ToList(),
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(site + AtomAddress), "application/atom+xml"));
        feed.Authors.Add(new SyndicationPerson { Name = region.Office });

        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
            new Atom10FeedFormatter(feed).WriteTo(xml);
        return bytes.ToArray();
    }

    private static SyndicationItem Entry(FeedItem item, string site)
    {
        var entry = new SyndicationItem
        {
            Id = item.Name,
            Title = new TextSyndicationContent(item.Headline),
            Content = new TextSyndicationContent(item.Html(site), TextSyndicationContentKind.Html),
            PublishDate = item.PublishedAt,
            LastUpdatedTime = item.ChangedAt,
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(item.Address(site))));
        entry.Authors.Add(new SyndicationPerson { Name = item.Office });
        return entry;
    }

    private static byte[] JsonFeed(IReadOnlyList<FeedItem> items, RegionOptions region)
    {
        var site = region.PublicAddress;
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                Version = JsonFeedVersion,
                Title = T("Pengumuman", "Announcements") + " – " + region.SiteName,
                HomePageUrl = site + Urls.Announcements,
                FeedUrl = site + JsonAddress,
                Language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                Authors = new[] { new { Name = region.Office } },
                Items = items.Select(i => new
                {
                    Id = i.Name,
                    Url = i.Address(site),
                    Title = i.Headline,
                    ContentHtml = i.Html(site),
                    DatePublished = i.PublishedAt.UtcDateTime,
                    DateModified = i.ChangedAt.UtcDateTime,
                    Authors = new[] { new { Name = i.Office } },
                }),
            },
            Json);
    }

    // A feed without entries still has to say when it was updated.
    private static DateTimeOffset Changed(IReadOnlyList<FeedItem> items) => items.Count == 0 ? DateTimeOffset.UnixEpoch : items[0].ChangedAt;
}
