using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Bungo.Forum.Domain.Moderation;
using Bungo.Forum.Web.Data;
using Bungo.Forum.Web.Platform;
using Bungo.Forum.Web.Platform.Region;
using Bungo.Forum.Web.Platform.Wording;
using Bungo.Forum.Web.PublicActs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using static Bungo.Forum.Web.Platform.Language.Texts;

namespace Bungo.Forum.Web.Features.Moderation;

/// <summary>
/// The log as an Atom feed (RFC 4287): decisions and rulings on appeals, each an entry of its own, so that a ruling on
/// an old decision is news too. Programs ask often and mostly in vain: answered 304 by the digest of what they would get.
/// </summary>
internal static class LogFeed
{
    public const string Address = "/umpan/moderasi.atom";
    private const int Most = 50;

    public static async Task<IResult> HandleAsync(HttpContext http, ForumDb db, IOptions<RegionOptions> region, CancellationToken cancel)
    {
        PublicCache.Tag(http, Streams.Moderation);
        var site = region.Value.PublicAddress;
        var decisions = await db.Decisions.AsNoTracking().Include(d => d.Post!.Topic).Include(d => d.Topic).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).Take(Most).ToListAsync(cancel);
        var rulings = await db.AppealRulings.AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).Take(Most).ToListAsync(cancel);
        var entries = decisions.Select(d => Entry(d, site)).Concat(rulings.Select(r => Entry(r, site))).OrderByDescending(e => e.LastUpdatedTime).Take(Most).ToList();
        var content = Write(entries, region.Value);
        return Results.Bytes(
            content, "application/atom+xml; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"", isWeak: true));
    }

    private static byte[] Write(List<SyndicationItem> entries, RegionOptions region)
    {
        var site = region.PublicAddress;
        // A feed without entries still has to say when it was updated.
        var changed = entries.Count == 0 ? DateTimeOffset.UnixEpoch : entries[0].LastUpdatedTime;
        var feed = new SyndicationFeed(
            T("Catatan moderasi", "Moderation log") + " – " + region.SiteName, region.Name, new Uri(site + Urls.ModerationLog), site + Address, changed)
        {
            Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Items = entries,
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(site + Address), "application/atom+xml"));
        feed.Authors.Add(new SyndicationPerson { Name = region.Office });
        using var bytes = new MemoryStream();
        using (var xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(false) }))
            new Atom10FeedFormatter(feed).WriteTo(xml);
        return bytes.ToArray();
    }

    private static SyndicationItem Entry(Decision decision, string site)
    {
        var statement = StatementOfReasons.Of(decision, decision.Post?.Topic ?? decision.Topic, decision.Post?.Number, site);
        return Entry(
            decision.ObjectId, T($"{decision.Measure.Words()} (putusan no. {decision.Id}, {decision.Rule})", $"{decision.Measure.Words()} (decision no. {decision.Id}, {decision.Rule})"),
            string.Join("\n\n", statement.Select(line => $"{line.Label}: {line.Text}")), decision.At, site + Urls.Decision(decision.Id));
    }

    private static SyndicationItem Entry(AppealRuling ruling, string site) => Entry(
        ruling.ActId, T($"{ruling.Outcome.Words()} (putusan no. {ruling.DecisionId})", $"{ruling.Outcome.Words()} (decision no. {ruling.DecisionId})"),
        $"{ModerationWords.Stage(ruling.Level)}. {ModerationWords.Signature(ruling.Level == Appeal.Second, ruling.Office)}.\n\n{ruling.Reason}",
        ruling.At, site + Urls.Decision(ruling.DecisionId));

    private static SyndicationItem Entry(Guid id, string title, string words, DateTimeOffset at, string address)
    {
        var entry = new SyndicationItem
        {
            Id = $"urn:uuid:{id}",
            Title = new TextSyndicationContent(title),
            Content = new TextSyndicationContent(words),
            PublishDate = at,
            LastUpdatedTime = at,
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(address)));
        return entry;
    }
}
