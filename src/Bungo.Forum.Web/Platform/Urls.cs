using System.Globalization;
using Bungo.Forum.Domain.Consultations;
using Bungo.Forum.Domain.Discussions;
using Bungo.Forum.Domain.Reports;

namespace Bungo.Forum.Web.Platform;

/// <summary>
/// The site's addresses, in one place. Live fragments are rendered outside any request, so links in them
/// cannot come from the router; and addresses printed on paper must not change with a page's file name.
/// </summary>
public static class Urls
{
    public const string Consultations = "/konsultasi";
    public const string Announcements = "/pengumuman";
    public const string Reports = "/laporan";
    public const string ModerationLog = "/moderasi/catatan";
    public const string SignIn = "/masuk";
    public const string Account = "/akun";

    public static string Consultation(Consultation consultation) => $"/konsultasi/{consultation.Slug}";

    public static string CriteriaVersion(Consultation consultation, int number) => Text($"/konsultasi/{consultation.Slug}/versi/{number}");

    public static string Topic(Topic topic) => Topic(topic.Id, topic.Slug);

    public static string Topic(long id, string slug) => Text($"/diskusi/{id}-{slug}");

    /// <summary>The page of the topic that holds this post, scrolled to it.</summary>
    public static string Post(Topic topic, int number) => Post(topic.Id, topic.Slug, number);

    public static string Post(long topicId, string slug, int number) => Text($"/diskusi/{topicId}-{slug}/{number}#post-{number}");

    public static string Report(Period period) => $"{Reports}/{period}";

    /// <summary>A version by number; <paramref name="file"/> is <c>.csv</c> or <c>.json</c>, or empty for the page.</summary>
    public static string Report(Period period, int version, string file = "") => Text($"{Reports}/{period}{file}?versi={version}");

    private static string Text(FormattableString address) => address.ToString(CultureInfo.InvariantCulture);
}
